import type { Row } from './table';

export type SortBy = 'number' | 'name' | 'total';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const byName = (one: Row, other: Row) =>
	collator.compare(one.name, other.name) || (one.key < other.key ? -1 : 1);

/** Who has no such thing stands last, whichever way it is sorted. */
function byValue(value: (row: Row) => number | undefined, direction: 1 | -1) {
	return (one: Row, other: Row) => {
		const [a, b] = [value(one), value(other)];
		if (a === undefined || b === undefined) {
			return a === b ? 0 : a === undefined ? 1 : -1;
		}
		return direction * (a - b);
	};
}

const byNumber = byValue(({ number }) => number, 1);

/**
 * Rows in another order; equal ones by number, then by name.
 *
 * @param isReversed the greatest first
 */
export function sortRows(rows: readonly Row[], by: SortBy, isReversed = false): readonly Row[] {
	const direction = isReversed ? -1 : 1;
	const first = {
		number: byValue(({ number }) => number, direction),
		name: (one: Row, other: Row) => direction * collator.compare(one.name, other.name),
		total: byValue(({ total }) => total?.percent, direction)
	}[by];
	return [...rows].sort(
		(one, other) => first(one, other) || byNumber(one, other) || byName(one, other)
	);
}
