import * as v from 'valibot';
import { fail, ok, problem, type Result } from '../result';
import { foldAnswer, MAX_ANSWER_LENGTH } from './fold-answer';
import { listOf, text } from './item-schema';
import type { TypedKey } from './typed-answer';

const answer = v.pipe(
	text,
	v.maxLength(MAX_ANSWER_LENGTH, `an answer has at most ${MAX_ANSWER_LENGTH} characters`),
	v.check((value) => foldAnswer(value).length > 0, 'an answer has letters or digits')
);

/** The fields of a typed key, as an author writes them. */
export const typedFields = {
	key: answer,
	accept: v.optional(listOf(answer), []),
	confusions: v.optional(listOf(v.strictObject({ text: answer, why: text })), []),
	redirects: v.optional(listOf(v.strictObject({ text: answer, hint: text })), [])
};

const folded = (value: string) => foldAnswer(value).join('');

/** One answer cannot be right and wrong, nor stand twice. */
export function checkTyped<T extends TypedKey>(item: T): Result<T> {
	const listed = [
		{ path: ['key'], text: item.key },
		...item.accept.map((value, at) => ({ path: ['accept', at], text: value })),
		...item.confusions.map((each, at) => ({ path: ['confusions', at, 'text'], text: each.text })),
		...item.redirects.map((each, at) => ({ path: ['redirects', at, 'text'], text: each.text }))
	];
	const forms = listed.map((each) => folded(each.text));
	const problems = listed.flatMap((each, at) => {
		const first = forms.indexOf(forms[at] ?? '');
		if (first === at) return [];
		const before = listed[first]?.text ?? '';
		return [
			problem(
				'repeated-answer',
				each.path,
				`“${each.text}” is read as “${before}”, which stands here already`,
				'case, accents, hyphens, spaces and British spelling need no variant: leave one out'
			)
		];
	});
	return problems.length > 0 ? fail(problems) : ok(item);
}

/** What decides on a typed answer, and nothing else. */
export const scoredTyped = ({ key, accept, confusions, redirects }: TypedKey) => ({
	key,
	accept: [...accept],
	confusions: confusions.map((each) => each.text),
	redirects: redirects.map((each) => each.text)
});

/** The author's own sentences on wrong answers. */
export const typedTexts = ({ confusions, redirects }: TypedKey): readonly string[] => [
	...confusions.map(({ why }) => why),
	...redirects.map(({ hint }) => hint)
];
