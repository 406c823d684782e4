import fc from 'fast-check';
import type { Comeback } from '../../src/lib/core/log/entry';
import type { Rating } from '../../src/lib/core/scheduling/rating';
import { DEFAULT_PARAMETERS } from '../../src/lib/core/scheduling/scheduler';

export const DAY_MS = 86_400_000;

/** A moment by some clock, and the offset in force. */
export interface Moment {
	readonly at: number;
	readonly offset: number;
}

const FIRST_DAY = 20_400;

/** Mostly within one week, so that days and cards meet; now and then any year of 1970..2099. */
export const moments: fc.Arbitrary<Moment> = fc.record({
	at: fc.oneof(
		{
			weight: 4,
			arbitrary: fc.integer({ min: FIRST_DAY * DAY_MS, max: (FIRST_DAY + 7) * DAY_MS })
		},
		{ weight: 1, arbitrary: fc.integer({ min: 0, max: Date.UTC(2099, 11, 31) }) }
	),
	offset: fc.constantFrom(0, 60, -300, 540, 630, 840, -600)
});

export const ratings = fc.constantFrom<Rating>(1, 2, 3, 4);
const card = fc.constantFrom('b/x#', 'b/y#', 'b/z#', 'b/z#reverse');
const item = fc.constantFrom('b/x', 'b/y', '__proto__');
const attempt = fc.constantFrom('quiz1', 'quiz2', 'constructor');
const cards = fc.array(card, { maxLength: 3 });

/** So many entries ago, of all that the device holds; 0 is the last. */
const back = fc.nat({ max: 12 });
const several = fc.array(back, { minLength: 1, maxLength: 3 });

export const comebacks: fc.Arbitrary<Comeback> = fc.oneof(
	fc.record({ interval: fc.integer({ min: 1, max: 40 }) }),
	fc.record({ delay: fc.constantFrom(60, 330, 600), step: fc.constantFrom(0, 1) })
);

/** The default ones and two more, so that equal ones meet. */
export const PARAMETER_SETS: readonly (readonly number[])[] = [1, 0.9, 1.1].map((factor) =>
	DEFAULT_PARAMETERS.map((each) => each * factor)
);

const is = <T extends string>(...names: readonly T[]) => fc.constantFrom(...names);
const score = fc.constantFrom(0, 0.5, 1);

/** Of answers: whether one was by guess, in which mode, with what score. */
const colours = fc.record({
	guess: fc.option(fc.boolean(), { nil: undefined }),
	mode: fc.constantFrom('study', 'quiz', 'assignment', 'drill'),
	score: fc.option(score, { nil: undefined })
});

const review = fc.record({
	...{ is: is('review'), card, rating: ratings, comeback: comebacks, colours },
	/** The answer it rates, so many answers ago. */
	of: fc.option(back, { nil: undefined, freq: 3 })
});
const practice = fc.record({ is: is('practice'), card, rating: ratings, colours });
const ofCards = fc.record({ is: is('suspend', 'resume', 'bury', 'reset', 'clear'), cards });
const flag = fc.record({ is: is('flag'), cards, flag: fc.nat({ max: 7 }) });
const schedule = fc.record({
	is: is('schedule'),
	cards: fc.array(
		fc.record({ card, day: fc.integer({ min: FIRST_DAY - 5, max: FIRST_DAY + 60 }) }),
		{ maxLength: 3 }
	)
});

const setting = fc.record({
	is: is('setting'),
	key: is('newPerDay', 'rolloverHour', '__proto__'),
	value: fc.oneof(fc.nat({ max: 9 }), fc.constantFrom(null, false, { deep: ['x'] }))
});
const note = fc.record({ is: is('note'), item, text: is('', 'why', '왜') });
const parameters = fc.record({ is: is('parameters'), set: fc.nat({ max: 2 }) });
const documents = fc.record({ is: is('document'), hash: is('h1', 'h2'), text: is('a', 'b') });

const start = fc.record({ is: is('start'), attempt });
const answer = fc.record({ is: is('answer'), attempt, item, blank: fc.boolean() });
const finish = fc.record({ is: is('finish'), attempt });
const mark = fc.record({ is: is('mark'), attempt, of: back, score });
/** An answer, its mark and its review, in one act. */
const graded = fc.record({ is: is('graded'), attempt, item, card, rating: ratings, score });

const undo = fc.record({ is: is('undo'), back: several });
const undoBatch = fc.record({ is: is('undo-batch'), back });
/** Another rating for an answer, or another mark with its review: an undo and the new, in one. */
const change = fc.record({ is: is('change'), back, card, rating: ratings });
const regrade = fc.record({ is: is('regrade'), back, of: back, card, rating: ratings });
const redate = fc.record({
	...{ is: is('redate'), back: fc.array(back, { maxLength: 6 }) },
	days: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -47_000, max: 47_000 }))
});
const erase = fc.record({ is: is('erase'), back: fc.array(back, { maxLength: 3 }) });

/** What this app does not fold: of a newer one, damaged, or erased. */
const inert = fc.record({
	is: is('inert'),
	sort: is('unknown', 'newer', 'newer-undo', 'malformed', 'malformed-undo', 'stone'),
	back,
	extra: fc.jsonValue({ maxDepth: 2 })
});

const weighted = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary });

/** Everything a learner can do, and what other versions of the app may leave behind. */
const anything = fc.oneof(
	weighted(10, review),
	weighted(2, practice),
	weighted(7, fc.oneof(ofCards, flag, schedule, setting, note, documents, inert)),
	weighted(7, fc.oneof(start, answer, finish, mark, parameters, change, regrade)),
	weighted(6, fc.oneof(undoBatch, redate, graded)),
	weighted(4, undo),
	weighted(1, erase)
);

/** Plain objects, as a database gives them back; fast-check makes some without a prototype. */
export const deeds = anything.map((deed) => structuredClone(deed));

type ValueOf<A> = A extends fc.Arbitrary<infer T> ? T : never;
export type Deed = ValueOf<typeof deeds>;
export type Colours = ValueOf<typeof colours>;
