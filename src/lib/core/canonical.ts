/** A value that JSON can hold. */
export type Json =
	null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The canonical form of a JSON value (RFC 8785): members sorted by UTF-16 code units, numbers and
 * strings as ECMAScript writes them, no white space. Equal values have equal text. Members that
 * are `undefined` are left out, as `JSON.stringify` does.
 *
 * @throws TypeError for what JSON cannot hold (NaN, infinities, functions)
 */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value === 'boolean' || typeof value === 'string') {
		return JSON.stringify(value);
	}
	if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (typeof value === 'object') return canonicalObject(value as Record<string, unknown>);
	throw new TypeError(`no canonical JSON for ${String(value)}`);
}

function canonicalObject(value: Readonly<Record<string, unknown>>): string {
	const members = Object.keys(value)
		.filter((key) => value[key] !== undefined)
		// The default comparison is by code units, which is the order RFC 8785 asks for.
		.sort()
		.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
	return `{${members.join(',')}}`;
}
