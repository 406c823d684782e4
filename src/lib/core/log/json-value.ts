/**
 * Levels of lists and objects that a value may have. Engines differ in how many they can walk, so
 * that without a limit one could write what another cannot read.
 */
export const MAX_LEVELS = 128;

/**
 * Whether JSON holds a value without loss: members that are `undefined` aside, it comes back as it
 * was. Dates, maps, bytes and lists with holes, all of which a database can hold, do not.
 */
export function isJson(value: unknown, levels = MAX_LEVELS): boolean {
	if (typeof value === 'object' && value !== null) return levels > 0 && isTree(value, levels - 1);
	if (typeof value === 'number') return Number.isFinite(value);
	return value === null || typeof value === 'string' || typeof value === 'boolean';
}

function isTree(value: object, levels: number): boolean {
	if (Array.isArray(value)) {
		// Not every(), which passes over holes.
		for (const element of value) if (!isJson(element, levels)) return false;
		return true;
	}
	// By its tag, since an object of another realm has a prototype of its own.
	if (Object.prototype.toString.call(value) !== '[object Object]') return false;
	for (const key of Object.keys(value)) {
		const member = (value as Readonly<Record<string, unknown>>)[key];
		if (member !== undefined && !isJson(member, levels)) return false;
	}
	return true;
}

/** A value in words, for what `isJson` refuses: JSON as far as that goes, or else its tag. */
export function describeValue(value: unknown): string {
	try {
		return JSON.stringify(value, (_, member: unknown) => readable(member));
	} catch {
		return Object.prototype.toString.call(value);
	}
}

function readable(value: unknown): unknown {
	if (value instanceof Map || value instanceof Set) return [...value];
	const lost = typeof value === 'number' && !Number.isFinite(value);
	const foreign = ['undefined', 'bigint', 'symbol', 'function'].includes(typeof value);
	return lost || foreign ? String(value) : value;
}
