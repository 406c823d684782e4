/** What a log means, said once more in the simplest way, to hold the quick one against it. */
import { classifyEntry } from '../../src/lib/core/log/classify-entry';
import type { Entry, RedateEntry, UndoEntry } from '../../src/lib/core/log/entry';
import { compareEntries } from '../../src/lib/core/log/order';
import { DAY_MS } from './deeds';

const known = (values: readonly unknown[]): readonly Entry[] =>
	values.flatMap((value) => {
		const seen = classifyEntry(value);
		return seen.is === 'known' ? seen.entry : [];
	});

const names = ({ targets }: UndoEntry, { id, batch }: Entry) =>
	targets.ids !== undefined ? targets.ids.includes(id) : targets.batch === batch;

/** Void when a later undo names it that is not void itself. */
function isVoid(log: readonly Entry[], entry: Entry): boolean {
	if (entry.kind === 'erase') return false;
	return log.some(
		(undo) =>
			undo.kind === 'undo' &&
			compareEntries(entry, undo) < 0 &&
			names(undo, entry) &&
			!isVoid(log, undo)
	);
}

function shiftOf(redates: readonly RedateEntry[], entry: Entry): number {
	return redates
		.filter((redate) => redate.ids.includes(entry.id) && compareEntries(entry, redate) < 0)
		.reduce((sum, { days }) => sum + days, 0);
}

/** A log that comes to the same, without undos, redates and what they act on. */
export function plainLog(values: readonly unknown[]): readonly Entry[] {
	const log = known(values);
	const alive = log.filter((entry) => !isVoid(log, entry));
	const redates = alive.filter((entry) => entry.kind === 'redate');
	return alive
		.filter(({ kind }) => kind !== 'undo' && kind !== 'redate')
		.map((entry) => {
			const days = shiftOf(redates, entry);
			return { ...entry, day: entry.day + days, at: entry.at + days * DAY_MS };
		});
}

const LASTING = ['undo', 'redate', 'erase'];

interface Loose {
	readonly id: string;
	readonly kind?: string;
	readonly for?: string;
	readonly erased?: boolean;
}

/** Ids that are erased, by name or with what they are for. */
export function erasedIn(values: readonly unknown[]): ReadonlySet<string> {
	const placed = values.filter((value) => classifyEntry(value).is !== 'unreadable') as Loose[];
	const named = known(values).flatMap((entry) => (entry.kind === 'erase' ? entry.ids : []));
	const stones = placed.filter(({ erased }) => erased === true).map(({ id }) => id);
	const erased = new Set([...named, ...stones]);
	const follows = (value: Loose) =>
		!isLasting(value) && value.for !== undefined && erased.has(value.for);
	for (let size = -1; size !== erased.size;) {
		size = erased.size;
		for (const value of placed.filter(follows)) erased.add(value.id);
	}
	return erased;
}

/** What acts on others is never erased. */
export const isLasting = (value: unknown): boolean => {
	const { kind, erased } = value as Loose;
	return erased !== true && LASTING.includes(kind ?? '');
};
