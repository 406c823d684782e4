/** Typed arrays in JSON: `{"Uint8Array": […]}`. */
const arrays = { Uint8Array, Uint16Array, Uint32Array, Float64Array };

/** Gives typed arrays back, as the reviver of `JSON.parse`. */
export function reviveTypedArrays(_: string, value: unknown): unknown {
	for (const [name, made] of Object.entries(arrays)) {
		const numbers = (value as Readonly<Record<string, unknown>> | null)?.[name];
		if (Array.isArray(numbers)) return made.from(numbers as number[]);
	}
	return value;
}
