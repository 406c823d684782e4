import type { Page } from '@playwright/test';
import type { Entry } from '../../src/lib/core/log/entry';
import type { Scenario } from './scenario';

/** The attempts that are not handed in, each with the items that have been answered in it. */
function openAttempts(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
	const open = new Map<string, Set<string>>();
	for (const entry of entries) if (entry.kind === 'start') open.set(entry.attempt, new Set());
	for (const entry of entries) {
		if (entry.kind === 'answer') open.get(entry.attempt)?.add(entry.item);
		if (entry.kind === 'finish') open.delete(entry.attempt);
	}
	return open;
}

/** An attempt that was open when the browser was killed goes on with what the log holds of it. */
async function resumed(page: Page, url: string, entries: readonly Entry[]) {
	const [attempt, items] = [...openAttempts(entries)].at(-1) ?? [];
	if (attempt === undefined || items === undefined) return [];
	await page.goto(`${url}quiz/run/?id=${attempt}`);
	const answered = Number(await page.locator('.run > header > progress').getAttribute('value'));
	await page.goto(url);
	await page.locator('.go[aria-busy="false"]').waitFor();
	return answered === items.size
		? []
		: [`attempt ${attempt} goes on with ${answered} answers, the log has ${items.size}`];
}

/** A quiz of five or ten is begun, answered at once or at the end, left, taken up again and handed in. */
export const quiz: Scenario = {
	name: 'quiz',
	kills: { full: 60, short: 5 },
	longestMs: 900,
	eagerness: { study: 0, leave: 0.5, settings: 0, quiz: 10, pick: 8, begin: 2, resume: 10 },
	look: resumed
};
