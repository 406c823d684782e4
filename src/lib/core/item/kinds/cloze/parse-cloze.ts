import * as v from 'valibot';
import { diagnosticsOf } from '../../../diagnose';
import { fail, ok, problem, type Diagnostic, type Path, type Result } from '../../../result';
import type { Gap } from '../../card-key';
import type { ItemBase } from '../../item';
import { baseFields, text } from '../../item-schema';
import type { KindParser } from '../../parse-item';
import type { TypedKey } from '../../typed-answer';
import { checkTyped, scoredTyped, typedFields, typedTexts } from '../../typed-schema';
import { piecesOf, stemFor, type ClozeGap, type ClozeItem } from './cloze';

/** The gap whose key an author may write at the top, where it is the only one. */
const ONLY: Gap = 'c1';

const fields = { kind: v.literal('cloze'), ...baseFields, stem: text };

const oneGap = v.strictObject({ ...fields, ...typedFields });

const severalGaps = v.strictObject({
	...fields,
	gaps: v.pipe(
		v.record(
			v.pipe(v.string(), v.regex(/^c[1-9]$/, 'a gap is called c1, c2 … c9')),
			v.strictObject(typedFields),
			'expected a mapping of gaps: c1, c2 …'
		),
		v.check((gaps) => Object.keys(gaps).length > 0, 'a cloze has a gap at least')
	)
});

interface Authored extends ItemBase {
	readonly kind: 'cloze';
	readonly stem: string;
}

/** Where the fields of a gap were written. */
type PathOf = (gap: Gap) => Path;

/** Every gap stands in the sentence once, and every mark is one of them. */
function markProblems(stem: string, gaps: readonly ClozeGap[]): readonly Diagnostic[] {
	const pieces = piecesOf(stem);
	const marks = pieces.filter((_, at) => at % 2 === 1);
	const ids: readonly string[] = gaps.map(({ id }) => id);
	const missed = ids.filter((id) => marks.filter((mark) => mark === id).length !== 1);
	const unknown = [...new Set(marks)].filter((mark) => !ids.includes(mark));
	const first = pieces[0] === '' && missed.length + unknown.length === 0;
	return [
		...missed.map((id) => `write {${id}} for the gap ${id}, once`),
		...unknown.map((id) => `the gap {${id}} has no key: list it under “gaps:”`),
		...(first
			? ['a gap at the beginning leaves nothing to go by: let some words stand before it']
			: [])
	].map((message) => problem('gap', ['stem'], message));
}

function build(authored: Authored, gaps: readonly ClozeGap[], pathOf: PathOf): Result<ClozeItem> {
	const typed = gaps.flatMap((gap) => {
		const checked = checkTyped(gap);
		if (checked.ok) return [];
		return checked.error.map((each) => ({ ...each, path: [...pathOf(gap.id), ...each.path] }));
	});
	const problems = [...markProblems(authored.stem, gaps), ...typed];
	const [first, ...others] = gaps;
	if (problems.length > 0 || !first) return fail(problems);
	return ok({ ...authored, gaps: [first, ...others] });
}

function parseOne(value: unknown): Result<ClozeItem> {
	const parsed = v.safeParse(oneGap, value);
	if (!parsed.success) return fail(diagnosticsOf(parsed.issues));
	const { key, accept, confusions, redirects, ...rest } = parsed.output;
	return build(rest, [{ id: ONLY, key, accept, confusions, redirects }], () => []);
}

function parseSeveral(value: unknown): Result<ClozeItem> {
	const parsed = v.safeParse(severalGaps, value);
	if (!parsed.success) return fail(diagnosticsOf(parsed.issues));
	const { gaps, ...rest } = parsed.output;
	const sorted = Object.keys(gaps)
		.sort()
		.map((id) => ({ id: id as Gap, ...(gaps[id] as TypedKey) }));
	return build(rest, sorted, (gap) => ['gaps', gap]);
}

const isSeveral = (value: unknown) =>
	typeof value === 'object' && value !== null && 'gaps' in value;

export const clozeParser: KindParser<ClozeItem> = {
	parse: (value) => (isSeveral(value) ? parseSeveral(value) : parseOne(value)),
	scored({ kind, stem, gaps }) {
		const [first, ...others] = gaps;
		// As when a cloze had one gap only: what was learnt of such an item hangs on its revision.
		if (first.id === ONLY && others.length === 0) return { kind, stem, ...scoredTyped(first) };
		return { kind, stem, gaps: Object.fromEntries(gaps.map((gap) => [gap.id, scoredTyped(gap)])) };
	},
	texts: (item) => [stemFor(item), ...item.gaps.flatMap(typedTexts)],
	evident: ({ gaps }) => gaps.map(({ key, accept }) => [key, ...accept])
};
