/** Entries for tests: what a test does not say stands here, what it is about stands in the test. */
import type { Entry, Envelope, PracticeEntry, ReviewEntry } from '../../src/lib/core/log/entry';
import { GOOD, type Rating } from '../../src/lib/core/scheduling/rating';
import { createScheduler } from '../../src/lib/core/scheduling/scheduler';

export const DAY_MS = 86_400_000;

/** Default scheduler, or one with the parameters of a log. */
export const modelOf = (parameters: readonly number[] | undefined) =>
	createScheduler(parameters ? { parameters } : {});

type Of<K, E = Entry> = E extends { readonly kind: infer A } ? (K extends A ? E : never) : never;
type Body<T> = T extends Entry ? Omit<T, keyof Envelope> & Partial<Envelope> : never;

/** An entry of any kind; its study day is t ÷ 100 unless it says otherwise. */
export function entry<K extends Entry['kind']>(
	kind: K,
	id: string,
	t: number,
	body: Body<Of<K>>
): Of<K> {
	const at = (t * DAY_MS) / 100;
	const envelope = { v: 1, id, t, at, offset: 0, day: Math.floor(t / 100), kind };
	return { ...envelope, ...body } as unknown as Of<K>;
}

const answered = (card: string, rating: Rating) =>
	({ card, revision: '1-aa', itemKind: 'choice', rating, mode: 'study', durationMs: 9 }) as const;

type Answer = Partial<
	Omit<ReviewEntry, 'kind' | 'interval' | 'delay'> & {
		interval: number;
		delay: number;
		step: number;
	}
>;

/** A review that lets the card come back in two days. */
export function review(
	id: string,
	t: number,
	card: string,
	rating: Rating = GOOD,
	{ interval = 2, delay, step = 0, ...more }: Answer = {}
): ReviewEntry {
	const comeback = delay === undefined ? { interval } : { delay, step };
	return entry('review', id, t, {
		...answered(card, rating),
		scheduler: 'fsrs-6',
		...comeback,
		...more
	});
}

export const practice = (
	id: string,
	t: number,
	card: string,
	rating: Rating = GOOD,
	more: Answer = {}
): PracticeEntry =>
	entry('practice', id, t, { ...answered(card, rating), ...more } as Body<PracticeEntry>);

export const undo = (id: string, t: number, ...ids: readonly string[]) =>
	entry('undo', id, t, { targets: { ids } });

export const undoBatch = (id: string, t: number, batch: string) =>
	entry('undo', id, t, { targets: { batch } });

/** What an erased entry leaves. */
export const stone = (id: string, t: number) => ({ id, t, erased: true }) as const;
