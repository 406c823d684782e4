import type { AssignableItem } from '../assignment/public-document';
import type { CardKey } from '../item/card-key';
import type { Response } from '../item/response';
import { plainText } from '../text';
import { responseText } from './answer-text';
import type { Cell, Column, Gradebook } from './table';

/** Below this, shares say more of chance than of an item: only counts are shown. */
export const LEAST_ATTEMPTS = 20;

/** How often something was answered. */
export interface Counted {
	/** In words; true or false is for the page to name. */
	readonly answer: string | boolean;
	readonly isKey: boolean;
	readonly count: number;
}

/** An option, and how often it was chosen. */
export interface CountedOption extends Counted {
	/** As a key names it, see `Right`: its text as written, or true or false. */
	readonly value: string | boolean;
}

/** What the first attempts of all students say of an item. */
export interface ItemAnalysis {
	readonly key: CardKey;
	/** First attempts that were asked it and not excused; blank ones are among them. */
	readonly attempts: number;
	readonly blank: number;
	readonly excused: number;
	/** Mean score by the greatest possible, 0 to 1; absent below {@link LEAST_ATTEMPTS}. */
	readonly facility?: number;
	/** Whether there are too few attempts for more than counts. */
	readonly isFew: boolean;
	/** Of a choice, a multiple and a true or false: each option, never chosen ones too. */
	readonly options: readonly CountedOption[];
	/** Of an order and a match: the wrong answers, most frequent first. */
	readonly wrong: readonly Counted[];
}

/** An answer beside the item as the student's document had it. */
interface Answered {
	readonly cell: Cell;
	readonly item: AssignableItem;
}

function firstAnswers({ rows, assignments }: Gradebook, column: Column): readonly Answered[] {
	const items = new Map(assignments.map(({ id, items: all }) => [id, all]));
	return rows.flatMap(({ first }): Answered | readonly Answered[] => {
		const place = first && column.places.get(first.assignment);
		if (place === undefined) return [];
		const cell = first?.cells[place];
		const item = items.get(first?.assignment ?? '')?.[place]?.item;
		return cell && item ? { cell, item } : [];
	});
}

function tally(answers: readonly (string | boolean)[]): ReadonlyMap<string | boolean, number> {
	const counts = new Map<string | boolean, number>();
	for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
	return counts;
}

/** The words of what was chosen; of several, each. */
function chosen(response: Response, item: AssignableItem): readonly (string | boolean)[] {
	if (response.kind !== 'multiple' || item.kind !== 'multiple') {
		return [responseText(response, item)];
	}
	return item.options.flatMap(({ id, text }) =>
		response.options.includes(id) ? [plainText(text)] : []
	);
}

const responsesIn = (answers: readonly Answered[]) =>
	answers.flatMap(({ cell, item }) => (cell.response ? [{ response: cell.response, item }] : []));

function optionCounts(
	item: AssignableItem,
	answers: readonly Answered[]
): readonly CountedOption[] {
	const given = responsesIn(answers).flatMap(({ response, item: own }) => chosen(response, own));
	const counts = tally(given);
	const of = (value: string | boolean, isKey: boolean): CountedOption => {
		const answer = typeof value === 'string' ? plainText(value) : value;
		return { answer, value, isKey, count: counts.get(answer) ?? 0 };
	};
	if (item.kind === 'true-false') return [true, false].map((is) => of(is, item.key === is));
	if (item.kind !== 'choice' && item.kind !== 'multiple') return [];
	const keys = item.kind === 'choice' ? [item.key] : item.keys;
	return item.options.map(({ id, text }) => of(text, keys.includes(id)));
}

function wrongCounts({ kind }: AssignableItem, answers: readonly Answered[]) {
	if (kind !== 'order' && kind !== 'match') return [];
	const wrong = answers.filter(({ cell }) => cell.score < 1);
	const counts = tally(
		responsesIn(wrong).map(({ response, item }) => responseText(response, byText(item)))
	);
	return [...counts]
		.map(([answer, count]): Counted => ({ answer, isKey: false, count }))
		.sort((one, other) => other.count - one.count || (one.answer < other.answer ? -1 : 1));
}

/** Documents list premises in different orders; in words they are to be the same. */
function byText(item: AssignableItem): AssignableItem {
	if (item.kind !== 'match') return item;
	const premises = [...item.premises].sort((one, other) => (one.text < other.text ? -1 : 1));
	return { ...item, premises };
}

/** Facility is Moodle's: over first attempts, those left blank among them. */
export function analyseItem(book: Gradebook, column: Column): ItemAnalysis {
	const answers = firstAnswers(book, column);
	const counted = answers.filter(({ cell }) => !cell.excused);
	const attempts = counted.length;
	const points = counted.reduce((sum, { cell }) => sum + cell.score, 0);
	const isFew = attempts < LEAST_ATTEMPTS;
	return {
		...{ key: column.key, attempts, isFew, excused: answers.length - attempts },
		...(isFew ? {} : { facility: points / attempts }),
		blank: counted.filter(({ cell }) => cell.standing === 'blank').length,
		options: optionCounts(column.item, answers),
		wrong: wrongCounts(column.item, answers)
	};
}
