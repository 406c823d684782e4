import { describe, it } from 'vitest';
import { runModel } from './model';

const runs = Math.max(500, Number(process.env.KACHI_RUNS) || 0);

describe('several browsers', () => {
	it(
		'agree in the end, with nothing lost and nothing doubled',
		() => runModel(runs),
		120_000 + 300 * runs
	);
});
