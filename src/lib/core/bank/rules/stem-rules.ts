import type { Asked } from './asked';
import { namesPerson } from './lexicon';
import { findIf, type Finding, type Rule } from './rule';
import { withoutQuotations, wordsOf } from './words';

const LEAST_WORDS = 6;
const MOST_WORDS = 30;
const IMPERATIVE =
	/^(?:match|put|name|give|choose|complete|fill|arrange|sort|pair|order|select|mark)\b/i;
const NEGATIVE =
	/\b(?:not|except|never|incorrect|neither|cannot|\p{L}+n['’]t)\b|(?<!\bat )\bleast\b/iu;
const VAGUE = /\b(?:always|all|only|every|completely|entirely|often|usually|sometimes)\b/i;
const TIME_BOUND =
	/\b(?:current(?:ly)?|now|nowadays|recent(?:ly)?|today|at present|incumbent|so far|this (?:week(?:end)?|month|year)|last (?:week|month|year)|is (?:the )?(?:prime minister|president))\b/i;
const CLAUSE = /\b(?:which|that|who|whom|whose)\b/gi;
const QUESTION_WORD = /\b(?:which|who|whom|whose)\b/i;
const PERSON =
	/\bthe (?:president|prime minister)\b|\b(?!he or she|his or her)(?<!he or |his or )(?:his|her|he|she)\b/i;
const THEIR = /\btheir\b/i;
const GROUP =
	/\b(?:Japan|Korea|China|countries|leaders|ministers|governments|neighbours|nations|sides|articles|politicians|soldiers|allies)\b/i;

const isFlashcard = ({ kind }: Asked) => kind === 'flashcard';
const hasStem = (item: Asked) => !isFlashcard(item);
const sentencesOf = (text: string) => text.split(/(?<=[.?!…])\s+/);

/** The stem with quotations taken out: a quoted “never” is somebody else's. */
const ownStem = ({ stem }: Asked) => withoutQuotations(stem.text);

function isClear({ kind, stem }: Asked): boolean {
	const sentences = sentencesOf(stem.text);
	if (kind === 'true-false') return stem.text.endsWith('.');
	if (kind === 'cloze') return true;
	return sentences.some((sentence) => sentence.endsWith('?') || IMPERATIVE.test(sentence));
}

function stemForm(item: Asked): readonly Finding[] {
	if (!hasStem(item)) return [];
	const { path, text } = item.stem;
	const count = wordsOf(text).length;
	return [
		...findIf(!isClear(item), path, 'the stem neither asks, nor tells what to do, nor has a gap'),
		...findIf(count < LEAST_WORDS, path, `the stem has ${count} words, fewer than ${LEAST_WORDS}`)
	];
}

function clausesOf(stem: string): number {
	const found = stem.match(CLAUSE)?.length ?? 0;
	return stem.includes('?') && QUESTION_WORD.test(stem) ? found - 1 : found;
}

function stemLength(item: Asked): readonly Finding[] {
	const { path, text } = item.stem;
	const count = wordsOf(text).length;
	const clauses = clausesOf(ownStem(item));
	return [
		...findIf(count > MOST_WORDS, path, `the stem has ${count} words, more than ${MOST_WORDS}`),
		...findIf(clauses > 1, path, `the stem has ${clauses} subordinate clauses`)
	];
}

/** Looks for a word that a stem should not have; flashcards ask by their front. */
const withoutWord = (pattern: RegExp, what: string) => (item: Asked) => {
	const found = pattern.exec(ownStem(item))?.[0];
	return found === undefined ? [] : [{ path: item.stem.path, message: `“${found}” ${what}` }];
};

function unnamedPerson(item: Asked): readonly Finding[] {
	const stem = ownStem(item);
	const person = PERSON.exec(stem)?.[0];
	const group = THEIR.exec(stem)?.[0];
	const unnamed =
		(person !== undefined && !namesPerson(stem) ? person : undefined) ??
		(group !== undefined && !namesPerson(stem) && !GROUP.test(stem) ? group : undefined);
	return findIf(unnamed !== undefined, item.stem.path, `“${unnamed}” may be several people`);
}

export const stemRules: readonly Rule[] = [
	{
		number: 9,
		code: 'time-bound',
		title: 'A stem stays true: nothing in it is *current*, *recent* or *now*.',
		level: 'error',
		hint: 'name the event instead, such as “at the Nara summit”',
		item: withoutWord(TIME_BOUND, 'will not stay true')
	},
	{
		number: 11,
		code: 'stem-form',
		title: 'A stem has six words or more and asks, tells what to do, states or has a gap.',
		level: 'error',
		hint: 'end it with “?”, begin with Name, Match or Put, or leave a gap',
		item: stemForm
	},
	{
		number: 12,
		code: 'stem-length',
		title: 'A stem has at most 30 words and one subordinate clause.',
		level: 'warning',
		hint: 'leave out what is not needed for the answer',
		item: stemLength
	},
	{
		number: 13,
		code: 'negative-stem',
		title: 'A stem is worded positively.',
		level: 'error',
		hint: 'ask for what is so',
		item: withoutWord(NEGATIVE, 'makes the stem negative')
	},
	{
		number: 14,
		code: 'absolute-word',
		title: 'A stem has no *always*, *all*, *only*, *every*, *often* and the like.',
		level: 'warning',
		hint: 'such words hint at the answer: leave it out or be exact',
		item: withoutWord(VAGUE, 'is absolute or vague')
	},
	{
		number: 16,
		code: 'unnamed-person',
		title: 'A stem with *the president*, *his*, *her* or *their* names whom it means.',
		level: 'warning',
		hint: 'give the name',
		item: unnamedPerson
	}
];
