import type { CardKey } from '../item/card-key';
import { isRecord } from '../guard';
import { readName } from '../assignment/names';
import { MAX_ITEMS } from '../assignment/caps';
import type { Fold } from '../log/fold';
import { readSetPolicy, type SetPolicy } from './set-policy';
import { settingsUnder } from './under';

const PREFIX = 'set:';
const CARD = /^[^/#]+\/[^/#]+#[^#]*$/;

/** A quiz that a teacher put together, to be sent as often as they like. */
export interface QuizSet {
	readonly id: string;
	/** Empty as long as it was given none. */
	readonly title: string;
	/** What it asks, in order, each once. */
	readonly items: readonly CardKey[];
	readonly policy: SetPolicy;
	readonly archived: boolean;
	/** UTC milliseconds at which it was made. */
	readonly at: number;
	/** Seed of the last draw from a pool, if it was drawn. */
	readonly draw?: string;
	/** The class it goes to, in hexadecimal digits; none for whoever has the link. */
	readonly classId?: string;
}

/** The setting that holds a set. */
export const setKey = (id: string): string => `${PREFIX}${id}`;

const isCardKey = (value: unknown): value is CardKey =>
	typeof value === 'string' && CARD.test(value);

function readSet(id: string, value: unknown): QuizSet | undefined {
	if (id === '' || !isRecord(value)) return undefined;
	const title = readName(typeof value.title === 'string' ? value.title : '');
	const items = Array.isArray(value.items) ? value.items.filter(isCardKey) : [];
	return {
		...{ id, title: title.ok ? title.value : '' },
		items: [...new Set(items)].slice(0, MAX_ITEMS),
		policy: readSetPolicy(value.policy),
		archived: value.archived === true,
		at: typeof value.at === 'number' ? value.at : 0,
		...(typeof value.draw === 'string' ? { draw: value.draw } : {}),
		...(typeof value.classId === 'string' ? { classId: value.classId } : {})
	};
}

/** The sets of a teacher's log, the latest first; what is damaged is left out. */
export const readSets = (fold: Pick<Fold, 'settings'>): readonly QuizSet[] =>
	settingsUnder(fold, PREFIX)
		.flatMap(([id, value]) => readSet(id, value) ?? [])
		.sort((one, other) => other.at - one.at);

/** A set as the log holds it. */
export const writtenSet = ({ id: _, ...rest }: QuizSet): unknown => rest;

/** The list with one item a place earlier or later; unchanged at its ends. */
export function moved<T>(items: readonly T[], from: number, by: 1 | -1): readonly T[] {
	const to = from + by;
	const [one, other] = [items[from], items[to]];
	if (one === undefined || other === undefined) return items;
	return items.map((item, at) => (at === from ? other : at === to ? one : item));
}
