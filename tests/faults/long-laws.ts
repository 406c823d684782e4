import { seededRandom } from '../../src/lib/core/random';
import { damageRuns } from '../laws/damage';
import { runModel } from '../laws/model';

/** A law that `npm test` holds in some hundred cases, and that is held here in very many. */
export interface LongLaw {
	readonly name: string;
	readonly cases: number;
	/** Figures of its own; `failures` says how many cases broke it. */
	hold(cases: number, seed: string, say: (line: string) => void): Promise<LawFigures>;
}

export interface LawFigures {
	readonly failures: number;
	readonly [own: string]: unknown;
}

const megabytes = (bytes: number) => Number((bytes / 2 ** 20).toFixed(1));

/** Several browsers with one learner: see tests/laws/model.ts. */
const model: LongLaw = {
	name: 'model',
	cases: 20_000,
	hold(cases, seed, say) {
		try {
			runModel(cases, Math.floor(2 ** 31 * seededRandom(`${seed}:model`)()));
			return Promise.resolve({ failures: 0 });
		} catch (error) {
			say(String(error));
			// It stops at the first, and shrinks it.
			return Promise.resolve({ failures: 1 });
		}
	}
};

/** A backup that was flipped or cut on its way: see tests/laws/damage.ts. */
const damage: LongLaw = {
	name: 'damage',
	cases: 100_000,
	async hold(cases, seed, say) {
		const { refused, same, wrong, longestMs, heapBytes } = await damageRuns(cases, seed);
		for (const each of wrong) say(`damage: read, but not as written: ${JSON.stringify(each)}`);
		return {
			failures: wrong.length,
			refused,
			same,
			longestMs: Number(longestMs.toFixed(1)),
			heapMB: { most: megabytes(heapBytes.most), grown: megabytes(heapBytes.grown) }
		};
	}
};

export const longLaws: readonly LongLaw[] = [model, damage];
