import { ID_PATTERN } from '../item/item';
import { fail, ok, type Result } from '../result';
import { concat, type Bytes } from './bytes';
import { MAX_FIELD } from './caps';
import { decodeCbor, encodeCbor, type Cbor } from './cbor';
import type { Fault, PlainFault } from './fault';

/** Why a value is refused while it is read; it does not leave {@link decodeAs}. */
class Refusal extends Error {
	constructor(readonly is: PlainFault = 'altered') {
		super(is);
	}
}

/** One description for both ways: what is written is read again, and nothing else is. */
export interface Codec<T> {
	write(value: T): Cbor;
	/** @throws Refusal */
	read(value: unknown): T;
}

/** @throws Refusal where something does not hold */
export const check = (holds: boolean, is?: PlainFault): void => {
	if (!holds) throw new Refusal(is);
};

/** A whole number from 0 to `most`. @param step the wire counts in steps; writing rounds down */
export const uint = (most: number, step = 1): Codec<number> => ({
	write: (value) => Math.floor(value / step),
	read(value) {
		check(Number.isSafeInteger(value));
		check((value as number) >= 0 && (value as number) * step <= most);
		return (value as number) * step;
	}
});

/** A whole number within ±`most`, in steps. */
export const int = (most: number, step = 1): Codec<number> => ({
	write: (value) => Math.floor(value / step),
	read(value) {
		check(Number.isSafeInteger(value) && Math.abs(value as number) * step <= most);
		return (value as number) * step;
	}
});

/** Any number that can be counted. */
export const number: Codec<number> = {
	write: (value) => value,
	read(value) {
		check(Number.isFinite(value));
		return value as number;
	}
};

export const flag: Codec<boolean> = {
	write: (value) => value,
	read(value) {
		check(typeof value === 'boolean');
		return value as boolean;
	}
};

/** A byte order mark would be lost on the way, and half characters have no UTF-8. */
const UNWRITABLE = /[\ufeff\p{Cs}]/u;

/** The text as it can be written: {@link UNWRITABLE} is left out. */
export const writable = (value: string): string =>
	UNWRITABLE.test(value) ? value.replace(/[\ufeff\p{Cs}]/gu, '') : value;

/** @throws Refusal for what no text on the wire has */
export function readText(value: unknown, most: number): string {
	check(typeof value === 'string' && !UNWRITABLE.test(value));
	check((value as string).length <= most, 'too-large');
	return value as string;
}

/** A text of at most so many UTF-16 code units. */
export const text = (most = MAX_FIELD): Codec<string> => ({
	write: writable,
	read: (value) => readText(value, most)
});

/** Exactly so many bytes. */
export const bytes = (length: number): Codec<Bytes> => ({
	write: (value) => value,
	read(value) {
		check(value instanceof Uint8Array && value.length === length);
		return concat(value as Uint8Array);
	}
});

/** Bytes, of which there may be none or as many as `most`. */
export const someBytes = (most: number): Codec<Bytes> => ({
	write: (value) => value,
	read(value) {
		check(value instanceof Uint8Array);
		check((value as Uint8Array).length <= most, 'too-large');
		return concat(value as Uint8Array);
	}
});

/** Byte strings of one length, put end to end. */
export const chain = (length: number, most: number): Codec<readonly Bytes[]> => ({
	write: (values) => concat(...values),
	read(value) {
		const whole = someBytes(most * length).read(value);
		check(whole.length % length === 0);
		return Array.from({ length: whole.length / length }, (_, at) =>
			whole.slice(at * length, (at + 1) * length)
		);
	}
});

export const list = <T>(codec: Codec<T>, most: number, least = 0): Codec<readonly T[]> => ({
	write: (values) => values.map((value) => codec.write(value)),
	read(value) {
		check(Array.isArray(value) && value.length >= least);
		check((value as unknown[]).length <= most, 'too-large');
		return (value as unknown[]).map((each) => codec.read(each));
	}
});

/** One of some words, by its place among them. */
export const word = <T extends string>(...words: readonly T[]): Codec<T> => ({
	write: (value) => words.indexOf(value),
	read(value) {
		const found = words[uint(words.length - 1).read(value)];
		check(found !== undefined);
		return found as T;
	}
});

/** A value or null. */
export const nullable = <T>(codec: Codec<T>): Codec<T | null> => ({
	write: (value) => (value === null ? null : codec.write(value)),
	read: (value) => (value === null ? null : codec.read(value))
});

type All<T extends readonly unknown[]> = { readonly [K in keyof T]: Codec<T[K]> };

/** A list of fixed length, each place with its own meaning. */
export const tuple = <T extends readonly unknown[]>(...codecs: All<T>): Codec<T> => ({
	write: (values) => codecs.map((codec, at) => codec.write(values[at])),
	read(value) {
		check(Array.isArray(value) && value.length === codecs.length);
		return codecs.map((codec, at) => codec.read((value as unknown[])[at])) as unknown as T;
	}
});

/** A value that stands in another form on the wire. */
export const mapped = <T, W>(
	codec: Codec<W>,
	write: (value: T) => W,
	read: (value: W) => T
): Codec<T> => ({
	write: (value) => codec.write(write(value)),
	read: (value) => read(codec.read(value))
});

/** A member of a map: its key on the wire, and what stands for it when it is missing. */
export interface Field<V> {
	readonly key: number;
	readonly codec: Codec<V>;
	readonly absent?: { readonly value: V | undefined };
}

export const field = <V>(key: number, codec: Codec<V>): Field<V> => ({ key, codec });

export const optional = <V>(key: number, codec: Codec<V>): Field<V> => ({
	...field(key, codec),
	absent: { value: undefined }
});

/** A member that is left out when it has its usual value, and never written then. */
export const usual = <V extends string | number | boolean>(
	key: number,
	codec: Codec<V>,
	value: V
): Field<V> => ({ ...field(key, codec), absent: { value } });

type Fields<T> = { readonly [K in keyof T]-?: Field<Exclude<T[K], undefined>> };

/** A map with whole numbers for keys. Total: a member that is forgotten does not compile. */
export function record<T extends object>(fields: Fields<T>): Codec<T> {
	const all = Object.entries(fields) as [string, Field<unknown>][];
	const keys = new Set<unknown>(all.map(([, { key }]) => key));
	return {
		write(value) {
			const map = new Map<number, Cbor>();
			for (const [name, { key, codec, absent }] of all) {
				const member = (value as Record<string, unknown>)[name];
				if (!absent || (member !== undefined && member !== absent.value)) {
					map.set(key, codec.write(member));
				}
			}
			return map;
		},
		read(value) {
			check(value instanceof Map && [...value.keys()].every((key) => keys.has(key)));
			const members = value as ReadonlyMap<number, unknown>;
			const read = all.flatMap(([name, { key, codec, absent }]): [string, unknown][] => {
				if (!members.has(key)) {
					check(absent !== undefined);
					return absent?.value === undefined ? [] : [[name, absent.value]];
				}
				const member = codec.read(members.get(key));
				check(!absent || member !== absent.value);
				return [[name, member]];
			});
			return Object.fromEntries(read) as T;
		}
	};
}

/** The one way to write a value down. */
export const encodeAs = <T>(codec: Codec<T>, value: T): Bytes => encodeCbor(codec.write(value));

/** The value, if these bytes are the one way to write it down. It never throws. */
export function decodeAs<T>(codec: Codec<T>, bytes: Uint8Array): Result<T, Fault> {
	const decoded = decodeCbor(bytes);
	if (!decoded) return fail({ is: 'altered' });
	try {
		return ok(codec.read(decoded.value));
	} catch (error) {
		if (error instanceof Refusal) return fail({ is: error.is });
		throw error;
	}
}

/** The id that an item has for ever in a bank. */
export const itemId: Codec<string> = {
	write: (value) => value,
	read(value) {
		const read = text(64).read(value);
		check(ID_PATTERN.test(read));
		return read;
	}
};
