import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { itemOf } from '../support/authored';
import { backupOf, chosen, type ChosenFile } from '../support/data-part';
import { review } from '../support/entries';
import { expect, test } from '../support/site';
import { deleteDatabases } from '../support/stored-data';
import {
	answer,
	answerAndGoOn,
	cardOn,
	openStudy,
	openToday,
	storedLog,
	studyToTheEnd
} from '../support/study';

/** A learner with the longest name that a list must hold. */
const other = { id: 'another-learner', name: '대한민국일본관계사학습자이름이아주긴사람'.repeat(2) };
const log = [review('wren.1', 100, 'japan-korea/one#'), review('wren.2', 300, 'japan-korea/two#')];

const CHECK = /^(Check now|지금 점검|今すぐ点検)/;
const BESIDE = /^(Keep both|둘 다|両方)/;
const ERASE = /…$/;
const CLOCK = /^(Which date is right|어느 날짜|どちらの日付)/;

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

/** Visits every page and state; calls back at each. */
async function everywhere(
	page: Page,
	url: string,
	look: (where: string) => Promise<void>
): Promise<void> {
	await openToday(page, url);
	await look('today');
	await openStudy(page, url);
	await look('question');
	await answer(page, false);
	await look('wrong');
	await page.locator('summary').click();
	await page.getByRole('button', { name: /^(Change|바꾸기|変更)$/ }).click();
	await look('evidence and change');
	await page.goto(`${url}item/?id=japan-korea/seoul-talks-host`);
	await page.locator('.reveal').click();
	await look('item');
	await page.goto(`${url}item/?id=none`);
	await expect(page.locator('.message')).toBeVisible();
	await look('unknown item');
	await page.goto(`${url}settings/`);
	await expect(page.locator('.settings')).toBeVisible();
	await look('settings');
}

/** Visits what is done with a question besides answering, its history, and the list of all. */
async function controlStates(
	page: Page,
	url: string,
	look: (where: string) => Promise<void>
): Promise<void> {
	const act = async (button: string) => {
		await page.locator('[aria-haspopup="dialog"]').click();
		await page.locator(`dialog ${button}`).click();
	};
	await openStudy(page, url);
	await answer(page, false);
	await page.locator('[aria-haspopup="dialog"]').click();
	await page.locator('dialog .acts button').last().click();
	await page.locator('dialog textarea').fill('오래기억해야하는긴메모'.repeat(9));
	await look('sheet, about to reset');
	await page.keyboard.press('Escape');
	const item = (await cardOn(page)).split('#')[0];
	await act('[data-flag="6"]');
	await expect(page.locator('.did')).toBeVisible();
	await look('flagged, with a note');
	await page.goto(`${url}item/?id=${item}`);
	await act('.acts button:nth-child(2)');
	for (const summary of await page.locator('.parts summary').all()) await summary.click();
	await expect(page.locator('li[data-rating]').first()).toBeVisible();
	await look('history and why');
	await page.goto(`${url}browse/`);
	await expect(page.locator('a[data-item]').first()).toBeVisible();
	await look('browse');
	await page.goto(`${url}browse/?q=none&state=suspended&topic=japan-korea/leaders&kind=choice`);
	await expect(page.locator('.none')).toBeVisible();
	await look('browse, nothing found');
}

/** Visits what Settings opens: a backup looked at, refused and restored, the check, erasing. */
async function dataStates(
	page: Page,
	url: string,
	look: (where: string) => Promise<void>
): Promise<void> {
	const settings = async () => {
		await page.goto(`${url}settings/`);
		await expect(page.locator('input[type="file"]')).toBeAttached();
	};
	const chooseFile = (file: ChosenFile) => page.locator('input[type="file"]').setInputFiles(file);
	const data = page.locator('#data');
	await settings();
	await page.getByRole('button', { name: CHECK }).click();
	await expect(page.locator('[data-figure="fingerprint"]')).toBeVisible();
	await look('check');
	await chooseFile(chosen('notes-on-a-very-long-subject.kachi', 'Dear diary,\n'));
	await expect(data.locator('section section')).toBeVisible();
	await look('refused');
	await settings();
	await chooseFile(await backupOf(other, log));
	await expect(page.locator('[data-figure="whose"]')).toBeVisible();
	await look('a backup of another learner');
	await data.getByRole('button', { name: BESIDE }).click();
	await expect(page.locator('[aria-current="true"]').first()).toBeVisible();
	await look('restored, with two learners');
	await data.getByRole('button', { name: ERASE }).click();
	await look('erase');
}

/** Visits the question which date is right, and the page of answers that are gone. */
async function troubledStates(
	page: Page,
	url: string,
	look: (where: string) => Promise<void>
): Promise<void> {
	await openStudy(page, url);
	const before = (await storedLog(page)).entries.length;
	await answer(page);
	await expect.poll(async () => (await storedLog(page)).entries.length).toBe(before + 1);
	await page.clock.setFixedTime('2099-12-30T03:00:00Z');
	await openToday(page, url);
	await expect(page.getByRole('region', { name: CLOCK })).toBeVisible();
	await look('which date is right');
	await openStudy(page, url);
	await expect(page.getByRole('region', { name: CLOCK })).toBeVisible();
	await look('which date is right, while studying');
	await deleteDatabases(page, url, 'kachi:');
	await page.goto(url);
	await expect(page.locator('.recover')).toBeVisible();
	await look('recover');
	await page.locator('.recover button').last().click();
	await look('start afresh');
}

for (const colorScheme of ['light', 'dark'] as const) {
	test(`every page and state is free of axe violations, ${colorScheme}`, async ({ page, site }) => {
		test.setTimeout(120_000);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		await everywhere(page, site.url, (where) => clean(page, where));
		await controlStates(page, site.url, (where) => clean(page, where));
		await openStudy(page, site.url);
		await toFlashcard(page);
		await clean(page, 'flashcard');
		await page.getByRole('button', { name: 'Show answer' }).click();
		await clean(page, 'flashcard answer');
		await page.locator('[data-rating="3"]').click();
		await studyToTheEnd(page);
		await clean(page, 'end');
		await dataStates(page, site.url, (where) => clean(page, where));
		await troubledStates(page, site.url, (where) => clean(page, where));
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
			test.setTimeout(120_000);
			const look = (where: string) => noSideways(page, where);
			await everywhere(page, site.url, look);
			await controlStates(page, site.url, look);
			await dataStates(page, site.url, look);
			await troubledStates(page, site.url, look);
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
	await newCards.fill('4');
	await newCards.blur();
	await expect(page.getByText('A whole number from 0 to 9999')).toBeHidden();
	await page.getByRole('link', { name: 'Today', exact: true }).click();
	await expect(page.locator('.on-r dd')).toHaveText('4');
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
	await page.getByRole('button', { name: 'Change' }).click();
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
	await expect(page.getByText('A daily limit is 0: change it in Settings.')).toBeVisible();
	await page.getByRole('link', { name: 'Study' }).click();
	await expect(page.getByRole('heading', { name: 'Nothing to study now' })).toBeVisible();
});
