import fc from 'fast-check';
import { it } from 'vitest';

/** A thousand runs, or more when `KACHI_RUNS` asks for them. */
const numRuns = Math.max(1_000, Number(process.env.KACHI_RUNS) || 0);
const timeout = 60_000 + 60 * numRuns;

/** A law whose runs are dear: it has so many, or as many as `KACHI_RUNS` asks for. */
export function lawOf<T>(runs: number, title: string, property: fc.IAsyncProperty<T>): void {
	const wanted = Number(process.env.KACHI_RUNS) || runs;
	it(title, () => fc.assert(property, { numRuns: wanted }), 60_000 + 60 * wanted);
}

/** A test that holds for whatever fast-check makes up; a failure prints the seed to repeat it. */
export function law<T>(title: string, property: fc.IProperty<T>): void {
	it(title, () => fc.assert(property, { numRuns }), timeout);
}
