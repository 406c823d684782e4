/** A log with a full notebook: what was missed in Study and in a quiz, slipped, and what is gone. */
import { studyDay } from '../../src/lib/core/study-day';
import { AGAIN, GOOD } from '../../src/lib/core/scheduling/rating';
import { optionId, pairsOf, someItem } from './authored';
import { DAY_MS, entry, review } from './entries';

/** Minutes east of UTC where the journeys take place. */
const OFFSET = 540;

const choice = someItem('choice');
const statement = someItem('true-false');
const match = someItem('match');

export const MISSED = {
	/** Missed twice in Study, the last time two days ago. */
	choice: { key: choice.key, item: choice.item, wrong: optionId(choice.item, false) ?? '' },
	/** Right ten days ago, missed yesterday. */
	statement,
	/** Missed today in a quiz, though the learner was sure. */
	match,
	gone: 'vanished/question'
} as const;

export const QUIZ = 'Week 47';
export const ATTEMPT = 'attempt-of-week-47';

/** Of a moment, so many days before another. */
function ago(now: number, days: number) {
	const at = now - days * DAY_MS;
	return { at, offset: OFFSET, day: studyDay(at, OFFSET, 4) };
}

/** @param now UTC milliseconds */
export function missedLog(now: number): readonly unknown[] {
	const past = (days: number, kind: string, more: object) =>
		({ ...ago(now, days), itemKind: kind, offset: OFFSET, ...more }) as Parameters<
			typeof review
		>[4];
	const time = (days: number) => now - days * DAY_MS;
	const wrong = { score: 0, response: { kind: 'choice', option: MISSED.choice.wrong } };
	const no = { kind: 'true-false', answer: !statement.item.key };
	const pairs = { kind: 'match', pairs: pairsOf(match.item, false) };
	const today = time(0.01);
	return [
		review('a.1', time(10), `${statement.key}#`, GOOD, past(10, 'true-false', { score: 1 })),
		review('a.2', time(5), `${choice.key}#`, AGAIN, past(5, 'choice', wrong)),
		review('a.3', time(4), `${MISSED.gone}#`, AGAIN, past(4, 'choice', { score: 0 })),
		review('a.4', time(2), `${choice.key}#`, AGAIN, past(2, 'choice', wrong)),
		review(
			'a.5',
			time(1),
			`${statement.key}#`,
			AGAIN,
			past(1, 'true-false', { score: 0, response: no })
		),
		entry('start', 'a.6', today, {
			...ago(now, 0.01),
			...{ attempt: ATTEMPT, number: 1, title: QUIZ, settings: {}, seed: 's' },
			items: [{ item: match.key, revision: '1-aa' }]
		}),
		entry('answer', 'a.7', today + 1, {
			...ago(now, 0.01),
			...{ attempt: ATTEMPT, item: match.key, certainty: 'sure', durationMs: 900 },
			response: pairs as never
		}),
		entry('mark', 'a.8', today + 2, {
			...ago(now, 0.01),
			...({ attempt: ATTEMPT, for: 'a.7', score: 0, by: 'device' } as const)
		}),
		review(
			'a.9',
			today + 3,
			`${match.key}#`,
			AGAIN,
			past(0.01, 'match', { score: 0, mode: 'quiz', for: 'a.7', response: pairs })
		)
	];
}
