import type { Page } from '@playwright/test';
import { expect, test } from '../support/site';
import { logOf } from '../support/stored-data';
import { answer, answerAndGoOn, answerOne, countsOf, openStudy, openToday } from '../support/study';

interface Dated {
	readonly kind: string;
	readonly at: number;
	readonly offset: number;
	readonly day: number;
}

const DAY_MS = 86_400_000;
const NOON = '2026-11-25T03:00:00Z';

const datesOf = async (page: Page) => (await logOf(page)) as readonly Dated[];
const isoDay = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
const question = (page: Page) => page.getByRole('region', { name: 'Which date is right?' });

const setClock = (page: Page, at: string) => page.clock.setFixedTime(at);

async function answerAt(page: Page, url: string, at: string): Promise<Dated | undefined> {
	await setClock(page, at);
	await openStudy(page, url);
	const before = (await logOf(page)).length;
	await answer(page);
	await expect.poll(async () => (await logOf(page)).length).toBe(before + 1);
	return (await datesOf(page)).at(-1);
}

test.describe('a clock that says 2099', () => {
	test('is asked about, and study goes on meanwhile', async ({ page, site }) => {
		await answerAt(page, site.url, NOON);
		await openToday(page, site.url);
		await expect(question(page)).toHaveCount(0);
		await setClock(page, '2099-01-01T03:00:00Z');
		await openToday(page, site.url);
		await expect(question(page)).toContainText('January 1, 2099');
		await expect(question(page)).toContainText('November 25, 2026');
		await openStudy(page, site.url);
		await expect(question(page)).toBeVisible();
		await answer(page);
		await expect(page.locator('.saved')).toHaveText('Saved');
		await question(page).getByRole('button', { name: 'Ask later' }).click();
		await expect(question(page)).toHaveCount(0);
		await page.getByRole('link', { name: 'Back to Today' }).click();
		expect((await countsOf(page))[2]).toBe('1');
	});

	test('is set right when the answers are, with what was answered under it, until it is right by itself', async ({
		page,
		site
	}) => {
		await answerAt(page, site.url, NOON);
		await setClock(page, '2099-01-01T03:00:00Z');
		await openStudy(page, site.url);
		await answerAndGoOn(page);
		await question(page).getByRole('button', { name: 'My answers are right' }).click();
		await expect(question(page)).toHaveCount(0);
		await answer(page);
		await expect(page.locator('.saved')).toHaveText('Saved');
		await openToday(page, site.url);
		await expect(question(page)).toHaveCount(0);
		// All three are of one day.
		expect((await countsOf(page))[2]).toBe('3');
		const log = await datesOf(page);
		expect(log.map(({ kind }) => kind)).toEqual(['review', 'review', 'redate', 'review']);
		expect(log.map(({ day }) => isoDay(day))).toEqual([
			'2026-11-25',
			// As it was written: what is corrected is how it counts.
			'2099-01-01',
			'2026-11-25',
			'2026-11-25'
		]);

		const next = await answerAt(page, site.url, '2026-11-26T03:00:00Z');
		expect(isoDay(next?.day ?? 0)).toBe('2026-11-26');
		await openToday(page, site.url);
		await expect(question(page)).toHaveCount(0);
		expect((await countsOf(page))[2]).toBe('1');
	});

	test('is believed when the device is right', async ({ page, site }) => {
		await answerAt(page, site.url, NOON);
		await setClock(page, '2099-01-01T03:00:00Z');
		await openToday(page, site.url);
		await question(page).getByRole('button', { name: 'The device is right' }).click();
		await expect(question(page)).toHaveCount(0);
		await answerOne(page, site.url);
		expect((await datesOf(page)).map(({ day }) => isoDay(day))).toEqual([
			'2026-11-25',
			'2099-01-01'
		]);
		await openToday(page, site.url);
		await expect(question(page)).toHaveCount(0);
	});
});

test('answers dated after today are moved to today when the device is right', async ({
	page,
	site
}) => {
	await answerAt(page, site.url, NOON);
	await answerAt(page, site.url, '2026-11-28T03:00:00Z');
	await setClock(page, '2026-11-26T03:00:00Z');
	await openToday(page, site.url);
	await expect(question(page)).toContainText('November 26, 2026');
	await expect(question(page)).toContainText('November 28, 2026');
	await question(page).getByRole('button', { name: 'The device is right' }).click();
	await expect(question(page)).toHaveCount(0);
	await expect(page.locator('[data-done="1"]')).toBeVisible();
	expect((await datesOf(page)).map(({ kind }) => kind)).toEqual(['review', 'review', 'redate']);
	await openToday(page, site.url);
	await expect(question(page)).toHaveCount(0);
	expect((await countsOf(page))[2]).toBe('1');
});

test('an answer given before the question is answered does not take it away', async ({
	page,
	site
}) => {
	await answerAt(page, site.url, '2026-11-28T03:00:00Z');
	await answerAt(page, site.url, '2026-11-26T03:00:00Z');
	await page.getByRole('link', { name: /Back to Today/ }).click();
	await question(page).getByRole('button', { name: 'The device is right' }).click();
	await expect(page.locator('[data-done="2"]')).toBeVisible();
	expect((await datesOf(page)).map(({ kind }) => kind)).toEqual(['review', 'review', 'redate']);
});

/** Moments, the offset in force there, and the study day they fall on. */
const zones: Readonly<Record<string, readonly (readonly [string, number, string])[]>> = {
	'Europe/Berlin': [
		['2026-03-29T00:59:00Z', 60, '2026-03-28'],
		['2026-03-29T01:59:00Z', 120, '2026-03-28'],
		['2026-03-29T02:00:00Z', 120, '2026-03-29'],
		['2026-10-25T00:30:00Z', 120, '2026-10-24'],
		['2026-10-25T01:30:00Z', 60, '2026-10-24'],
		['2026-10-25T03:00:00Z', 60, '2026-10-25']
	],
	'America/New_York': [
		['2026-03-08T06:59:00Z', -300, '2026-03-07'],
		['2026-03-08T07:59:00Z', -240, '2026-03-07'],
		['2026-03-08T08:00:00Z', -240, '2026-03-08'],
		['2026-11-01T05:30:00Z', -240, '2026-10-31'],
		['2026-11-01T08:59:00Z', -300, '2026-10-31'],
		['2026-11-01T09:00:00Z', -300, '2026-11-01']
	],
	'Australia/Lord_Howe': [
		['2026-04-04T14:45:00Z', 660, '2026-04-04'],
		['2026-04-04T15:15:00Z', 630, '2026-04-04'],
		['2026-04-04T17:30:00Z', 630, '2026-04-05'],
		['2026-10-03T15:29:00Z', 630, '2026-10-03'],
		['2026-10-03T16:59:00Z', 660, '2026-10-03'],
		['2026-10-03T17:00:00Z', 660, '2026-10-04']
	],
	'Asia/Tehran': [
		['2022-03-21T20:29:00Z', 210, '2022-03-21'],
		['2022-03-21T20:30:00Z', 270, '2022-03-21'],
		['2022-03-21T23:30:00Z', 270, '2022-03-22'],
		['2022-09-21T19:29:00Z', 270, '2022-09-21'],
		['2022-09-21T19:30:00Z', 210, '2022-09-21'],
		['2022-09-22T00:30:00Z', 210, '2022-09-22']
	]
};

for (const [timezoneId, rows] of Object.entries(zones)) {
	test.describe(timezoneId, () => {
		test.use({ timezoneId });

		test('keeps every answer on its study day where clocks change', async ({ page, site }) => {
			const done = new Map<string, number>();
			for (const [at, offset, day] of rows) {
				const stored = await answerAt(page, site.url, at);
				expect([stored?.offset, isoDay(stored?.day ?? 0)], at).toEqual([offset, day]);
				done.set(day, (done.get(day) ?? 0) + 1);
				await openToday(page, site.url);
				await expect(question(page), at).toHaveCount(0);
				expect((await countsOf(page))[2], at).toBe(String(done.get(day)));
			}
		});
	});
}

test('a traveller is not asked about the date, and loses no answer, on flying over the date line', async ({
	browser,
	site
}) => {
	// With no zone of its own, so that it can be changed on the way.
	const context = await browser.newContext({ timezoneId: undefined } as object);
	const page = await context.newPage();
	const devtools = await context.newCDPSession(page);
	for (const [zone, at, offset, day, done] of [
		['Asia/Seoul', '2026-11-24T14:00:00Z', 540, '2026-11-24', 1],
		['Asia/Seoul', '2026-11-24T20:00:00Z', 540, '2026-11-25', 1],
		// It is the day before again, where one answer lies already.
		['Pacific/Honolulu', '2026-11-25T04:00:00Z', -600, '2026-11-24', 2],
		['Pacific/Honolulu', '2026-11-25T20:00:00Z', -600, '2026-11-25', 2],
		['Pacific/Kiritimati', '2026-11-26T02:00:00Z', 840, '2026-11-26', 1]
	] as const) {
		await devtools.send('Emulation.setTimezoneOverride', { timezoneId: zone });
		const stored = await answerAt(page, site.url, at);
		expect([stored?.offset, isoDay(stored?.day ?? 0)], at).toEqual([offset, day]);
		await openToday(page, site.url);
		await expect(question(page), at).toHaveCount(0);
		expect((await countsOf(page))[2], at).toBe(String(done));
	}
	await context.close();
});
