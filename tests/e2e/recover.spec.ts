import type { Page } from '@playwright/test';
import { choose, fingerprint, offered, openSettings } from '../support/data-part';
import { expect, test } from '../support/site';
import { deleteDatabases, dump } from '../support/stored-data';
import { answer, answerAndGoOn, answerOne, countsOf, openStudy, openToday } from '../support/study';

/** The databases of a site at the root: the learner's log, and what the device knows. */
const LOGS = 'kachi:/:';
const ALL = 'kachi:';

const recovering = (page: Page) =>
	expect(page.getByRole('heading', { name: 'Your answers are not here' })).toBeVisible();

async function studyTwo(page: Page, url: string): Promise<void> {
	await openStudy(page, url);
	await answerAndGoOn(page);
	await answer(page, false);
	await expect(page.locator('.saved')).toHaveText('Saved');
}

for (const [what, begin] of [
	['the learner’s database is gone', LOGS],
	['every database is gone', ALL]
] as const) {
	test(`when ${what}, every page says so, and a backup brings the answers back`, async ({
		page,
		site
	}) => {
		await studyTwo(page, site.url);
		await openToday(page, site.url);
		const counts = await countsOf(page);
		await openSettings(page, site.url);
		const state = await fingerprint(page);
		const file = await offered(page, 'Make a backup');

		await deleteDatabases(page, site.url, begin);
		for (const path of ['', 'study/', 'settings/', 'item/?id=japan-korea/seoul-talks-host']) {
			await page.goto(site.url + path);
			await recovering(page);
			await expect(page.locator('[data-done], article, .settings')).toHaveCount(0);
		}
		await page.goto(site.url);
		await choose(page, file);
		await page.getByRole('button', { name: 'Restore', exact: true }).click();
		await expect(page.getByRole('heading', { name: 'Your answers are back' })).toBeVisible();
		await page.getByRole('button', { name: 'Go to Today' }).click();
		expect(await countsOf(page)).toEqual(counts);
		await openSettings(page, site.url);
		expect(await fingerprint(page)).toBe(state);
	});
}

test('someone without a backup starts afresh, once they have said so twice', async ({
	page,
	site
}) => {
	await studyTwo(page, site.url);
	await openSettings(page, site.url);
	const file = await offered(page, 'Make a backup');
	await deleteDatabases(page, site.url, ALL);
	await openTodayMissing(page, site.url);
	const before = await dump(page);
	await page.getByRole('button', { name: 'Start afresh' }).click();
	await page.getByRole('button', { name: 'Cancel' }).click();
	expect(await dump(page)).toBe(before);
	await page.reload();
	await recovering(page);

	await page.getByRole('button', { name: 'Start afresh' }).click();
	await page.getByRole('button', { name: 'Yes, start afresh' }).click();
	expect((await countsOf(page))[2]).toBe('0');
	await page.reload();
	expect((await countsOf(page))[2]).toBe('0');
	await answerOne(page, site.url);

	// The backup turns up later: it is the same person's, and what was done since stays.
	await openSettings(page, site.url);
	await choose(page, file);
	await page.getByLabel('To go on, type: JOIN').fill('JOIN');
	await page.getByRole('button', { name: 'Join them into one' }).click();
	await expect(page.getByRole('heading', { name: 'Restored' })).toBeVisible();
	await openToday(page, site.url);
	expect((await countsOf(page))[2]).toBe('3');
});

async function openTodayMissing(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await recovering(page);
}

test('a damaged backup on that page is refused, and the page stays', async ({ page, site }) => {
	await studyTwo(page, site.url);
	await openSettings(page, site.url);
	const file = await offered(page, 'Make a backup');
	await deleteDatabases(page, site.url, ALL);
	await openTodayMissing(page, site.url);
	await choose(page, { ...file, buffer: file.buffer.subarray(0, file.buffer.length - 20) });
	await expect(page.getByRole('region', { name: 'This file cannot be restored' })).toBeVisible();
	await page.getByRole('button', { name: 'Close' }).click();
	await recovering(page);
});
