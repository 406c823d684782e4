import { standsIn } from '../../text';
import type { Asked } from './asked';
import { findIf, type AskedBank, type Finding, type Rule } from './rule';
import { foldedText } from './words';

const EVENTS: readonly RegExp[] = [
	/\bTokyo (?:summit|statement|visit)\b|\bsummit in Tokyo\b|\bjoint statement\b/i,
	/\bNara\b/,
	/\bSeoul\b/,
	/\bquestion-and-answer\b|\bexplainer\b/i,
	/\bcommentary\b/i
];

const shownText = ({ shown }: Asked) => shown.map(({ text }) => text).join(' \n ');

/** Whether two items ask about the same passage, or about one event under one topic. */
function areRelated(one: Asked, other: Asked): boolean {
	const sharesPassage = one.evidence.some((some) =>
		other.evidence.some(
			({ source, paragraph }) => source === some.source && paragraph === some.paragraph
		)
	);
	const sharesEvent = EVENTS.some(
		(event) => event.test(one.stem.text) && event.test(shownText(other))
	);
	return sharesPassage || (sharesEvent && one.topic === other.topic);
}

const shareFact = (one: Asked, other: Asked) => one.fact !== undefined && one.fact === other.fact;
const LEAST_LETTERS = 3;

/** Words that answer an item: of a flashcard asked both ways its front too. */
function answersOf(item: Asked): readonly string[] {
	const asked = foldedText(shownText(item));
	const forms =
		item.kind === 'flashcard' ? [] : [...item.keys, ...item.gaps.flatMap(({ accept }) => accept)];
	return forms.filter((form) => {
		// What the item's own stem says already gives nothing away, nor does a single letter or digit.
		const isSaid = item.options.length === 0 && standsIn(foldedText(form), asked);
		return !isSaid && (foldedText(form).length >= LEAST_LETTERS || item.number !== undefined);
	});
}

function givenAwayBy(item: Asked, other: Asked): string | undefined {
	const stem = foldedText(item.stem.text);
	// A list of options tells nothing of which is right unless the stem asks for the same.
	const texts = other.options.length > 0 ? [other.stem] : other.shown;
	const whole = foldedText(texts.map(({ text }) => text).join(' \n '));
	return answersOf(item).find(
		(answer) => standsIn(foldedText(answer), whole) && !standsIn(foldedText(answer), stem)
	);
}

function gaveAway(item: Asked, { items }: AskedBank): readonly Finding[] {
	return items.flatMap((other) => {
		if (other === item || shareFact(item, other) || !areRelated(item, other)) return [];
		if (item.excludes.includes(other.id) && other.excludes.includes(item.id)) return [];
		const answer = givenAwayBy(item, other);
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
