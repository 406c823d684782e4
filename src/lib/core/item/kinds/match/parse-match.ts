import * as v from 'valibot';
import { diagnosticsOf } from '../../../diagnose';
import { seededRandom } from '../../../random';
import { fail, ok, problem, type Diagnostic, type Path, type Result } from '../../../result';
import { comparable } from '../../../text';
import { baseFields, id, listOf, text } from '../../item-schema';
import type { KindParser } from '../../parse-item';
import type { MatchItem } from './match';

const LEAST_PAIRS = 3;
const MOST_PAIRS = 7;

const schema = v.strictObject({
	kind: v.literal('match'),
	...baseFields,
	stem: text,
	pairs: v.pipe(
		listOf(v.strictObject({ id, premise: text, response: text })),
		v.minLength(LEAST_PAIRS, `a match needs at least ${LEAST_PAIRS} pairs`),
		v.maxLength(MOST_PAIRS, `a match has at most ${MOST_PAIRS} pairs`)
	),
	spares: v.pipe(
		listOf(v.strictObject({ id, text, why: v.exactOptional(text) })),
		v.minLength(1, 'without a spare response the last pair is given away')
	)
});

type Authored = v.InferOutput<typeof schema>;

interface Entry {
	readonly path: Path;
	readonly value: string;
}

/** Entries that stand there already, whatever their case and quotation marks. */
function repeated(entries: readonly Entry[], what: string): readonly Diagnostic[] {
	const values = entries.map(({ value }) => comparable(value));
	return entries.flatMap(({ path, value }, at) =>
		values.indexOf(values[at] ?? '') < at
			? [problem('repeated-option', path, `the ${what} “${value}” stands here twice`)]
			: []
	);
}

function problemsOf({ pairs, spares }: Authored): readonly Diagnostic[] {
	const inPairs = (field: 'id' | 'premise' | 'response') =>
		pairs.map((pair, at) => ({ path: ['pairs', at, field], value: pair[field] }));
	const inSpares = (field: 'id' | 'text') =>
		spares.map((spare, at) => ({ path: ['spares', at, field], value: spare[field] }));
	return [
		...repeated([...inPairs('id'), ...inSpares('id')], 'id'),
		...repeated(inPairs('premise'), 'premise'),
		...repeated([...inPairs('response'), ...inSpares('text')], 'response')
	];
}

/**
 * The id of a response: lasting, as it hangs on ids alone, and nothing to tell from whose it is
 * or whether it is a spare. The author gives one id to a pair, and the premise bears that.
 */
function responseId(item: string, own: string): string {
	const bits = Math.floor(seededRandom(`${item}/${own}:response`)() * 2 ** 32);
	return `r-${bits.toString(16).padStart(8, '0')}`;
}

function build(authored: Authored): Result<MatchItem> {
	const problems = problemsOf(authored);
	if (problems.length > 0) return fail(problems);
	const { pairs, spares, ...rest } = authored;
	const idOf = (own: string) => responseId(rest.id, own);
	return ok({
		...rest,
		premises: pairs.map((pair) => ({ id: pair.id, text: pair.premise })),
		responses: [
			...pairs.map((pair) => ({ id: idOf(pair.id), text: pair.response })),
			...spares.map((spare) => ({ ...spare, id: idOf(spare.id) }))
		],
		key: Object.fromEntries(pairs.map((pair) => [pair.id, idOf(pair.id)]))
	});
}

const textById = (entries: readonly { readonly id: string; readonly text: string }[]) =>
	Object.fromEntries(entries.map((entry) => [entry.id, entry.text]));

export const matchParser: KindParser<MatchItem> = {
	parse(value) {
		const parsed = v.safeParse(schema, value);
		return parsed.success ? build(parsed.output) : fail(diagnosticsOf(parsed.issues));
	},
	scored: ({ kind, stem, premises, responses, key }) => ({
		kind,
		stem,
		// By id: the author's order decides nothing.
		premises: textById(premises),
		responses: textById(responses),
		key
	}),
	texts: ({ stem, premises, responses }) => [
		stem,
		...premises.map((premise) => premise.text),
		...responses.flatMap(({ text, why }) => (why === undefined ? [text] : [text, why]))
	],
	// Pairs are held to their evidence as a whole, by a person.
	evident: () => []
};
