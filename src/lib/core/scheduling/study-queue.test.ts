import { describe, expect, it } from 'vitest';
import type { Card } from '../bank/bank';
import { entry } from '../../../../tests/support/entries';
import type { ReviewEntry } from '../log/entry';
import type { Fold } from '../log/fold';
import { extendFold, foldLog } from '../log/fold-log';
import type { Limits } from './day-limits';
import { AGAIN, GOOD } from './rating';
import { createScheduler, type Scheduler } from './scheduler';
import { LEARN_AHEAD_MS, nextCard, nextStudyDay, planStudy } from './study-queue';

const scheduler = createScheduler();
const TODAY = 20_000;
const DAY_MS = 86_400_000;
const NOON = TODAY * DAY_MS + DAY_MS / 2;
const NO_LIMITS: Limits = { new: 999, reviews: 999 };

/** Cards in bank order; a name like `place.choice.2` gives group and kind. */
function cards(...names: readonly string[]): readonly Card[] {
	return names.map((name, order) => {
		const [group = name, kind = 'choice'] = name.split('.');
		const item = `b/${name}` as const;
		const common = { part: '', topic: 't', group } as const;
		return { ...common, key: `${item}#`, item, kind: kind as Card['kind'], order };
	});
}

interface Told {
	readonly daysAgo?: number;
	readonly interval?: number;
	/** Minutes from noon at which a learning step comes back. */
	readonly stepIn?: number;
}

interface ByHand {
	readonly kind: 'suspend' | 'resume' | 'bury';
	readonly names: readonly string[];
	readonly daysAgo?: number;
}

/** A review of a card: an interval in days, or a learning step. */
function review(name: string, told: Told): Omit<ReviewEntry, 'id' | 't'> {
	const { daysAgo = 0, interval = 1, stepIn } = told;
	const at = NOON - daysAgo * DAY_MS - 3_600_000;
	const back = stepIn === undefined ? { interval } : { delay: stepIn * 60 + 3_600, step: 0 };
	return {
		...{ v: 1, at, offset: 0, day: TODAY - daysAgo, kind: 'review', card: `b/${name}#` },
		...{ revision: '1-aa', itemKind: 'choice', rating: stepIn === undefined ? GOOD : AGAIN },
		...{ mode: 'study', durationMs: 1, scheduler: 'fsrs-6', ...back }
	};
}

const folded = (...reviews: readonly Omit<ReviewEntry, 'id' | 't'>[]): Fold =>
	foldLog(
		reviews.map((each, at) => ({ ...each, id: `a.${at + 1}`, t: at + 1 })),
		() => scheduler
	);

/** The fold with what was then done by hand; the study day is told by `daysAgo`. */
function after(fold: Fold, ...acts: readonly ByHand[]): Fold {
	acts.forEach(({ daysAgo = 0, kind, names }, at) => {
		const cards = names.map((name) => `b/${name}#`);
		const day = TODAY - daysAgo;
		extendFold(fold, entry(kind, `b.${at + 1}`, 1_000 + at, { cards, day }));
	});
	return fold;
}

function plan(all: readonly Card[], fold: Fold, limits = NO_LIMITS, by: Scheduler = scheduler) {
	const { learning, due, fresh } = planStudy({
		cards: all,
		fold,
		day: TODAY,
		limits,
		scheduler: by
	});
	const names = (list: readonly Card[]) => list.map(({ key }) => key.slice(2, -1));
	return { learning: names(learning), due: names(due), fresh: names(fresh) };
}

describe('due cards', () => {
	it('are those whose day has come', () => {
		const fold = folded(
			review('past', { daysAgo: 9, interval: 3 }),
			review('today', { daysAgo: 4, interval: 4 }),
			review('tomorrow', { daysAgo: 4, interval: 5 })
		);
		const { due } = plan(cards('past', 'today', 'tomorrow'), fold);
		expect(due.sort()).toEqual(['past', 'today']);
	});

	it('come by retrievability, those closest to being forgotten first', () => {
		const fold = folded(
			review('fresh', { daysAgo: 2, interval: 2 }),
			review('faded', { daysAgo: 40, interval: 2 }),
			review('older', { daysAgo: 10, interval: 2 })
		);
		expect(plan(cards('fresh', 'faded', 'older'), fold).due).toEqual(['faded', 'older', 'fresh']);
	});

	it('come in bank order where they are remembered equally well', () => {
		const fold = folded(review('b', { daysAgo: 3 }), review('a', { daysAgo: 3 }));
		expect(plan(cards('a', 'b'), fold).due).toEqual(['a', 'b']);
	});

	it('are no more than the limit, less what was reviewed today', () => {
		const fold = folded(
			...['a', 'b', 'c', 'd'].map((name) => review(name, { daysAgo: 5 })),
			review('a', { interval: 9 })
		);
		const all = cards('a', 'b', 'c', 'd');
		expect(plan(all, fold).due).toEqual(['b', 'c', 'd']);
		expect(plan(all, fold, { new: 0, reviews: 3 }).due).toEqual(['b', 'c']);
		expect(plan(all, fold, { new: 0, reviews: 1 }).due).toEqual([]);
		expect(plan(all, fold, { new: 0, reviews: 0 }).due).toEqual([]);
	});

	it('are only those of the cards that are there', () => {
		expect(plan(cards('a'), folded(review('gone', { daysAgo: 5 }))).due).toEqual([]);
	});
});

describe('new cards', () => {
	it('come in bank order', () => {
		expect(plan(cards('c', 'a', 'b'), folded()).fresh).toEqual(['c', 'a', 'b']);
	});

	it('are no more than the limit, less those that were new today', () => {
		const fold = folded(review('a', { interval: 8 }));
		expect(plan(cards('a', 'b', 'c', 'd'), fold, { new: 3, reviews: 0 }).fresh).toEqual(['b', 'c']);
		expect(plan(cards('a', 'b'), fold, { new: 1, reviews: 0 }).fresh).toEqual([]);
		expect(plan(cards('a', 'b'), fold, { new: 0, reviews: 0 }).fresh).toEqual([]);
	});

	it('do not count those of another day', () => {
		const fold = folded(review('a', { daysAgo: 1, interval: 8 }));
		expect(plan(cards('a', 'b'), fold, { new: 1, reviews: 0 }).fresh).toEqual(['b']);
	});
});

describe('cards of one group', () => {
	it('come one a study day, the first in bank order', () => {
		expect(plan(cards('place.choice', 'place.choice.2', 'other'), folded()).fresh).toEqual([
			'place.choice',
			'other'
		]);
	});

	it('are recognised before they are recalled, wherever they stand', () => {
		const all = cards('place.flashcard', 'other', 'place.choice');
		expect(plan(all, folded()).fresh).toEqual(['other', 'place.choice']);
	});

	it('are recalled once the choice has been seen', () => {
		const fold = folded(review('place.choice', { daysAgo: 1, interval: 8 }));
		expect(plan(cards('place.flashcard', 'place.choice'), fold).fresh).toEqual(['place.flashcard']);
	});

	it('wait when one of them was reviewed today or stands in its steps', () => {
		const all = cards('place.choice', 'place.flashcard', 'other');
		expect(plan(all, folded(review('place.choice', { interval: 8 }))).fresh).toEqual(['other']);
		expect(plan(all, folded(review('place.choice', { daysAgo: 1, stepIn: 5 }))).fresh).toEqual([
			'other'
		]);
	});

	it('wait although they are due', () => {
		const old = review('place.flashcard', { daysAgo: 9 });
		const fold = folded(old, review('place.choice', { interval: 8 }));
		expect(plan(cards('place.choice', 'place.flashcard'), fold).due).toEqual([]);
	});

	it('give way to one that is due', () => {
		const fold = folded(review('place.flashcard', { daysAgo: 3 }));
		const got = plan(cards('place.choice', 'place.flashcard'), fold);
		expect(got).toEqual({ learning: [], due: ['place.flashcard'], fresh: [] });
	});

	it('are due one a day, the one closest to being forgotten', () => {
		const fold = folded(
			review('place.choice', { daysAgo: 3 }),
			review('place.flashcard', { daysAgo: 30 })
		);
		const all = cards('place.choice', 'place.flashcard');
		expect(plan(all, fold).due).toEqual(['place.flashcard']);
	});
});

describe('learning steps', () => {
	it('come earliest first and count against no limit', () => {
		const fold = folded(review('a', { stepIn: 10 }), review('b', { stepIn: 5 }));
		const got = plan(cards('a', 'b'), fold, { new: 0, reviews: 0 });
		expect(got).toEqual({ learning: ['b', 'a'], due: [], fresh: [] });
	});

	it('are kept over the end of a day', () => {
		const fold = folded(review('a', { daysAgo: 3, stepIn: 10 }));
		expect(plan(cards('a'), fold).learning).toEqual(['a']);
	});
});

describe('suspended cards', () => {
	const suspend: ByHand = { kind: 'suspend', names: ['new', 'due', 'step'] };
	const all = cards('new', 'due', 'step', 'other');
	const told = () => folded(review('due', { daysAgo: 3 }), review('step', { stepIn: 5 }));

	it('are not planned, whether new, due or in their steps', () => {
		expect(plan(all, told())).toEqual({
			learning: ['step'],
			due: ['due'],
			fresh: ['new', 'other']
		});
		expect(plan(all, after(told(), suspend))).toEqual({ learning: [], due: [], fresh: ['other'] });
	});

	it('come back when they are resumed', () => {
		const resume: ByHand = { kind: 'resume', names: ['due', 'step'] };
		const got = plan(all, after(told(), suspend, resume));
		expect(got).toEqual({ learning: ['step'], due: ['due'], fresh: ['other'] });
	});

	it('in their steps do not keep the others of their group away', () => {
		const fold = folded(review('place.choice', { daysAgo: 2, stepIn: 5 }));
		const sheet = cards('place.choice', 'place.flashcard');
		expect(plan(sheet, fold).fresh).toEqual([]);
		const stopped = after(fold, { kind: 'suspend', names: ['place.choice'] });
		expect(plan(sheet, stopped).fresh).toEqual(['place.flashcard']);
	});

	it('that had their turn today still do', () => {
		const fold = after(folded(review('place.choice', { stepIn: 5 })), {
			kind: 'suspend',
			names: ['place.choice']
		});
		expect(plan(cards('place.choice', 'place.flashcard'), fold).fresh).toEqual([]);
	});

	it('leave no next study day when there is nothing else', () => {
		const input = { cards: cards('new', 'due', 'step'), day: TODAY, limits: NO_LIMITS, scheduler };
		expect(nextStudyDay({ ...input, fold: told() })).toBe(TODAY + 1);
		expect(nextStudyDay({ ...input, fold: after(told(), suspend) })).toBeUndefined();
	});
});

describe('buried cards', () => {
	const all = cards('new', 'due', 'step');
	const told = () => folded(review('due', { daysAgo: 3 }), review('step', { stepIn: 5 }));
	const bury = (daysAgo: number): ByHand => ({
		kind: 'bury',
		names: ['new', 'due', 'step'],
		daysAgo
	});

	it('are not planned on the study day of the burial, and are on the next', () => {
		expect(plan(all, after(told(), bury(0)))).toEqual({ learning: [], due: [], fresh: [] });
		expect(plan(all, after(told(), bury(1)))).toEqual(plan(all, told()));
		expect(plan(all, after(told(), bury(0), bury(1)))).toEqual(plan(all, told()));
	});

	it('make tomorrow the next study day', () => {
		const input = { cards: all, day: TODAY, limits: NO_LIMITS, scheduler };
		expect(nextStudyDay({ ...input, fold: after(told(), bury(0)) })).toBe(TODAY + 1);
	});
});

describe('nextCard', () => {
	const next = (fold: Fold, names: readonly string[], now = NOON) => {
		const input = { cards: cards(...names), fold, day: TODAY, limits: NO_LIMITS, scheduler };
		const found = nextCard(planStudy(input), fold, now);
		return found.is === 'card' ? found.card.key.slice(2, -1) : found;
	};

	it('is a step that is due, then a due review, then a new card', () => {
		const step = review('step', { stepIn: 0 });
		const due = review('due', { daysAgo: 3 });
		const all = ['new', 'due', 'step'];
		expect(next(folded(step, due), all)).toBe('step');
		expect(next(folded(due), ['new', 'due'])).toBe('due');
		expect(next(folded(), ['new'])).toBe('new');
		expect(next(folded(step, due), all, NOON - 1)).toBe('due');
	});

	it('is a step up to twenty minutes early when nothing else is left', () => {
		const fold = folded(review('step', { stepIn: 20 }));
		expect(next(fold, ['step', 'new'])).toBe('new');
		expect(next(fold, ['step'])).toBe('step');
		expect(LEARN_AHEAD_MS).toBe(20 * 60_000);
	});

	it('says when to come back when a step is further off', () => {
		const fold = folded(review('step', { stepIn: 21 }));
		expect(next(fold, ['step'])).toEqual({ is: 'later', at: NOON + 21 * 60_000 });
		expect(next(fold, ['step'], NOON + 60_000)).toBe('step');
	});

	it('says that the day is done', () => {
		expect(next(folded(review('a', { interval: 3 })), ['a'])).toEqual({ is: 'done' });
		expect(next(folded(), [])).toEqual({ is: 'done' });
	});
});

describe('the next study day', () => {
	const next = (all: readonly Card[], fold: Fold, limits = NO_LIMITS) => {
		const day = nextStudyDay({ cards: all, fold, day: TODAY, limits, scheduler });
		return day === undefined ? undefined : day - TODAY;
	};

	it('is the first on which a card is due', () => {
		const fold = folded(review('far', { interval: 9 }), review('near', { interval: 4 }));
		expect(next(cards('far', 'near'), fold)).toBe(4);
	});

	it('is tomorrow when a sibling was only kept apart today', () => {
		const fold = folded(review('place.choice', { interval: 9 }));
		expect(next(cards('place.choice', 'place.flashcard'), fold)).toBe(1);
	});

	it('is tomorrow when the limit held new cards back', () => {
		const fold = folded(review('seen', { interval: 9 }));
		expect(next(cards('seen', 'unseen'), fold, { new: 1, reviews: 9 })).toBe(1);
	});

	it('is tomorrow for a card that is overdue because the limit was reached', () => {
		const fold = folded(
			review('old', { daysAgo: 9, interval: 3 }),
			review('older', { daysAgo: 20, interval: 3 })
		);
		expect(next(cards('old', 'older'), fold, { new: 9, reviews: 1 })).toBe(1);
	});

	it('does not come when nothing is left, or nothing is let in', () => {
		expect(next([], folded())).toBe(undefined);
		expect(next(cards('a'), folded(), { new: 0, reviews: 0 })).toBe(undefined);
	});
});
