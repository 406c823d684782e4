import type { Placed } from '../../src/lib/core/log/classify-entry';
import type { Head } from '../../src/lib/core/log/append';
import type { Comeback, Entry, EntryDraft } from '../../src/lib/core/log/entry';
import type { UndoTargets } from '../../src/lib/core/log/entry';
import type { Rating } from '../../src/lib/core/scheduling/rating';
import { studyDay } from '../../src/lib/core/study-day';
import { PARAMETER_SETS, type Colours, type Deed, type Moment } from './deeds';

/** Any value with a place in the log, known or not. */
export type Held = Placed & {
	readonly kind?: string | undefined;
	readonly batch?: string | undefined;
	readonly day?: number | undefined;
};

const ROLLOVER = 4;

const envelope = ({ at, offset }: Moment, batch: string) => ({
	...{ at, offset, batch },
	day: studyDay(at, offset, ROLLOVER)
});

const PLAIN: Colours = { guess: undefined, mode: 'study', score: undefined };

/** JSON has no members that are undefined, nor have entries. */
const defined = <T extends object>(value: T): T =>
	Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

const answered = (card: string, rating: Rating, colours: Colours) =>
	defined({
		...{ card, revision: '1-aa', itemKind: card === 'b/y#' ? 'true-false' : 'choice' },
		...{ rating, ...colours, durationMs: 1 }
	}) as object as Pick<Extract<Entry, { kind: 'practice' }>, 'card' | 'rating' | 'mode'>;

export const reviewDraft = (
	moment: Moment,
	batch: string,
	card: string,
	rating: Rating,
	comeback: Comeback,
	colours: Colours = PLAIN
): EntryDraft =>
	({
		...envelope(moment, batch),
		...answered(card, rating, colours),
		...{ kind: 'review', scheduler: 'fsrs-6' },
		...comeback
	}) as EntryDraft;

export const undoDraft = (moment: Moment, batch: string, targets: UndoTargets): EntryDraft => ({
	...envelope(moment, batch),
	kind: 'undo',
	targets
});

export const redateDraft = (ids: readonly string[], days: number): EntryDraft => ({
	...envelope({ at: 0, offset: 0 }, `redate ${days}`),
	...{ kind: 'redate', ids, days }
});

export const eraseDraft = (ids: readonly string[]): EntryDraft => ({
	...envelope({ at: 0, offset: 0 }, 'erase'),
	...{ kind: 'erase', ids }
});

/** What a device looks back on when it acts. */
interface Past {
	readonly held: readonly Held[];
	readonly head: Head;
}

const backIn = <T>(list: readonly T[], steps: number) =>
	list.at(-1 - (steps % Math.max(1, list.length)));

const idsIn = ({ held }: Past, steps: readonly number[]) =>
	steps.flatMap((each) => backIn(held, each)?.id ?? []);

/** A review that comes with a score of an earlier answer carries the day of that answer. */
function lateReview(past: Past, of: number | undefined): object {
	if (of === undefined) return {};
	const answers = past.held.filter(({ kind }) => kind === 'answer');
	const { id, day } = backIn(answers, of) ?? {};
	return id === undefined ? { for: 'none' } : { for: id, ...(of % 2 === 0 ? { day } : {}) };
}

type DeedOf<K extends Deed['is']> = Extract<Deed, { is: K }>;
type Make<K extends Deed['is']> = (deed: DeedOf<K>, past: Past, act: ActMaker) => readonly object[];
interface ActMaker {
	readonly moment: Moment;
	readonly batch: string;
	/** The id of the entry that comes so many places after the first of the act. */
	id(place: number): string;
}

const plain = ({ is, ...rest }: Deed) => [{ kind: is, ...rest }];

const makers: { readonly [K in Deed['is']]: Make<K> } = {
	review: ({ card, rating, comeback, colours, of }, past, { moment, batch }) => [
		{ ...reviewDraft(moment, batch, card, rating, comeback, colours), ...lateReview(past, of) }
	],
	practice: ({ is, card, rating, colours }) => [{ kind: is, ...answered(card, rating, colours) }],
	...{ suspend: plain, resume: plain, bury: plain, reset: plain, clear: plain },
	...{ flag: plain, schedule: plain, setting: plain, note: plain, finish: plain },
	parameters: ({ is, set }) => [{ kind: is, parameters: PARAMETER_SETS[set], fitted: { set } }],
	document: ({ is, ...rest }) => [{ kind: is, type: 'bank', ...rest }],
	start: ({ is, attempt }) => [
		{
			...{ kind: is, attempt, number: 1, title: 'Quiz', settings: { shuffle: true }, seed: 's' },
			items: [{ item: 'b/x', revision: '1-aa' }]
		}
	],
	answer: ({ is, attempt, item, blank }) => [
		{
			...{ kind: is, attempt, item, durationMs: 5 },
			response: blank ? null : { kind: 'choice', chosen: [1] }
		}
	],
	mark: ({ is, attempt, of, score }, past) => [
		{ kind: is, attempt, score, by: 'teacher', for: 'none', ...onlyFor(past, of) }
	],
	graded: ({ attempt, item, card, rating, score }, _, { moment, batch, id }) => [
		{ kind: 'answer', attempt, item, durationMs: 5, response: null },
		{ kind: 'mark', attempt, for: id(0), score, by: 'device' },
		{ ...reviewDraft(moment, batch, card, rating, { interval: 2 }), for: id(0), mode: 'quiz' }
	],
	undo: ({ is, back }, past) => [{ kind: is, targets: { ids: idsIn(past, back) } }],
	'undo-batch': ({ back }, past) => [
		{ kind: 'undo', targets: { batch: backIn(past.held, back)?.batch ?? 'none' } }
	],
	change: ({ back, card, rating }, past, { moment, batch }) => [
		undoDraft(moment, batch, { ids: idsIn(past, [back]) }),
		reviewDraft(moment, batch, card, rating, { interval: 3 })
	],
	regrade: ({ back, of, card, rating }, past, { moment, batch }) => [
		{ kind: 'mark', attempt: 'quiz1', score: 1, by: 'regrade', for: 'none', ...onlyFor(past, of) },
		undoDraft(moment, batch, { ids: idsIn(past, [back]) }),
		{ ...reviewDraft(moment, batch, card, rating, { interval: 3 }), ...lateReview(past, of) }
	],
	redate: ({ is, back, days }, past) => [{ kind: is, ids: idsIn(past, back), days }],
	erase: ({ is, back }, past) => [{ kind: is, ids: idsIn(past, back) }],
	inert: (deed, past) => [inertDraft(deed, past)]
};

function onlyFor(past: Past, of: number): object {
	const { for: id } = lateReview(past, of) as { readonly for: string };
	return { for: id };
}

/** A hologram is of no kind known here; what is malformed or newer only looks like one. */
function inertDraft({ sort, back, extra }: DeedOf<'inert'>, past: Past): object {
	const targets = { ids: idsIn(past, [back]) };
	if (sort === 'newer-undo') return { kind: 'undo', targets };
	if (sort === 'malformed-undo') return { kind: 'undo', targets: idsIn(past, [back]), extra };
	if (sort === 'malformed') return { kind: 'review', card: 'b/x#', rating: 7, extra };
	return { kind: 'hologram', for: targets.ids[0], extra };
}

/** What became of an entry on its way through other versions of the app. */
export function disguised({ is, ...rest }: Deed, entry: Entry): Held {
	const { sort } = { sort: '', ...rest };
	if (is !== 'inert') return entry;
	if (sort === 'stone') return { id: entry.id, t: entry.t, erased: true } as Held;
	return sort.startsWith('newer') ? ({ ...entry, v: 2 } as Entry) : entry;
}

/** The drafts of one act, given what the device holds. */
export function draftsOf(deed: Deed, moment: Moment, batch: string, past: Past) {
	const id = (place: number) => `${past.head.device}.${past.head.count + 1 + place}`;
	const make = makers[deed.is] as Make<Deed['is']>;
	const drafts = make(deed as never, past, { moment, batch, id });
	return drafts.map((draft) => ({
		...envelope(moment, batch),
		...draft
	})) as unknown as EntryDraft[];
}
