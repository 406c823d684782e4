/** A source of numbers in [0, 1). Chance is an argument everywhere in the core. */
export type Random = () => number;

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const GOLDEN_GAMMA = 0x9e3779b9;

/** FNV-1a over UTF-16 code units: spreads a seed text over 32 bits. */
function hash32(text: string): number {
	let hash = FNV_OFFSET;
	for (let i = 0; i < text.length; i++) {
		hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
	}
	return hash >>> 0;
}

/**
 * A repeatable random source: equal seeds give equal sequences on every engine. SplitMix with 32
 * bits of state, enough for shuffles and fuzz and not meant for secrets.
 */
export function seededRandom(seed: string): Random {
	let state = hash32(seed);
	return () => {
		state = (state + GOLDEN_GAMMA) | 0;
		let z = state;
		z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
		z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
		return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
	};
}

/** A shuffled copy (Fisher and Yates); the input is not touched. */
export function shuffled<T>(values: readonly T[], random: Random): readonly T[] {
	const out = [...values];
	for (let i = out.length - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		[out[i], out[j]] = [out[j] as T, out[i] as T];
	}
	return out;
}
