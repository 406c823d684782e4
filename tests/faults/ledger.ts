import type { Entry } from '../../src/lib/core/log/entry';
import type { Response } from '../../src/lib/core/item/response';
import { parseEntryId } from '../../src/lib/core/log/order';
import type { Incoming } from './incoming';
import { isAct, type Offer } from './press';

export type Key = readonly [device: string, seq: number];

/** What IndexedDB holds of one learner. */
export interface StoredLog {
	/** Of each entry, where it stands. */
	readonly keys: readonly Key[];
	readonly entries: readonly Entry[];
	/** How many packs hold some of them. */
	readonly packs: number;
	readonly head: { readonly device: string; readonly count: number; readonly t: number };
}

/** What is wrong with a log, in words, one for each thing. */
export interface Complaints {
	/** Called saved, or found in the log before, and gone or different. */
	readonly lost: readonly string[];
	/** Stored more often than it was given. */
	readonly doubled: readonly string[];
	/** Half an act, or a log that its own head does not fit. */
	readonly torn: readonly string[];
}

const isAnswer = ({ kind }: Entry) => kind === 'review' || kind === 'practice';

const kindsOf = (entries: readonly Entry[]) => entries.map(({ kind }) => kind).join();

const groupBy = <K, T>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> => {
	const groups = new Map<K, T[]>();
	for (const value of values) {
		const group = groups.get(keyOf(value));
		if (group) group.push(value);
		else groups.set(keyOf(value), [value]);
	}
	return groups;
};

/** The option that a response names, as the page names it. */
function optionOf(response: Response | undefined): string | undefined {
	if (response?.kind === 'choice') return response.option;
	return response?.kind === 'true-false' ? String(response.answer) : undefined;
}

/** Whether an entry holds just what was pressed. */
function holds(entry: Entry, { press, value, card }: Offer): boolean {
	if (entry.kind === 'setting') return press === 'buttons' && entry.value === Number(value);
	if ((entry.kind !== 'review' && entry.kind !== 'practice') || entry.card !== card) return false;
	if (press === 'slip') return entry.slip === true;
	const { response } = entry;
	if (press === 'submit') return response?.kind === 'match' || response?.kind === 'order';
	if (press === 'option') return optionOf(response) === value;
	if (press === 'check') return response?.kind === 'multiple' && response.options.length > 0;
	if (press === 'type')
		return response !== undefined && 'text' in response && response.text === value;
	return entry.rating === Number(value);
}

/** What an answer in a quiz comes to: alone until all is handed in, or with its mark at once. */
const ANSWERED = /^answer(,mark,(review|practice))?$/;

/** All that was left blank, each with its mark, what was only answered with its own, and the end. */
const HANDED_IN = /^((answer,)?mark,(review|practice),)*finish$/;

function isWholeInQuiz(entries: readonly Entry[], offer: Offer): boolean {
	const kinds = kindsOf(entries);
	if (offer.press === 'finish') return HANDED_IN.test(kinds);
	if (!ANSWERED.test(kinds)) return false;
	const [answer, , review] = entries;
	if (answer?.kind !== 'answer') return false;
	if (offer.press === 'giveUp') return answer.response === null && review?.kind === 'practice';
	return review === undefined || holds(review, offer);
}

/** Whether the entries of an act are all that belong to it. */
function isWhole(entries: readonly Entry[], offer: Offer): boolean {
	if (offer.inQuiz) return isWholeInQuiz(entries, offer);
	if (offer.press === 'begin') return kindsOf(entries) === 'start';
	const undos = entries.filter(({ kind }) => kind === 'undo');
	const others = entries.filter(({ kind }) => kind !== 'undo');
	const { press } = offer;
	const undoes = press === 'undo' || press === 'rerate' || press === 'slip';
	if (undos.length > 0 !== undoes) return false;
	return others.length === (press === 'undo' ? 0 : 1) && others.every((one) => holds(one, offer));
}

const deviceOf = ({ id }: Entry) => parseEntryId(id).device;

/** A head counts what it has stamped, and the entries count from 1 without gaps. */
function headComplaints({ keys, entries, head }: StoredLog, own: readonly Entry[]) {
	const misfits = entries.flatMap(({ id }, at) => {
		const key = keys[at]?.join('.');
		return key === id ? [] : [`${id} stands under ${key}`];
	});
	const seqs = own.map(({ id }) => parseEntryId(id).seq).sort((a, b) => a - b);
	const gap = seqs.findIndex((seq, at) => seq !== at + 1);
	if (gap >= 0) misfits.push(`number ${gap + 1} is missing`);
	// What was taken back had its time, and it is not given again.
	const t = own.reduce((most, entry) => Math.max(most, entry.t), 0);
	const fits = head.count === own.length && head.t >= t;
	const counts = `the head says ${head.count} entries up to ${head.t}`;
	return fits ? misfits : [...misfits, `${counts}, there are ${own.length} up to ${t}`];
}

/**
 * Keeps, outside the browser, what was given to the app and what the app has called saved, and
 * holds the log against it. Every act has a moment of its own, by which its entries are known.
 */
export function createLedger() {
	const given = new Map<number, Offer>();
	const acknowledged = new Set<number>();
	/** The log as it was found last time, by id. */
	let found = new Map<string, string>();
	/** What was restored from backups, by device. */
	const incoming: Incoming[] = [];

	/** When the act of an entry was pressed. What is handed in keeps the moments of its answers. */
	function momentsOf(entries: readonly Entry[]) {
		const ends = entries.filter(({ kind }) => kind === 'finish');
		const handedIn = new Map(ends.map(({ batch, at }) => [batch, at]));
		return ({ batch, at }: Entry) => handedIn.get(batch) ?? at;
	}

	function actComplaints(entries: readonly Entry[]) {
		const doubled: string[] = [];
		const torn: string[] = [];
		for (const [at, group] of groupBy(entries, momentsOf(entries))) {
			const offer = given.get(at);
			const what = `${offer?.press ?? 'something'} ${offer?.card ?? ''} at ${at}`;
			const batches = new Set(group.map(({ batch }) => batch));
			if (!offer) doubled.push(`${what} was stored and never given`);
			else if (
				batches.size > 1 ||
				(group.filter(isAnswer).length > 1 && offer.press !== 'finish')
			) {
				doubled.push(`${what} is stored ${Math.max(batches.size, 2)} times`);
			} else if (!isWhole(group, offer)) {
				torn.push(`${what} is stored as ${JSON.stringify(group)}`);
			}
		}
		return { doubled, torn };
	}

	/** Holds what came with backups against what was said of them. */
	function incomingComplaints(foreign: readonly Entry[]) {
		const groups = groupBy(foreign, deviceOf);
		const all = incoming.map((each) => each.judge(groups.get(each.device) ?? []));
		const known = new Set(incoming.map(({ device }) => device));
		const strangers = foreign.filter((entry) => !known.has(deviceOf(entry)));
		return {
			lost: all.flatMap(({ lost }) => lost),
			torn: all.flatMap(({ torn }) => torn),
			doubled: strangers.map(({ id }) => `${id} was stored and never given`)
		};
	}

	return {
		/** The backups that are restored; a scenario adds its own. */
		incoming,
		give(now: number, offer: Offer): void {
			if (isAct(offer.press)) given.set(now, offer);
		},
		acknowledge(moments: readonly number[]): void {
			for (const moment of moments) acknowledged.add(moment);
		},
		get counts() {
			return { given: given.size, acknowledged: acknowledged.size };
		},
		/** Holds the log against all that is known; what it finds must be there next time too. */
		judge(log: StoredLog): Complaints {
			const { entries } = log;
			const own = entries.filter((entry) => deviceOf(entry) === log.head.device);
			const foreign = entries.filter((entry) => deviceOf(entry) !== log.head.device);
			const moments = new Set(own.map(({ at }) => at));
			const now = new Map(own.map((entry) => [entry.id, JSON.stringify(entry)]));
			const unkept = [...acknowledged].filter((at) => !moments.has(at));
			const changed = [...found].filter(([id, text]) => now.get(id) !== text);
			const twice = [...groupBy(entries, ({ id }) => id)].filter(([, all]) => all.length > 1);
			found = now;
			const { doubled, torn } = actComplaints(own);
			const came = incomingComplaints(foreign);
			return {
				lost: [
					...unkept.map((at) => `${given.get(at)?.press} at ${at} was called saved and is not`),
					...changed.map(([id]) => `${id} was in the log, and is gone or another`),
					...came.lost
				],
				doubled: [
					...doubled,
					...twice.map(([id]) => `${id} is there more than once`),
					...came.doubled
				],
				torn: [...torn, ...headComplaints(log, own), ...came.torn]
			};
		}
	};
}

export type Ledger = ReturnType<typeof createLedger>;
