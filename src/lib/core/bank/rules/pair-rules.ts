import { standsIn } from '../../text';
import type { Asked } from './asked';
import { classOf } from './lexicon';
import { findIf, type AskedBank, type Finding, type Rule } from './rule';
import { foldedText } from './words';

const EVENTS: readonly RegExp[] = [
	/\bTokyo (?:summit|statement|visit)\b|\bsummit in Tokyo\b|\bjoint statement\b/i,
	/\bNara\b/,
	/\bSeoul\b/
];

/** Compounds whose parts mean something else by themselves. */
const COMPOUNDS = [
	...['artificial intelligence', 'United States', 'South Korea', 'North Korea'],
	...['defence minister', 'defence ministers', 'defence talks']
].map(foldedText);

const withoutCompounds = (text: string, answer: string) =>
	COMPOUNDS.filter((compound) => !standsIn(compound, answer)).reduce(
		(rest, compound) => rest.replaceAll(compound, ' … '),
		text
	);

const sharePassage = (one: Asked, other: Asked) =>
	one.evidence.some((some) =>
		other.evidence.some(
			({ source, paragraph }) => source === some.source && paragraph === some.paragraph
		)
	);

const shareEvent = (one: Asked, other: Asked) =>
	EVENTS.some((event) => event.test(one.stem.text) && event.test(other.stem.text));

const shareFact = (one: Asked, other: Asked) => one.fact !== undefined && one.fact === other.fact;

const CARDINALS = 'zero one two three four five six seven eight nine ten'.split(' ');
const ORDINALS = 'zeroth first second third fourth fifth sixth seventh eighth ninth tenth'.split(
	' '
);

/** A number as others may write it; “one” and “two” are in every other sentence. */
function numberForms(key: number): readonly string[] {
	const words = [key > 2 ? CARDINALS[key] : undefined, key > 1 ? ORDINALS[key] : undefined];
	return [`${key}`, `${key}th`, ...words.filter((word) => word !== undefined)];
}

const LEAST_LETTERS = 3;

/** Words that answer an item. A flashcard's back is a phrase, which nobody else writes. */
function answersOf(item: Asked): readonly string[] {
	if (item.number) return numberForms(item.number.key);
	if (item.kind === 'flashcard') return [];
	return [...item.keys, ...item.gaps.flatMap(({ accept }) => accept)].filter(
		(form) => foldedText(form).length >= LEAST_LETTERS && !EVENTS.some((event) => event.test(form))
	);
}

const isVariant = ({ gaps }: Asked, form: string) =>
	gaps.some(({ accept }) => accept.includes(form));

/** Whether an item shows a folded answer; what is not there as letters is not there as words. */
const says = (item: Asked, answer: string) =>
	item.shown.some(({ text }) => {
		const shown = foldedText(text);
		return shown.includes(answer) && standsIn(answer, withoutCompounds(shown, answer));
	});

/** What more items than this say gives nothing away where they have little to do with each other. */
const MOST_SAYING = 4;

/** Whether an answer, said by another item, tells something to somebody who is asked this one. */
function isTelling(item: Asked, other: Asked, form: string, { items }: AskedBank): boolean {
	if (sharePassage(item, other)) return true;
	// A name is on every other page, and four people in a list tell nothing of who is meant elsewhere.
	const isName = !item.number && item.keys.some((key) => classOf(key) !== undefined);
	const isNear = shareEvent(item, other) || (item.topic === other.topic && !isVariant(item, form));
	const saying = () => items.filter((each) => says(each, foldedText(form))).length;
	return !isName && isNear && saying() <= MOST_SAYING;
}

function givenAwayBy(item: Asked, other: Asked, bank: AskedBank): string | undefined {
	const own = foldedText(item.stem.text);
	return answersOf(item).find((form) => {
		const answer = foldedText(form);
		// What the item says itself cannot be given away.
		return says(other, answer) && !standsIn(answer, own) && isTelling(item, other, form, bank);
	});
}

function gaveAway(item: Asked, bank: AskedBank): readonly Finding[] {
	return bank.items.flatMap((other) => {
		if (other === item || shareFact(item, other)) return [];
		if (item.excludes.includes(other.id) && other.excludes.includes(item.id)) return [];
		const answer = givenAwayBy(item, other, bank);
		return findIf(
			answer !== undefined,
			['excludes'],
			`“${other.id}” says “${answer}”, which answers “${item.id}”`
		);
	});
}

function splitFact(item: Asked, { items }: AskedBank): readonly Finding[] {
	const keys = new Set(item.keys.map(foldedText));
	return items.slice(0, items.indexOf(item)).flatMap((other) => {
		const isSame = !shareFact(item, other) && other.keys.some((key) => keys.has(foldedText(key)));
		const overlaps = item.evidence.some((some) =>
			other.evidence.some(
				({ source, paragraph, terms }) =>
					source === some.source &&
					paragraph === some.paragraph &&
					terms.some((term) =>
						some.terms.some((mine) => standsIn(term, mine) || standsIn(mine, term))
					)
			)
		);
		return findIf(
			isSame && overlaps,
			['fact'],
			`“${item.id}” and “${other.id}” have one key and one passage, but not one fact`
		);
	});
}

const oneSided = (item: Asked, { items }: AskedBank) =>
	item.excludes.flatMap((id, at) => {
		const other = items.find((candidate) => candidate.id === id);
		const isOneSided = other !== undefined && !other.excludes.includes(item.id);
		return findIf(isOneSided, ['excludes', at], `“${id}” does not exclude “${item.id}” in return`);
	});

/** What items are to one another. */
export const pairRules: readonly Rule[] = [
	{
		number: 10,
		code: 'gives-away',
		title: 'Items of which one shows the answer to another share a fact or exclude each other.',
		level: 'warning',
		hint: 'add each to “excludes:” of the other, or reword one of them',
		item: gaveAway
	},
	{
		number: 45,
		code: 'split-fact',
		title: 'Items with one key from one passage share a `fact`.',
		level: 'warning',
		hint: 'give both the same “fact:”',
		item: splitFact
	},
	{
		number: 46,
		code: 'one-sided-excludes',
		title: 'Of two items that exclude each other, each names the other.',
		level: 'warning',
		hint: 'add the other side',
		item: oneSided
	}
];
