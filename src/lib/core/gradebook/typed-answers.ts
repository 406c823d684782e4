import type { Response } from '../item/response';
import { foldAnswer } from '../item/fold-answer';
import { readNumber } from '../item/kinds/number/read-number';
import { isTyped, marker } from './marking';
import type { Cell, Column, Gradebook } from './table';

/** Answers that the scorer cannot tell apart. */
export interface TypedAnswer {
	/** As most students typed it. */
	readonly text: string;
	/** Other ways in which it was typed. */
	readonly otherTexts: readonly string[];
	/** Students who gave it in any attempt. */
	readonly students: number;
	/** Points by the key and what was accepted; invalid where it cannot be read as an answer. */
	readonly score: number | 'invalid';
	/** When it was accepted, if it was. UTC milliseconds. */
	readonly acceptedAt?: number;
}

interface Given {
	readonly row: string;
	readonly cell: Cell;
	readonly text: string;
	readonly response: Response;
}

const typedText = (response: Response | null): string | undefined =>
	response && 'text' in response ? response.text : undefined;

function givenTo({ rows }: Gradebook, { places }: Column): readonly Given[] {
	return rows.flatMap(({ key, attempts }) =>
		attempts.flatMap(({ assignment, cells }): Given | readonly Given[] => {
			const cell = cells[places.get(assignment) ?? -1];
			const response = cell?.response ?? null;
			const text = typedText(response);
			return cell && response && text !== undefined ? { row: key, cell, text, response } : [];
		})
	);
}

/** What an answer comes to before it is compared: of a number its value. */
export function typedKey(text: string, { item }: Column): string {
	const value = item.kind === 'number' ? readNumber(text, item.unit) : undefined;
	return value === undefined ? `text:${foldAnswer(text).join('')}` : `number:${value}`;
}

function accepting(column: Column, accepted: readonly string[]) {
	const { item, part } = column;
	return marker({ item, part, accepted });
}

const byFrequency = ([, one]: readonly [string, number], [, other]: readonly [string, number]) =>
	other - one;

function textsOf(given: readonly Given[]): readonly string[] {
	const counts = new Map<string, number>();
	for (const { text } of given) counts.set(text, (counts.get(text) ?? 0) + 1);
	return [...counts]
		.sort((one, other) => byFrequency(one, other) || (one[0] < other[0] ? -1 : 1))
		.map(([text]) => text);
}

const studentsIn = (given: readonly Given[]) => new Set(given.map(({ row }) => row)).size;

/** What was accepted for an item. */
type AcceptedTexts = readonly { readonly text: string; readonly at: number }[];

/**
 * Every different answer that was typed to an item, the most frequent first; of other kinds none.
 *
 * @param accepted what was accepted for this item
 */
export function typedAnswers(
	book: Gradebook,
	column: Column,
	accepted: AcceptedTexts
): readonly TypedAnswer[] {
	if (!isTyped(column.item)) return [];
	const score = accepting(
		column,
		accepted.map(({ text }) => text)
	);
	const groups = new Map<string, Given[]>();
	for (const each of givenTo(book, column)) {
		const key = typedKey(each.text, column);
		groups.set(key, [...(groups.get(key) ?? []), each]);
	}
	return [...groups]
		.flatMap(([key, given]): TypedAnswer | readonly TypedAnswer[] => {
			const [text, ...otherTexts] = textsOf(given);
			const [first] = given;
			if (text === undefined || !first) return [];
			const found = accepted.find((each) => typedKey(each.text, column) === key);
			return {
				...{ text, otherTexts, students: studentsIn(given), score: score(first.response) },
				...(found ? { acceptedAt: found.at } : {})
			};
		})
		.sort((one, other) => other.students - one.students || (one.text < other.text ? -1 : 1));
}

/**
 * For how many students accepting a text would change a score: those who gave it, or made a slip in
 * it, in an attempt whose points are neither excused nor given by hand.
 */
export function acceptChanges(
	book: Gradebook,
	column: Column,
	accepted: readonly string[],
	text: string
): number {
	const [before, after] = [accepting(column, accepted), accepting(column, [...accepted, text])];
	const points = (score: number | 'invalid') => (score === 'invalid' ? 0 : score);
	const known = new Map<string, boolean>();
	const isChanged = (given: Given) => {
		const found =
			known.get(given.text) ?? points(before(given.response)) !== points(after(given.response));
		known.set(given.text, found);
		return found;
	};
	const open = givenTo(book, column).filter(
		({ cell }) => !cell.excused && cell.overridden === undefined
	);
	return studentsIn(open.filter(isChanged));
}
