/**
 * Checks for values that come back from the log: by hand, because a whole log passes through them
 * at every start. What people write is parsed by a library, which explains itself.
 */
export type Guard = (value: unknown) => boolean;

export const isText: Guard = (value) => typeof value === 'string';
export const isFlag: Guard = (value) => typeof value === 'boolean';
export const isFinite: Guard = (value) => Number.isFinite(value);
export const isWhole: Guard = (value) => Number.isSafeInteger(value);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;

export const isListOf =
	(guard: Guard): Guard =>
	(value) =>
		Array.isArray(value) && value.every(guard);

/** A member that may be missing. */
export const maybe =
	(guard: Guard): Guard =>
	(value) =>
		value === undefined || guard(value);

export const oneOf = (...values: readonly unknown[]): Guard => {
	const known = new Set(values);
	return (value) => known.has(value);
};

/** Whether a value is a record whose members pass; other members are welcome. */
export function hasShape(members: Readonly<Record<string, Guard>>): Guard {
	const checks = Object.entries(members);
	return (value) => {
		if (!isRecord(value)) return false;
		for (const [name, guard] of checks) if (!guard(value[name])) return false;
		return true;
	};
}
