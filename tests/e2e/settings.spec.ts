import type { Page } from '@playwright/test';
import { openSettings } from '../support/data-part';
import { expect, test } from '../support/site';
import { logOf, recordsOf } from '../support/stored-data';
import { answer, countsOf, openStudy, openToday, workerInCharge } from '../support/study';

interface Kept {
	readonly kind: string;
	readonly key?: string;
	readonly value?: unknown;
	readonly day?: number;
	readonly interval?: number;
	readonly delay?: number;
}

const entries = async (page: Page) => (await logOf(page)) as readonly Kept[];

const settingsIn = async (page: Page) =>
	(await entries(page)).flatMap(({ kind, key, value }) =>
		kind === 'setting' ? [[key, value]] : []
	);

async function write(page: Page, label: string, text: string): Promise<void> {
	const field = page.getByLabel(label);
	await field.fill(text);
	await field.blur();
}

const finer = (page: Page) => page.getByText('Finer points').click();

/** What the last review has decided. */
const lastReview = async (page: Page) =>
	(await entries(page)).findLast(({ kind }) => kind === 'review');

/** Answers a card rightly and waits until it is saved. */
async function answerOne(page: Page, url: string): Promise<void> {
	await openStudy(page, url);
	await answer(page);
	await expect(page.locator('.saved').first()).toHaveText('Saved');
}

test('each setting stands in a group and says what it does in a sentence', async ({
	page,
	site
}) => {
	await openSettings(page, site.url);
	await expect(page.getByRole('heading', { level: 2 })).toHaveText([
		'Study',
		'Appearance',
		'Your data',
		'Teach',
		'About'
	]);
	await finer(page);
	const controls = page.locator('#study input[type="text"], select, #data input[type="text"]');
	await expect(controls).toHaveCount(7);
	for (const control of [...(await controls.all()), ...(await page.locator('fieldset').all())]) {
		const help = (await control.getAttribute('aria-describedby')) ?? '';
		await expect(page.locator(`[id="${help}"]`)).toHaveText(/\S.*\.$/);
	}
});

test('wanted recall is a percentage that says what it does, warns above 95, and decides intervals', async ({
	page,
	site
}) => {
	await openSettings(page, site.url);
	await finer(page);
	await write(page, 'Steps of a new card, in minutes', '');
	const range = page.getByText('A whole number from 70 to 99');
	const steep = page.getByText('Above 95% the cards come back so soon');
	for (const wrong of ['69', '100', '90%', '0.9']) {
		await write(page, 'Wanted recall', wrong);
		await expect(range).toBeVisible();
	}
	await write(page, 'Wanted recall', '95');
	await expect(range).toBeHidden();
	await expect(
		page.getByText('A card that would wait 100 days at 90% waits 40 days.')
	).toBeVisible();
	await expect(steep).toBeHidden();
	await write(page, 'Wanted recall', '97');
	await expect(page.getByText('at 90% waits 22 days.')).toBeVisible();
	await expect(steep).toBeVisible();
	expect(await settingsIn(page)).toEqual([
		['learningSteps', []],
		['desiredRetention', 0.95],
		['desiredRetention', 0.97]
	]);
	await answerOne(page, site.url);
	const short = (await lastReview(page))?.interval ?? 0;

	await openSettings(page, site.url);
	await expect(page.getByLabel('Wanted recall')).toHaveValue('97');
	await write(page, 'Wanted recall', '７０');
	await expect(page.getByLabel('Wanted recall')).toHaveValue('70');
	await answerOne(page, site.url);
	expect((await lastReview(page))?.interval).toBeGreaterThan(short);
});

test('steps are read from minutes, refused with the word that is wrong, and hold for new answers', async ({
	page,
	site
}) => {
	await answerOne(page, site.url);
	const before = await entries(page);
	expect((await lastReview(page))?.delay).toBe(600);
	await openSettings(page, site.url);
	await finer(page);
	const steps = page.getByLabel('Steps of a new card, in minutes');
	await expect(steps).toHaveValue('1 10');
	await write(page, 'Steps of a new card, in minutes', '1 ten');
	await expect(
		page.getByText('“ten” is not a whole number of minutes from 1 to 1440. Write for example: 1 10')
	).toBeVisible();
	await write(page, 'Steps of a new card, in minutes', '1 2 3 4 5 6 7 8 9 10 11');
	await expect(page.getByText('At most 10 steps')).toBeVisible();
	expect(await entries(page)).toEqual(before);
	await write(page, 'Steps of a new card, in minutes', '3分、 ４５ min');
	await expect(steps).toHaveValue('3 45');
	await write(page, 'Steps of a forgotten card, in minutes', '20');
	expect(await settingsIn(page)).toEqual([
		['learningSteps', [180, 2700]],
		['relearningSteps', [1200]]
	]);
	expect((await entries(page)).slice(0, before.length)).toEqual(before);
	await answerOne(page, site.url);
	expect((await lastReview(page))?.delay).toBe(2700);
});

test('the hour at which a day begins moves today and no answer', async ({ page, site }) => {
	await page.clock.setFixedTime('2026-11-25T03:00:00Z');
	await answerOne(page, site.url);
	const [review] = await entries(page);
	await openToday(page, site.url);
	expect((await countsOf(page))[2]).toBe('1');
	await openSettings(page, site.url);
	await finer(page);
	await expect(page.getByLabel('A study day begins at').locator('option')).toHaveCount(24);
	// Noon in Seoul, so that the day before still goes on.
	await page.getByLabel('A study day begins at').selectOption({ index: 13 });
	expect(await settingsIn(page)).toEqual([['rolloverHour', 13]]);
	await openToday(page, site.url);
	expect((await countsOf(page))[2]).toBe('0');
	expect((await entries(page))[0]).toEqual(review);
	await answerOne(page, site.url);
	expect((await lastReview(page))?.day).toBe((review?.day ?? 0) - 1);
});

test('a text size is kept on the device, and is there before the first paint', async ({
	page,
	site
}) => {
	await openSettings(page, site.url);
	const size = () => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
	expect(await size()).toBe('16px');
	await page.getByRole('radio', { name: '150%' }).check();
	expect(await size()).toBe('24px');
	expect(await logOf(page)).toEqual([]);
	const kept = (await recordsOf(page)).find(({ store }) => store === 'preferences');
	expect(kept?.value).toMatchObject({ textSize: 150 });
	await page.reload({ waitUntil: 'commit' });
	await expect(page.locator('html')).toHaveAttribute('data-text', '150');
	await expect(page.getByRole('radio', { name: '150%' })).toBeChecked();
	// The mirror of it may be lost.
	await page.evaluate(() => localStorage.clear());
	await page.reload();
	await expect(page.getByRole('radio', { name: '150%' })).toBeChecked();
	expect(await size()).toBe('24px');
	await page.getByRole('radio', { name: '100%' }).check();
	expect(await size()).toBe('16px');
});

test('a choice stands on one line, however large the text is', async ({ page, site }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await openSettings(page, site.url);
	await page.getByRole('radio', { name: '150%' }).check();
	const lines = await page.locator('fieldset label span').evaluateAll((all) =>
		all.map((label) => {
			const range = document.createRange();
			range.selectNodeContents(label);
			const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
			return [label.textContent, new Set(tops).size];
		})
	);
	expect(lines.length).toBeGreaterThan(8);
	for (const [label, count] of lines) expect(count, String(label)).toBe(1);
	const width = await page.evaluate(() => document.documentElement.scrollWidth);
	expect(width).toBe(320);
});

test('who asks for an update is told that there is none, or no network', async ({
	context,
	page,
	site
}) => {
	await openToday(page, site.url);
	await workerInCharge(page);
	await openSettings(page, site.url);
	await expect(page.getByText('Version 0.1.0')).toBeVisible();
	const check = page.getByRole('button', { name: 'Check for an update' });
	await check.click();
	await expect(page.getByText('This is the newest version.')).toBeVisible();
	await context.setOffline(true);
	await check.click();
	await expect(page.getByText('No network. Connect, then check again.')).toBeVisible();
	await context.setOffline(false);
	await check.click();
	await expect(page.getByText('This is the newest version.')).toBeVisible();
	// A network, and nobody who answers.
	await site.stop();
	await check.click();
	await expect(page.getByText('No network. Connect, then check again.')).toBeVisible();
});

test.describe('where no copy of the app is kept', () => {
	test.use({ serviceWorkers: 'block' });

	test('who asks for an update is told that a reload brings it', async ({ page, site }) => {
		await openSettings(page, site.url);
		await page.getByRole('button', { name: 'Check for an update' }).click();
		await expect(page.getByText('every reload brings the newest version')).toBeVisible();
	});
});
