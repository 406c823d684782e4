import type { Page } from '@playwright/test';
import { backupOf, fingerprint, openSettings, restore } from '../support/data-part';
import { review } from '../support/entries';
import { expect, test } from '../support/site';
import { fingerprintOf, logOf } from '../support/stored-data';
import { answer, answerAndGoOn, answerOne, countsOf, openStudy, openToday } from '../support/study';

/** A mark that a reload would take away: what changes must change by itself. */
const mark = (page: Page) =>
	page.evaluate(() => ((window as { unreloaded?: boolean }).unreloaded = true));
const isMarked = (page: Page) =>
	page.evaluate(() => (window as { unreloaded?: boolean }).unreloaded === true);

const done = (page: Page, count: number) =>
	expect(page.locator(`[data-done="${count}"]`)).toBeVisible();

test('what is answered and taken back in one tab is counted in the other at once', async ({
	context,
	page,
	site
}) => {
	await openToday(page, site.url);
	await mark(page);
	const studying = await context.newPage();
	await openStudy(studying, site.url);
	await answerAndGoOn(studying);
	await done(page, 1);
	await answerAndGoOn(studying);
	await done(page, 2);
	await studying.keyboard.press('Control+z');
	await done(page, 1);
	await studying.getByRole('link', { name: 'Back to Today' }).click();
	await done(studying, 1);
	expect(await countsOf(page)).toEqual(await countsOf(studying));
	expect(await isMarked(page)).toBe(true);
});

test('a limit set in one tab is kept by the other', async ({ context, page, site }) => {
	await openToday(page, site.url);
	await mark(page);
	const settings = await context.newPage();
	await openSettings(settings, site.url);
	await settings.getByLabel('New cards a day').fill('3');
	await settings.getByLabel('New cards a day').blur();
	await expect(page.locator('.on-r dd')).toHaveText('3');
	expect(await isMarked(page)).toBe(true);
});

test('what one tab restores and takes back, the other shows, and goes on from there', async ({
	context,
	page,
	site
}) => {
	await answerOne(page, site.url);
	await page.getByRole('link', { name: 'Back to Today' }).click();
	await done(page, 1);
	const before = await countsOf(page);
	const { day } = (await logOf(page)).at(-1) as { day: number };

	const settings = await context.newPage();
	await openSettings(settings, site.url);
	const learner = { id: 'someone-else' };
	const others = [1, 2].map((n) =>
		review(`tablet.${n}`, n, `japan-korea/card-${n}#`, 3, { day, at: Date.now() - 1_000 * n })
	);
	const file = await backupOf(learner, others);
	await settings.getByLabel('Choose a backup file').setInputFiles(file);
	await settings.getByLabel('To go on, type: JOIN').fill('JOIN');
	await settings.getByRole('button', { name: 'Join them into one' }).click();
	await done(page, 3);
	await settings.getByRole('button', { name: 'Take it back' }).click();
	await done(page, 1);
	expect(await countsOf(page)).toEqual(before);

	// An answer of the tab that was told lands in the log as it now is.
	await page.getByRole('link', { name: 'Go on' }).click();
	await expect(page.locator('article')).toBeVisible();
	await answer(page);
	await expect(page.locator('.saved')).toHaveText('Saved');
	await openSettings(settings, site.url);
	expect(await fingerprint(settings)).toBe(await fingerprintOf(await logOf(settings)));
	await page.getByRole('link', { name: 'Back to Today' }).click();
	await done(page, 2);
});

test('the other tab goes on as the learner who was chosen, and writes to no one else', async ({
	context,
	page,
	site
}) => {
	await openToday(page, site.url);
	const settings = await context.newPage();
	await openSettings(settings, site.url);
	await restore(settings, await backupOf({ id: 'wren' }, [review('wren.1', 100, 'bank/one#')]));
	await page.getByRole('link', { name: 'Study now' }).click();
	await expect(page.locator('article')).toBeVisible();
	await answer(page);
	await expect(page.locator('.saved')).toHaveText('Saved');
	expect(await logOf(page)).toHaveLength(2);
});
