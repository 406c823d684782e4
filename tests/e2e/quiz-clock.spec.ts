import type { Page } from '@playwright/test';
import { answerInQuiz, startQuiz } from '../support/quiz';
import { expect, test } from '../support/site';
import { logOf } from '../support/stored-data';

interface Stored {
	readonly kind: string;
	readonly t: number;
	readonly day: number;
	readonly offset: number;
	readonly durationMs?: number;
}

const stored = async (page: Page) => (await logOf(page)) as readonly Stored[];
const isoDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const score = (page: Page) => page.locator('[data-score]');

/** The answers of the log, each as what is asked of it. */
async function ofAnswers<T>(page: Page, read: (answer: Stored) => T): Promise<readonly T[]> {
	return (await stored(page)).filter(({ kind }) => kind === 'answer').map(read);
}

/** Every entry has its place after those before it, and no time is less than none. */
async function holdsTogether(page: Page): Promise<void> {
	const entries = await stored(page);
	const places = entries.map(({ t }) => t);
	expect(places).toEqual([...places].sort((a, b) => a - b));
	for (const { durationMs = 0 } of entries) expect(durationMs).toBeGreaterThanOrEqual(0);
}

test('when the time is up, what was answered is handed in and the rest is blank', async ({
	page,
	site
}) => {
	await page.clock.install();
	await startQuiz(page, site.url, { count: 5, minutes: 5 });
	await answerInQuiz(page);
	await expect(page.locator('article')).toBeVisible();
	await page.clock.fastForward('05:10');
	await expect(score(page)).toHaveText('1 of 5');
	await expect(page.locator('.saved')).toHaveText('Saved');
	const kinds = (await stored(page)).map(({ kind }) => kind);
	expect(kinds.filter((kind) => kind === 'answer')).toHaveLength(5);
	expect(kinds.at(-1)).toBe('finish');
	await holdsTogether(page);
});

test('an answer after the day has turned is one of the new day, and the quiz goes on', async ({
	page,
	site
}) => {
	// In Seoul ten minutes before four, when a day begins, and ten after.
	await page.clock.setFixedTime('2026-11-25T18:50:00Z');
	await startQuiz(page, site.url, { count: 5 });
	await answerInQuiz(page);
	await page.clock.setFixedTime('2026-11-25T19:10:00Z');
	for (let at = 1; at < 5; at++) await answerInQuiz(page);
	await expect(score(page)).toHaveText('5 of 5');
	await expect(page.locator('.saved')).toHaveText('Saved');
	const days = await ofAnswers(page, ({ day }) => isoDay(day));
	expect(days).toEqual(['2026-11-25', ...Array(4).fill('2026-11-26')]);
	await holdsTogether(page);
});

test('a clock that is set back in the middle of a quiz loses no answer', async ({ page, site }) => {
	await page.clock.setFixedTime('2026-11-25T03:00:00Z');
	await startQuiz(page, site.url, { count: 5, feedback: 'end', kind: 'choice' });
	await page.locator('article [data-option]').first().click();
	await expect(page.locator('.run > header .place')).toHaveText('2 / 5');
	await page.clock.setFixedTime('2026-11-23T03:00:00Z');
	for (let at = 2; at <= 5; at++) {
		await expect(page.locator('.run > header .place')).toHaveText(`${at} / 5`);
		await page.locator('article [data-option]').first().click();
	}
	await page.locator('[data-hand-in]').click();
	await expect(score(page)).toHaveText(/^\d of 5$/);
	await expect(page.locator('.saved')).toHaveText('Saved');
	expect(await ofAnswers(page, ({ kind }) => kind)).toHaveLength(5);
	await holdsTogether(page);
});

test('a zone that is crossed in the middle of a quiz gives each answer its own day', async ({
	browser,
	site
}) => {
	// With no zone of its own, so that it can be changed on the way.
	const context = await browser.newContext({ timezoneId: undefined } as object);
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	const setZone = (timezoneId: string) =>
		devtools.send('Emulation.setTimezoneOverride', { timezoneId });
	await setZone('Asia/Seoul');
	await page.clock.setFixedTime('2026-11-25T03:00:00Z');
	await startQuiz(page, site.url, { count: 5 });
	await answerInQuiz(page);
	await setZone('Pacific/Honolulu');
	for (let at = 1; at < 5; at++) await answerInQuiz(page);
	await expect(score(page)).toHaveText('5 of 5');
	await expect(page.locator('.saved')).toHaveText('Saved');
	const days = await ofAnswers(page, ({ day, offset }) => [isoDay(day), offset]);
	expect(days).toEqual([['2026-11-25', 540], ...Array(4).fill(['2026-11-24', -600])]);
	await holdsTogether(page);
	await context.close();
});
