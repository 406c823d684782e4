import { hasShape, isListOf, isText } from '../guard';
import { NEW_CARD, type CardRecord, type CardState, type Phase } from './fold-card';
import { parseEntryId } from './order';

/** Cards in columns: read at every start, and there may be a hundred thousand of them. */
export interface CardColumns {
	readonly keys: readonly string[];
	/** One block of numbers a card, in the order of `FIELDS`. */
	readonly numbers: Float64Array;
	/** Devices of the last reviews. */
	readonly devices: readonly string[];
	/** What few cards have, by the index of the card. */
	readonly rest: readonly (readonly [number, Pick<CardRecord, 'missed' | 'reviewed'>])[];
}

const PHASES: readonly (Phase | undefined)[] = [undefined, 'learning', 'review', 'relearning'];
/** In place of a phase. */
const NEW = 0;

/** Numbers of a card. Never of 32 bits: a stability would not come back as it was. */
const FIELDS = [
	'phase',
	'stability',
	'difficulty',
	'step',
	'due',
	'reps',
	'lapses',
	'lastDay',
	'lastAt',
	'lastDevice',
	'lastSeq',
	'suspended',
	'buriedOn',
	'flag',
	'wasRight'
] as const;

const WIDTH = FIELDS.length;
const NEVER_BURIED = NaN;

function stateNumbers(state: CardState | undefined, deviceAt: (device: string) => number) {
	if (!state) return [NEW, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
	const { memory, due, lastId } = state;
	const last = parseEntryId(lastId);
	return [
		PHASES.indexOf(state.phase),
		memory.stability,
		memory.difficulty,
		state.step,
		'day' in due ? due.day : due.at,
		state.reps,
		state.lapses,
		state.lastDay,
		state.lastAt,
		deviceAt(last.device),
		last.seq
	];
}

/** @param cards each with its key; a card may come once only */
export function cardColumns(cards: readonly (readonly [string, CardRecord])[]): CardColumns {
	const devices = new Map<string, number>();
	const deviceAt = (device: string) => {
		const at = devices.get(device) ?? devices.size;
		devices.set(device, at);
		return at;
	};
	const numbers = new Float64Array(cards.length * WIDTH);
	cards.forEach(([, record], at) => {
		const { suspended, buriedOn, flag, wasRight } = record;
		const rest = [Number(suspended), buriedOn ?? NEVER_BURIED, flag, Number(wasRight)];
		numbers.set([...stateNumbers(record.state, deviceAt), ...rest], at * WIDTH);
	});
	return {
		keys: cards.map(([key]) => key),
		numbers,
		devices: [...devices.keys()],
		rest: cards.flatMap(([, { missed, reviewed }], at) =>
			missed || reviewed.length > 0 ? [[at, { missed, reviewed }] as const] : []
		)
	};
}

const isColumns = hasShape({
	keys: isListOf(isText),
	devices: isListOf(isText),
	numbers: (value) => value instanceof Float64Array,
	rest: Array.isArray
});

/** @throws RangeError when these are no columns, or damaged ones */
export function cardsFromColumns(value: unknown): Map<string, CardRecord> {
	if (!isColumns(value)) throw new RangeError('not columns of cards');
	const columns = value as CardColumns;
	const { keys, numbers } = columns;
	if (numbers.length !== keys.length * WIDTH) throw new RangeError('columns of another length');
	const rest = new Map(columns.rest);
	const cards = new Map<string, CardRecord>();
	keys.forEach((key, at) => cards.set(key, recordAt(columns, at, rest.get(at) ?? NEW_CARD)));
	return cards;
}

function recordAt(
	columns: CardColumns,
	at: number,
	{ missed, reviewed }: Pick<CardRecord, 'missed' | 'reviewed'>
): CardRecord {
	const from = at * WIDTH;
	const number = (field: number) => columns.numbers[from + field] as number;
	const buriedOn = number(12);
	return {
		state: stateAt(columns, number),
		suspended: number(11) === 1,
		buriedOn: Number.isNaN(buriedOn) ? undefined : buriedOn,
		flag: number(13),
		missed,
		wasRight: number(14) === 1,
		reviewed
	};
}

function stateAt(columns: CardColumns, number: (field: number) => number): CardState | undefined {
	if (number(0) === NEW) return undefined;
	const phase = PHASES[number(0)];
	const device = columns.devices[number(9)];
	if (!phase || device === undefined) throw new RangeError('no phase or no device');
	return {
		memory: { stability: number(1), difficulty: number(2) },
		phase,
		step: number(3),
		due: phase === 'review' ? { day: number(4) } : { at: number(4) },
		reps: number(5),
		lapses: number(6),
		lastDay: number(7),
		lastAt: number(8),
		lastId: `${device}.${number(10)}`
	};
}
