import { itemPlace, sheetPlace, type Decisions } from './decisions';
import { cachedMarker, type MarkCache } from './marking';
import type { Whose } from './students';
import type { Cell, FrozenAssignment, ReceivedSheet, Total } from './table';

/** A sheet by the name that it goes by here. */
export interface NamedSheet extends ReceivedSheet {
	readonly hash: string;
	readonly by: Whose;
	/** What it says itself, where the teacher says otherwise. */
	readonly said?: Whose;
}

/** What may be added up of a list of answers: excused ones count neither way. */
export function totalOf(cells: readonly (Cell | undefined)[]): Total {
	const counted = cells.filter((cell) => cell !== undefined && !cell.excused);
	const points = counted.reduce((sum, cell) => sum + (cell?.score ?? 0), 0);
	const outOf = counted.length;
	return { points, outOf, ...(outOf === 0 ? {} : { percent: (100 * points) / outOf }) };
}

/** Marks sheets of one assignment: points by hand go before those by the key. */
export function sheetMarker(
	{ id, items }: FrozenAssignment,
	{ accepted, excused, overrides }: Decisions,
	cache: MarkCache
): (sheet: NamedSheet) => readonly Cell[] {
	const places = items.map(({ own, item, part }, place) => ({
		place,
		isExcused: excused.has(itemPlace(id, place)),
		score: cachedMarker(cache, `${id}:${place}`, {
			...{ item, part },
			accepted: (accepted.get(own) ?? []).map(({ text }) => text)
		})
	}));
	return ({ hash, sheet }) =>
		places.map(({ place, isExcused, score }): Cell => {
			const response = sheet.responses[place] ?? null;
			const byKey = response === null ? 'blank' : score(hash, response);
			const overridden = overrides.get(sheetPlace(hash, place));
			const points = typeof byKey === 'number' ? byKey : 0;
			return {
				...{ place, response, score: overridden?.score ?? points },
				standing: byKey === 'blank' ? 'blank' : byKey === 'invalid' ? 'unclear' : 'marked',
				excused: isExcused || excused.has(sheetPlace(hash, place)),
				...(overridden ? { overridden } : {})
			};
		});
}
