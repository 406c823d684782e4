/** What a learner has done before a journey begins, written beside the app. */
import type { Page } from '@playwright/test';
import type { Entry } from '../../src/lib/core/log/entry';
import type { Rating } from '../../src/lib/core/scheduling/rating';
import { allCards } from './authored';
import { DAY_MS, review } from './entries';
import { putInLog } from './stored-data';
import { openToday } from './study';

/** Noon in Seoul on the day that journeys take for today. */
export const NOON = '2026-11-25T03:00:00Z';
const TODAY = Date.UTC(2026, 10, 25) / DAY_MS;

/** Noon so many days from today. */
export const noonIn = (days: number): string =>
	new Date(Date.parse(NOON) + days * DAY_MS).toISOString();

export const dateIn = (days: number): string => noonIn(days).slice(0, 10);

export interface Told {
	readonly card: string;
	readonly daysAgo: number;
	readonly rating?: Rating;
	readonly score?: number;
	/** Days. */
	readonly interval?: number;
}

/** The cards with these numbers in the banks, as answered so many days ago. */
export const answered = (
	from: number,
	to: number,
	daysAgo: number,
	interval = 1
): readonly Told[] =>
	allCards()
		.slice(from, to)
		.map((card) => ({ card, daysAgo, interval }));

function entryOf({ card, daysAgo, rating = 3, score = 1, interval = 1 }: Told, at: number): Entry {
	const day = TODAY - daysAgo;
	// In the forenoon, so that what is answered at noon comes after it.
	const when = day * DAY_MS + 2 * 3_600_000 + at;
	const more = { at: when, offset: 540, day, score, interval };
	return review(`zz.${at + 1}`, when, card, rating, more);
}

/** Opens Today with a log that holds these answers, at noon of today. */
export async function openLearned(page: Page, url: string, told: readonly Told[]): Promise<void> {
	await page.clock.setFixedTime(NOON);
	await openToday(page, url);
	const entries = [...told].sort((a, b) => b.daysAgo - a.daysAgo).map(entryOf);
	await putInLog(
		page,
		entries.map((entry, at) => [['zz', at + 1], entry] as const)
	);
	await openToday(page, url);
}
