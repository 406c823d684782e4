import { decode, encode, rfc8949EncodeOptions, Tokenizer, type Token } from 'cborg';
import { concat, sameBytes, type Bytes } from './bytes';
import { MAX_DEPTH } from './caps';

/** What a document is made of: maps have small whole numbers for keys. */
export type Cbor =
	null | boolean | number | string | Bytes | readonly Cbor[] | ReadonlyMap<number, Cbor>;

const STRICT = {
	strict: true,
	allowIndefinite: false,
	allowUndefined: false,
	allowNaN: false,
	allowInfinity: false,
	allowBigInt: false,
	useMaps: true,
	rejectDuplicateMapKeys: true
} as const;

/** Deterministic CBOR (RFC 8949 §4.2.1): the shortest forms, map keys by their bytes. */
export const encodeCbor = (value: Cbor): Bytes => concat(encode(value, rfc8949EncodeOptions));

/** Lengths left open by the lists and maps around a value. */
class ShallowTokens extends Tokenizer {
	readonly #open: number[] = [];

	/** @throws RangeError for what is nested too deep, before the reader follows it */
	override next(): Token {
		const token = super.next();
		while (this.#open.at(-1) === 0) this.#open.pop();
		const last = this.#open.length - 1;
		if (last >= 0) this.#open[last] = (this.#open[last] ?? 0) - 1;
		const { name } = token.type;
		if (name === 'array') this.#open.push(token.value);
		if (name === 'map') this.#open.push(2 * token.value);
		if (this.#open.length > MAX_DEPTH) throw new RangeError('nested too deep');
		return token;
	}
}

/** The value, if these bytes are the one way to write it down; else undefined. It never throws. */
export function decodeCbor(bytes: Uint8Array): { readonly value: unknown } | undefined {
	try {
		const value: unknown = decode(bytes, {
			...STRICT,
			tokenizer: new ShallowTokens(bytes, STRICT)
		});
		return sameBytes(encode(value, rfc8949EncodeOptions), bytes) ? { value } : undefined;
	} catch {
		return undefined;
	}
}
