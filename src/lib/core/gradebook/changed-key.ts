import type { AssignableItem } from '../assignment/public-document';
import type { Option } from '../item/options';
import { scoreResponse } from '../item/registry';
import type { Decisions } from './decisions';
import type { Cell, Column, FrozenAssignment, Gradebook, Row } from './table';

/**
 * What is right of an item: whether its statement holds, or the texts of its right options.
 * Documents name one option differently, and by its text it is the same in all of them.
 */
export type Right = boolean | readonly string[];

/** Another key than an item was sent with, as the teacher gave it. */
export interface ChangedRight {
	readonly right: Right;
	/** UTC milliseconds at which it was given: its trace. */
	readonly at: number;
}

const textsOf = (options: readonly Option[], ids: readonly string[]): readonly string[] =>
	options.flatMap(({ id, text }) => (ids.includes(id) ? [text] : []));

/**
 * What is right of an item now; undefined of the kinds that take no other key. What is typed takes
 * one more answer instead; of pairs and orders the whole would have to be put anew.
 */
export function rightOf(item: AssignableItem): Right | undefined {
	switch (item.kind) {
		case 'choice':
			return textsOf(item.options, [item.key]);
		case 'multiple':
			return textsOf(item.options, item.keys);
		case 'true-false':
			return item.key;
		default:
			return undefined;
	}
}

/** A key has no reason for being wrong. */
const without = (options: readonly Option[], keys: readonly string[]): readonly Option[] =>
	options.map((option) =>
		keys.includes(option.id) ? { id: option.id, text: option.text } : option
	);

/** The ids of options with these texts; undefined unless there are just so many of them. */
function idsOf(options: readonly Option[], texts: readonly string[], count: number) {
	const ids = options.flatMap(({ id, text }) => (texts.includes(text) ? [id] : []));
	return ids.length === count && texts.length === count ? ids.sort() : undefined;
}

const isSame = (ids: readonly string[], keys: readonly string[]) =>
	ids.every((id) => keys.includes(id));

/**
 * The item with another key. The very same item where that is its key already, or is none that it
 * can have: an option that it lacks, or more or fewer of them than it asks for, which was shown.
 */
export function withRight(item: AssignableItem, right: Right | undefined): AssignableItem {
	if (item.kind === 'true-false') {
		const isOther = typeof right === 'boolean' && right !== item.key;
		// Why it tempts was said of what is right now.
		return isOther ? { ...item, key: right, why: '' } : item;
	}
	if (!Array.isArray(right) || (item.kind !== 'choice' && item.kind !== 'multiple')) return item;
	const before = item.kind === 'choice' ? [item.key] : item.keys;
	const keys = idsOf(item.options, right as readonly string[], before.length);
	if (!keys || isSame(keys, before)) return item;
	const options = without(item.options, keys);
	if (item.kind === 'multiple') return { ...item, options, keys };
	const [key = item.key] = keys;
	return { ...item, options, key };
}

/** An assignment to be marked by the keys that hold now. */
export function withChangedKeys(
	assignment: FrozenAssignment,
	{ changedKeys }: Pick<Decisions, 'changedKeys'>
): FrozenAssignment {
	if (changedKeys.size === 0) return assignment;
	const items = assignment.items.map((sent) => {
		const item = withRight(sent.item, changedKeys.get(sent.own)?.right);
		return item === sent.item ? sent : { ...sent, item };
	});
	return { ...assignment, items };
}

const pointsOf = (cell: Cell, item: AssignableItem): number => {
	const score = cell.response ? scoreResponse(cell.response, item) : 0;
	return score === 'invalid' ? 0 : score;
};

/**
 * For how many students another key would change a score, in any attempt whose points are neither
 * excused nor given by hand.
 */
export function keyChanges({ rows, assignments }: Gradebook, column: Column, right: Right): number {
	const items = new Map(
		assignments.map(({ id, items: all }) => {
			const item = all[column.places.get(id) ?? -1]?.item;
			return [id, item && { before: item, after: withRight(item, right) }] as const;
		})
	);
	const isChanged = ({ attempts }: Row) =>
		attempts.some(({ assignment, cells }) => {
			const cell = cells[column.places.get(assignment) ?? -1];
			const item = items.get(assignment);
			if (!cell || !item || cell.excused || cell.overridden) return false;
			return pointsOf(cell, item.before) !== pointsOf(cell, item.after);
		});
	return rows.filter(isChanged).length;
}
