import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { itemOf } from '../support/authored';
import {
	controlStates,
	dataStates,
	everywhere,
	kindStates,
	troubledStates
} from '../support/page-states';
import { missingPages, settingsStates } from '../support/settings-states';
import { expect, test } from '../support/site';
import { sourceStates } from '../support/source-states';
import {
	answer,
	answerAndGoOn,
	cardOn,
	openStudy,
	openToday,
	studyToTheEnd
} from '../support/study';

/** What is visited beside the pages as they are at first. */
const VISITS = [kindStates, sourceStates, missingPages, dataStates, settingsStates, troubledStates];

const LANGUAGES = ['en', 'ko', 'ja'] as const;

async function clean(page: Page, where: string): Promise<void> {
	const { violations } = await new AxeBuilder({ page }).analyze();
	expect(violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html}`)).toEqual([]);
}

async function noSideways(page: Page, where: string): Promise<void> {
	const { scroll, client } = await page.evaluate(() => ({
		scroll: document.documentElement.scrollWidth,
		client: document.documentElement.clientWidth
	}));
	expect(scroll, where).toBeLessThanOrEqual(client);
}

async function toFlashcard(page: Page): Promise<void> {
	while (itemOf(await cardOn(page)).kind !== 'flashcard') await answerAndGoOn(page);
}

for (const colorScheme of ['light', 'dark'] as const) {
	test(`every page and state is free of axe violations, ${colorScheme}`, async ({ page, site }) => {
		test.setTimeout(300_000);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await everywhere(page, site.url, (where) => clean(page, where));
		// Before the session is at its end: it needs a card.
		await controlStates(page, site.url, (where) => clean(page, where));
		await openStudy(page, site.url);
		await toFlashcard(page);
		await clean(page, 'flashcard');
		await page.getByRole('button', { name: 'Show answer' }).click();
		await clean(page, 'flashcard answer');
		await page.locator('[data-rating="3"]').click();
		await studyToTheEnd(page);
		await clean(page, 'end');
		for (const visit of VISITS) await visit(page, site.url, (where) => clean(page, where));
	});
}

for (const language of LANGUAGES) {
	for (const { width, text } of [
		{ width: 320, text: '100%' },
		{ width: 390, text: '200%' }
	]) {
		test(`nothing moves sideways at ${width} px and ${text} text, ${language}`, async ({
			page,
			site
		}) => {
			await page.setViewportSize({ width, height: 700 });
			await page.addInitScript(
				([lang, size]) => {
					localStorage.setItem('kachi:/:language', lang);
					addEventListener('DOMContentLoaded', () => {
						document.documentElement.style.fontSize = size;
					});
				},
				[language, text] as const
			);
			test.setTimeout(300_000);
			const look = (where: string) => noSideways(page, where);
			for (const visit of [everywhere, controlStates, ...VISITS]) await visit(page, site.url, look);
		});
	}
}

test('the language changes without a reload, and stays', async ({ page, site }) => {
	await page.goto(`${site.url}settings/`);
	await page.evaluate(() => ((window as { mark?: boolean }).mark = true));
	await page.getByRole('radio', { name: '한국어' }).check();
	await expect(page.getByRole('heading', { name: '설정' })).toBeVisible();
	await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
	await page.getByRole('radio', { name: '日本語' }).check();
	await expect(page.getByRole('heading', { name: '設定' })).toBeVisible();
	expect(await page.evaluate(() => (window as { mark?: boolean }).mark)).toBe(true);
	await page.reload();
	await expect(page.getByRole('heading', { name: '設定' })).toBeVisible();
});

test('a device set to Korean is met in Korean, before the first paint', async ({
	browser,
	site
}) => {
	const context = await browser.newContext({ locale: 'ko-KR', colorScheme: 'dark' });
	const page = await context.newPage();
	await page.goto(site.url, { waitUntil: 'commit' });
	await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
	await expect(page.getByRole('link', { name: '지금 학습하기' })).toBeVisible();
	await context.close();
});

test('a theme is kept, and is there before the first paint', async ({ page, site }) => {
	await page.goto(`${site.url}settings/`);
	await page.getByRole('radio', { name: 'Dark' }).check();
	await page.reload({ waitUntil: 'commit' });
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
});

test('four buttons and other limits are settings of the learner', async ({ page, site }) => {
	await page.goto(`${site.url}settings/`);
	await page.getByRole('radio', { name: 'Four' }).check();
	const newCards = page.getByLabel('New cards a day');
	await newCards.fill('lots');
	await newCards.blur();
	await expect(page.getByText('A whole number from 0 to 9999')).toBeVisible();
	await newCards.fill('19');
	await newCards.blur();
	await expect(page.getByText('A whole number from 0 to 9999')).toBeHidden();
	await page.getByRole('link', { name: 'Today', exact: true }).click();
	await expect(page.locator('.on-r dd')).toHaveText('19');
	await page.getByRole('link', { name: 'Study now' }).click();
	await expect(page.locator('article')).toBeVisible();
	await toFlashcard(page);
	await page.getByRole('button', { name: 'Show answer' }).click();
	await expect(page.locator('.rating')).toHaveCount(4);
});

test('the rating buttons can be reached where the screen is low', async ({ page, site }) => {
	for (const viewport of [
		{ width: 844, height: 390 },
		{ width: 320, height: 568 }
	]) {
		await page.setViewportSize(viewport);
		await openStudy(page, site.url);
		await toFlashcard(page);
		await page.getByRole('button', { name: 'Show answer' }).click();
		await expect(page.locator('.back')).toBeFocused();
		const onTop = await page.locator('[data-rating="1"]').evaluate((button) => {
			const { x, y, width, height } = button.getBoundingClientRect();
			return button.contains(document.elementFromPoint(x + width / 2, y + height / 2));
		});
		expect(onTop).toBe(true);
		await page.locator('[data-rating="3"]').click();
	}
});

test('what is said after an answer is true: the key, a slip, and nothing of a rated card', async ({
	page,
	site
}) => {
	const status = page.locator('.study [role="status"]');
	await openStudy(page, site.url);
	await answer(page, false);
	await expect(status).toHaveText(/^Not quite\. The answer is \S/);
	await page.getByRole('button', { name: 'A slip?' }).click();
	await page.getByRole('button', { name: 'I tapped the wrong one' }).click();
	await expect(status).toHaveText(/^Noted as a slip · Comes back in 10 minutes/);
	await page.getByRole('button', { name: 'Next' }).click();
	await toFlashcard(page);
	await page.getByRole('button', { name: 'Show answer' }).click();
	await page.locator('[data-rating="1"]').click();
	await expect(page.locator('.ratings')).toHaveCount(0);
	await expect(status).toHaveText('');
});

test('a question page takes a try, says what is wrong with it, and keeps nothing', async ({
	page,
	site
}) => {
	await page.goto(`${site.url}item/?id=japan-korea/nara-prime-minister`);
	await page.locator('[data-option="kishida"]').click();
	await expect(page.locator('[data-option="kishida"]')).toHaveClass(/wrong/);
	await expect(page.getByText('Why not Fumio Kishida?')).toBeVisible();
	await expect(page.getByText('A try on this page does not count.')).toBeVisible();
	await openToday(page, site.url);
	await expect(page.locator('[data-done="0"]')).toBeVisible();
});

test('Study says in words when there is nothing to study', async ({ page, site }) => {
	await page.goto(`${site.url}settings/`);
	await page.getByLabel('New cards a day').fill('0');
	await page.getByLabel('New cards a day').blur();
	await page.getByRole('link', { name: 'Today', exact: true }).click();
	await expect(page.getByText('No more today: a daily limit in Settings is 0.')).toBeVisible();
	await expect(page.getByText('That is all for today.')).toHaveCount(0);
	await page.getByRole('link', { name: 'Study' }).click();
	await expect(page.getByRole('heading', { name: 'Nothing to study now' })).toBeVisible();
});
