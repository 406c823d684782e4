import type { Page } from '@playwright/test';
import { ITEMS } from '../support/assignments';
import { classLink, setQuiz } from '../support/set-quiz';
import { expect, test } from '../support/site';
import { recordsOf } from '../support/stored-data';
import { answerOne, partKept, workerInCharge } from '../support/study';
import { copied, saySent } from '../support/take';

const OWN = [ITEMS.choice, ITEMS.text, ITEMS['true-false']];
const WRONG = 'Osaka';
const DAY_MS = 86_400_000;

/** Names of databases of borrowers. */
const borrowedNames = (page: Page) =>
	page.evaluate(async () => {
		const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
		return names.filter((name) => name.includes(':borrowed:'));
	});

/** Everything in IndexedDB that is not a borrower's, as text. */
async function ownersData(page: Page): Promise<string> {
	const records = await recordsOf(page);
	// The snapshot of a log is a cache of it.
	const own = records.filter(
		({ name, key }) => !name.includes(':borrowed:') && key !== 'borrowed' && key !== 'snapshot'
	);
	return JSON.stringify(own);
}

async function borrowAs(page: Page, name: string, number: string): Promise<void> {
	await page.getByRole('radio', { name: 'I’m borrowing it' }).check();
	await expect(page.getByText('Nothing goes into anybody’s notebook')).toBeVisible();
	await expect(page.getByLabel('Your name')).toHaveValue('');
	await expect(page.getByLabel('Your number in class')).toHaveValue('');
	await page.getByLabel('Your number in class').fill(number);
	await page.getByLabel('Your name').fill(name);
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(page.locator('.run > header .place')).toHaveText('1 / 3');
}

async function answerHere(page: Page): Promise<void> {
	const box = page.getByRole('textbox');
	if (await box.count()) {
		await box.fill(WRONG);
		await box.press('Enter');
	} else await page.locator('article [data-option]').first().click();
}

async function answerAll(page: Page, from = 1): Promise<void> {
	for (let at = from; at <= 3; at++) {
		await expect(page.locator('.run > header .place')).toHaveText(`${at} / 3`);
		await answerHere(page);
	}
	await page.locator('[data-hand-in]').click();
	await expect(page.locator('.hand-in')).toBeVisible();
}

/** Pastes the sheet to the teacher. */
async function sent(page: Page): Promise<string> {
	const text = await copied(page);
	await saySent(page);
	return text;
}

test('two hand in from one phone, one after the other, and its owner’s data stays as it was', async ({
	page,
	site,
	context
}) => {
	const quiz = await setQuiz(site.url, OWN, 'device');
	await answerOne(page, site.url);
	await page.goto(await classLink(site.url));
	await page.getByLabel('Your number in class').fill('14');
	await page.getByLabel('Your name').fill('김민서');
	await page.getByRole('button', { name: 'Join' }).click();
	await expect(page.locator('[data-joined]')).toBeVisible();
	await workerInCharge(page);
	// The first page was another one: what this needs comes after it.
	await partKept(page, 'take');
	const before = await ownersData(page);

	await context.setOffline(true);
	await page.goto(quiz.link);
	await expect(page.getByLabel('Your name')).toHaveValue('김민서');
	await borrowAs(page, 'Ada', '3');
	await answerHere(page);
	await expect(page.locator('.run > header .place')).toHaveText('2 / 3');
	expect(await borrowedNames(page)).toHaveLength(1);

	// The page goes. What was answered is found by the address, by the link, and on the Quiz page.
	const address = page.url();
	await page.close();
	const later = await context.newPage();
	await later.goto(`${site.url}quiz/`);
	await expect(later.locator('[data-borrowed="1"]')).toContainText('3 · Ada');
	await later.goto(quiz.link);
	await later.locator('[data-borrowed] a').click();
	await expect(later.locator('.run > header .place')).toHaveText('2 / 3');
	await later.goto(address);
	await answerAll(later, 2);
	await later.reload();
	await expect(later.getByText('Saved on this phone')).toBeVisible();

	// Whoever has not handed in is asked first.
	await later.getByRole('button', { name: 'Next person' }).click();
	await expect(later.getByText('Have you handed it in?')).toBeVisible();
	await later.getByRole('button', { name: 'Cancel' }).click();
	const first = await quiz.open(await sent(later));
	await later.getByRole('button', { name: 'Next person' }).click();
	await expect(later.locator('.take')).toBeVisible();
	expect(await borrowedNames(later)).toEqual([]);
	expect(JSON.stringify(await recordsOf(later))).not.toContain('Ada');
	expect(await ownersData(later)).toBe(before);

	await borrowAs(later, 'Bo', '4');
	await answerAll(later);
	const second = await quiz.open(await sent(later));
	expect(first.body).toMatchObject({ name: 'Ada', classNumber: 3, borrowed: true, number: 1 });
	expect(second.body).toMatchObject({ name: 'Bo', classNumber: 4, borrowed: true, number: 1 });
	expect(Buffer.from(first.deviceKey).equals(Buffer.from(second.deviceKey))).toBe(false);

	// What comes back marks nothing of the owner's.
	await context.setOffline(false);
	await later.goto(await quiz.answers([first.hash, second.hash]));
	await expect(later.locator('[data-received="true"]')).toHaveCount(1);
	expect(await ownersData(later)).toBe(before);
	await later.goto(`${site.url}missed/`);
	await expect(later.getByText('어느 도시에서?')).toHaveCount(0);
});

test('answers that are left on a borrowed phone are gone after seven days', async ({
	page,
	site
}) => {
	await page.clock.install({ time: new Date('2026-05-04T10:00:00+09:00') });
	const quiz = await setQuiz(site.url, OWN, 'device');
	await page.goto(quiz.link);
	await borrowAs(page, 'Ada', '3');
	await answerAll(page);
	const address = page.url();

	await page.clock.setFixedTime(Date.parse('2026-05-04T10:00:00+09:00') + 6 * DAY_MS);
	await page.goto(`${site.url}quiz/`);
	await expect(page.locator('[data-borrowed="1"]')).toBeVisible();
	await page.clock.setFixedTime(Date.parse('2026-05-04T10:00:00+09:00') + 8 * DAY_MS);
	await page.goto(quiz.link);
	await expect(page.locator('.take')).toBeVisible();
	await expect.poll(() => borrowedNames(page)).toEqual([]);
	expect(JSON.stringify(await recordsOf(page))).not.toContain('Ada');
	await page.goto(address);
	await expect(page.getByRole('heading', { name: 'There is no such quiz here' })).toBeVisible();
});

test('whoever erases everything erases what was left on loan', async ({ page, site }) => {
	const quiz = await setQuiz(site.url, OWN, 'device');
	await page.goto(quiz.link);
	await borrowAs(page, 'Ada', '3');
	await page.goto(`${site.url}settings/`);
	await page.getByRole('button', { name: 'Erase everything…' }).click();
	await page.getByLabel('To go on, type: ERASE').fill('ERASE');
	await page.getByRole('button', { name: 'Erase everything', exact: true }).click();
	await expect(page.getByText('Everything was erased.')).toBeVisible();
	expect(await borrowedNames(page)).toEqual([]);
	expect(JSON.stringify(await recordsOf(page))).not.toContain('Ada');
});

test('a borrowed quiz is in one tab at a time, promises no return, and is gone in both', async ({
	page,
	site,
	context
}) => {
	const quiz = await setQuiz(site.url, OWN, 'at-once', { feedback: 'each' });
	await page.goto(quiz.link);
	await borrowAs(page, 'Ada', '3');
	const other = await context.newPage();
	await other.goto(page.url());
	await expect(other.getByRole('button', { name: 'Go on here' })).toBeVisible();
	for (let at = 1; at <= 3; at++) {
		await page.locator('[data-give-up]').click();
		await expect(page.locator('.bar')).not.toContainText('Comes back');
		await page.locator('.bar .primary').click();
	}
	await page.getByRole('link', { name: 'See your result' }).click();
	await expect(page.locator('[data-item]')).toHaveCount(3);
	await expect(page.getByRole('link', { name: 'Rounds until all are right' })).toHaveCount(0);
	await page.getByRole('link', { name: 'Back to handing in' }).click();
	await page.getByRole('button', { name: 'Next person' }).click();
	await page.getByRole('button', { name: 'Handed in: erase' }).click();
	await expect(page.locator('.take')).toBeVisible();
	await expect(other.getByRole('heading', { name: 'These answers were erased' })).toBeVisible();
	expect(await borrowedNames(other)).toEqual([]);
});
