import type { Asked } from './asked';
import { MISLEADING, SENSITIVE, SPELLINGS, type Wording } from './lexicon';
import { findIn, type Finding, type Rule } from './rule';
import { withoutQuotations } from './words';

/** Looks for wordings in all that the author wrote; what a learner might type is not the author's voice. */
const without =
	(wordings: readonly Wording[]) =>
	({ texts }: Asked): readonly Finding[] =>
		texts.flatMap(({ path, text }) =>
			wordings.flatMap(({ pattern, instead }) => {
				const found = pattern.exec(withoutQuotations(text))?.[0];
				return found === undefined
					? []
					: [{ path, message: `“${found}” is not the house's wording`, hint: instead }];
			})
		);

const SPAN = /\[(?:\\[\s\S]|[^[\]\\])+\]\{lang=[A-Za-z-]+\}/g;
const FOREIGN = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/u;

const unmarked = ({ marked }: Asked) =>
	findIn(
		marked,
		(text) => FOREIGN.exec(text.replace(SPAN, ''))?.[0],
		(what) => `“${what}” is not marked as a word of its language`
	);

export const wordingRules: readonly Rule[] = [
	{
		number: 41,
		code: 'sensitive-wording',
		title: 'Painful and disputed matters are named in neutral words, contested terms attributed.',
		level: 'error',
		hint: 'use a neutral word',
		item: without(SENSITIVE)
	},
	{
		number: 42,
		code: 'misleading-wording',
		title: 'Nothing repeats a wording of the articles that is known to mislead.',
		level: 'warning',
		hint: 'say it exactly',
		item: without(MISLEADING)
	},
	{
		number: 43,
		code: 'house-spelling',
		title: 'Spelling is British, and a name has its house form.',
		level: 'warning',
		hint: 'use the house form',
		item: without(SPELLINGS)
	},
	{
		number: 47,
		code: 'unmarked-language',
		title: 'Korean and Japanese words are marked: `[광복절]{lang=ko}`.',
		level: 'warning',
		hint: 'write “[…]{lang=ko}” or “[…]{lang=ja}” around it',
		item: unmarked
	}
];
