import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { itemOf } from '../support/authored';
import { borrowedStates } from '../support/borrowed-states';
import { browseStates } from '../support/browse-states';
import { extrasStates } from '../support/extras-states';
import { faultStates } from '../support/fault-states';
import { collectStates, handInStates } from '../support/hand-in-states';
import { markStates, takeInStates } from '../support/mark-states';
import { missedStates } from '../support/missed-states';
import {
	controlStates,
	dataStates,
	everywhere,
	kindStates,
	troubledStates,
	type Look
} from '../support/page-states';
import { pasteStates } from '../support/paste-states';
import { quizStates } from '../support/quiz-states';
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
import { takeStates } from '../support/take-states';
import { teachStates } from '../support/teach-states';
import { todayStates } from '../support/today-states';

/** Every page and state, in visits that each begin on an empty device. */
const VISITS: Readonly<Record<string, (page: Page, url: string, look: Look) => Promise<void>>> = {
	'the first session': firstSession,
	controls: controlStates,
	kinds: kindStates,
	sources: sourceStates,
	'what is missing': missingPages,
	data: dataStates,
	settings: settingsStates,
	trouble: troubledStates,
	paste: pasteStates,
	quiz: quizStates,
	'a borrowed phone': borrowedStates,
	missed: missedStates,
	'goal, week and test': todayStates,
	search: browseStates,
	'leech, gestures, length': extrasStates,
	teach: teachStates,
	'a quiz that was set': takeStates,
	'a sheet on its way': handInStates,
	'what was sent, and is not opened': faultStates,
	'sheets that are collected': collectStates,
	'sheets that come in': takeInStates,
	marks: markStates
};

/** A narrow phone, and one whose text is twice as large. */
const TIGHT = [
	{ width: 320, text: '' },
	{ width: 390, text: '200%' }
];

async function toFlashcard(page: Page): Promise<void> {
	while (itemOf(await cardOn(page)).kind !== 'flashcard') await answerAndGoOn(page);
}

async function firstSession(page: Page, url: string, look: Look): Promise<void> {
	await everywhere(page, url, look);
	await openStudy(page, url);
	await toFlashcard(page);
	await look('flashcard');
	await page.locator('footer .primary').click();
	await expect(page.locator('[data-rating]').first()).toBeVisible();
	await look('flashcard answer');
	await page.locator('[data-rating="3"]').click();
	await studyToTheEnd(page);
	await look('end');
}

async function clean(page: Page, where: string): Promise<void> {
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const { violations } = await new AxeBuilder({ page }).analyze();
		const seen = violations.map(
			({ id, nodes }) => `${where}, ${colorScheme}: ${id} ${nodes[0]?.html}`
		);
		expect(seen).toEqual([]);
	}
}

async function noSideways(page: Page, where: string): Promise<void> {
	const before = page.viewportSize();
	for (const { width, text } of TIGHT) {
		await page.setViewportSize({ width, height: 700 });
		const { scroll, client } = await page.evaluate((size) => {
			const { documentElement: root } = document;
			root.style.fontSize = size;
			// What is open stands above the page, and is as wide as itself.
			const [box = root] = [...document.querySelectorAll('dialog[open]')].reverse();
			return { scroll: box.scrollWidth, client: box.clientWidth };
		}, text);
		expect(scroll, `${where}, ${width} px ${text}`).toBeLessThanOrEqual(client);
	}
	await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
	if (before) await page.setViewportSize(before);
}

for (const [name, visit] of Object.entries(VISITS)) {
	test(`${name}: no axe violation, light and dark, and nothing moves sideways, en`, async ({
		page,
		site
	}) => {
		test.setTimeout(180_000);
		await visit(page, site.url, async (where) => {
			await clean(page, where);
			await noSideways(page, where);
		});
	});

	for (const language of ['ko', 'ja']) {
		test(`${name}: nothing moves sideways, ${language}`, async ({ page, site }) => {
			test.setTimeout(180_000);
			await page.addInitScript((lang) => localStorage.setItem('kachi:/:language', lang), language);
			await visit(page, site.url, (where) => noSideways(page, where));
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
