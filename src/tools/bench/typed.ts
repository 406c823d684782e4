/**
 * How long it takes to judge a typed answer, an ordinary one and the worst that is let through:
 * `node src/tools/run.js src/tools/bench/typed.ts`, or as part of `npm run bench`.
 */
import { MAX_ANSWER_LENGTH } from '../../lib/core/item/fold-answer';
import { readNumber } from '../../lib/core/item/kinds/number/read-number';
import { judgeTyped, type TypedKey } from '../../lib/core/item/typed-answer';
import { summarize } from './summary.js';

const RUNS = 500;
/** As many as an item may list. */
const VARIANTS = 64;

const name: TypedKey = {
	key: 'Sanae Takaichi',
	accept: ['Takaichi', 'Takaichi Sanae', '高市早苗', '다카이치 사나에'],
	confusions: [{ text: 'Shigeru Ishiba', why: '' }],
	redirects: []
};

/** Answers of greatest length that agree with what was typed until near their end. */
function worst(letter: string): { readonly text: string; readonly key: TypedKey } {
	const text = letter.repeat(MAX_ANSWER_LENGTH);
	const variants = Array.from(
		{ length: VARIANTS },
		(_, at) => `${text.slice(0, -3)}${at.toString(36).padStart(2, 'x')}`
	);
	const confusions = variants.map((variant) => ({ text: `${variant}q`, why: '' }));
	return { text, key: { key: `${variants[0]}z`, accept: variants, confusions, redirects: [] } };
}

function timesOf(judge: () => unknown): readonly number[] {
	judge();
	return Array.from({ length: RUNS }, () => {
		const start = performance.now();
		judge();
		return performance.now() - start;
	});
}

export function main(): Promise<number> {
	const cases = {
		name: () => judgeTyped('sanae takaichu', name),
		letters: ['a', 'ō', '각', '長', 'a ', '\u0301'].map(worst),
		number: () => readNumber('1,'.repeat(MAX_ANSWER_LENGTH / 2))
	};
	const worstTimes = cases.letters.flatMap(({ text, key }) =>
		timesOf(() => judgeTyped(text.slice(0, MAX_ANSWER_LENGTH), key))
	);
	const figures = {
		typedMs: summarize(timesOf(cases.name)),
		worstTypedMs: summarize(worstTimes),
		worstNumberMs: summarize(timesOf(cases.number))
	};
	process.stdout.write(`${JSON.stringify(figures)}\n`);
	return Promise.resolve(0);
}
