import type { Page } from '@playwright/test';
import { keyText } from '../../src/lib/core/item/registry';
import { allCards, itemOf } from '../support/authored';
import { backupOf, openSettings, restore } from '../support/data-part';
import { openLearned } from '../support/learned';
import { ATTEMPT, MISSED, missedLog, QUIZ } from '../support/missed-log';
import { drillToTheEnd } from '../support/missed-states';
import { expect, test } from '../support/site';
import {
	answer,
	answerAndGoOn,
	cardOn,
	openStudy,
	storedLog,
	workerInCharge
} from '../support/study';

const entries = (page: Page) => page.locator('article[data-missed]');
const entryOf = (page: Page, key: string) => page.locator(`article[data-missed="${key}"]`);
const chip = (page: Page, name: string) => page.locator(`[data-chip="${name}"]`);
const line = (page: Page) => page.locator('.did');
const dues = (page: Page) => page.locator('[data-due]').allInnerTexts();

async function openMissed(page: Page, url: string, query = ''): Promise<void> {
	await page.goto(`${url}missed/${query}`);
	await expect(page.getByRole('heading', { name: 'Missed', exact: true })).toBeVisible();
}

/** Noon in Seoul: what is of today is so however long a journey takes. */
const NOW = Date.parse('2026-11-25T03:00:00Z');

/** A device whose log has a full notebook. */
async function withNotebook(page: Page, url: string): Promise<void> {
	await page.clock.setFixedTime(NOW);
	await openSettings(page, url);
	await restore(page, await backupOf({ id: 'one' }, missedLog(NOW)));
}

/** Answers rightly until a multiple choice question comes. */
async function goOnToChoice(page: Page): Promise<string> {
	for (let at = 0; at < 20; at++) {
		const card = await cardOn(page);
		if (itemOf(card).kind === 'choice') return card;
		await answerAndGoOn(page);
		await expect(page.locator(`article:not([data-card="${card}"])`)).toBeVisible();
	}
	throw new Error('no multiple choice question comes');
}

test('an empty notebook says what it is for', async ({ page, site }) => {
	await openMissed(page, site.url);
	await expect(page.getByText('Nothing missed.')).toBeVisible();
	await expect(page.getByText('leaves when right on two later days')).toBeVisible();
	await page.goto(`${site.url}drill/`);
	await expect(page.getByRole('heading', { name: 'Nothing to drill' })).toBeVisible();
	await page.getByRole('link', { name: 'To the notebook' }).click();
	await expect(page).toHaveURL(`${site.url}missed/`);
});

test('a wrong answer in Study stands in the notebook, with what was answered and its key', async ({
	page,
	site
}) => {
	await openStudy(page, site.url);
	const card = await goOnToChoice(page);
	await answer(page, false);
	await expect(page.locator('.saved')).toHaveText('Saved');
	const item = itemOf(card);
	if (item.kind !== 'choice') throw new Error('it is one');
	const given = item.options.find(({ id }) => id !== item.key)?.text ?? '';

	await openMissed(page, site.url);
	await expect(entries(page)).toHaveCount(1);
	const entry = entryOf(page, card.split('#')[0] ?? '');
	await expect(entry.locator('[data-given]')).toContainText(given);
	await expect(entry.locator('[data-key]')).toContainText(String(keyText(item, '')));
	await expect(entry).toContainText('Missed once, today');
	await expect(entry.locator('[data-progress]')).toHaveText('0 of 2 days done');
	await expect(entry.locator('[data-badge="new"]')).toBeVisible();
	await entry.getByText('Why, and the evidence').click();
	await expect(entry.locator('.explanation')).toBeVisible();
	await entry.getByRole('link', { name: 'Question page' }).click();
	await expect(page).toHaveURL(new RegExp(`/item/\\?id=${card.split('#')[0]}`));
});

test('what was missed in a quiz names it; filters stand in the address', async ({ page, site }) => {
	await withNotebook(page, site.url);
	await openMissed(page, site.url);
	await expect(entries(page)).toHaveCount(4);
	const quizzed = entryOf(page, MISSED.match.key);
	await expect(quizzed.locator('[data-quiz]')).toHaveText(`Quiz: ${QUIZ}`);
	await expect(quizzed.locator('[data-badge="sure"]')).toBeVisible();
	await expect(quizzed.locator('[data-pair="wrong"]').first()).toBeVisible();
	const twice = entryOf(page, MISSED.choice.key);
	await expect(twice).toContainText('Missed 2 times, last 2 days ago');
	const gone = entryOf(page, MISSED.gone);
	await expect(gone).toContainText('no longer here');
	await expect(gone.getByRole('link')).toHaveCount(0);

	await expect(chip(page, 'slipped')).toContainText('1');
	await chip(page, 'slipped').click();
	await expect(entries(page)).toHaveCount(1);
	await expect(entryOf(page, MISSED.statement.key)).toBeVisible();
	await expect(page).toHaveURL(/slipped=1/);
	await chip(page, 'sure').click();
	await expect(page.getByText('No question matches.')).toBeVisible();
	await page.goBack();
	await expect(entries(page)).toHaveCount(1);
	await page.reload();
	await expect(entries(page)).toHaveCount(1);
	await chip(page, 'slipped').click();
	await chip(page, 'today').click();
	await expect(entries(page)).toHaveCount(1);
	await expect(quizzed).toBeVisible();
	await chip(page, 'week').click();
	await expect(entries(page)).toHaveCount(4);
	await page.getByLabel('Quiz').selectOption(QUIZ);
	await expect(entries(page)).toHaveCount(1);
	await page.getByRole('button', { name: 'Clear filters' }).click();
	await expect(entries(page)).toHaveCount(4);
	await expect(page).toHaveURL(/\/missed\/$/);
});

test('an entry is taken out by hand, which can be taken back', async ({ page, site }) => {
	await withNotebook(page, site.url);
	await openMissed(page, site.url);
	const entry = entryOf(page, MISSED.statement.key);
	await entry.getByRole('button', { name: 'Take out' }).click();
	await expect(entry).toHaveCount(0);
	await expect(line(page)).toContainText('Out of the notebook');
	await expect(line(page).getByRole('button', { name: 'Undo' })).toBeFocused();
	await line(page).getByRole('button', { name: 'Undo' }).click();
	await expect(entry).toBeVisible();
	await expect(entry.getByRole('button', { name: 'Take out' })).toBeFocused();
	await entryOf(page, MISSED.gone).getByRole('button', { name: 'Take out' }).click();
	await expect(entries(page)).toHaveCount(3);
	await page.reload();
	await expect(entries(page)).toHaveCount(3);
	await expect(entry).toBeVisible();
});

test('a note of one’s own is written in place, and kept', async ({ page, site }) => {
	await withNotebook(page, site.url);
	await openMissed(page, site.url);
	const entry = entryOf(page, MISSED.choice.key);
	await entry.getByRole('button', { name: 'Add a note' }).click();
	await expect(entry.getByLabel('Note')).toBeFocused();
	await entry.getByLabel('Note').fill('  Not the other one!  ');
	await entry.getByRole('button', { name: 'Save note' }).click();
	await expect(entry.locator('.own-note')).toContainText('Not the other one!');
	await expect(entry.getByRole('button', { name: 'Edit the note' })).toBeFocused();
	await expect(line(page)).toContainText('Note saved');
	await page.reload();
	await expect(entry.locator('.own-note')).toContainText('Not the other one!');
});

test('a drill goes on until all are right, and moves no date and no entry', async ({
	page,
	site
}) => {
	await withNotebook(page, site.url);
	await openMissed(page, site.url);
	await expect(entries(page)).toHaveCount(4);
	await expect(page.locator('[data-due]')).toHaveCount(3);
	const before = await dues(page);
	await page.getByRole('link', { name: 'Drill these' }).click();
	await expect(page.locator('[data-round="1"]')).toContainText('3 left');
	const first = await answer(page, false);
	await expect(page.locator('.bar')).toContainText('Comes again in the next round');
	await expect(page.locator('.explanation')).toBeVisible();
	await page.locator('.bar .primary').click();
	await page.getByRole('button', { name: "I don't know" }).click();
	await expect(page.locator('.bar .saved')).toHaveText('Saved');
	await page.keyboard.press('u');
	await expect(page.locator('.bar')).toHaveCount(0);
	await answerAndGoOn(page);
	await answerAndGoOn(page);
	await expect(page.locator('[data-round="2"]')).toContainText('1 left');
	await expect(page.locator('article')).toHaveAttribute('data-card', first);
	expect(await drillToTheEnd(page)).toBe(1);
	await expect(page.getByRole('heading', { name: 'All right once' })).toBeFocused();
	await expect(page.locator('.end')).toContainText('These come back on their day all the same.');
	await expect(page.locator('.end dd')).toHaveText(['2', '2']);
	await expect(page.locator('.end .saved')).toHaveText('Saved');

	const drilled = (await storedLog(page)).entries.filter(({ kind }) => kind === 'practice');
	expect(drilled).toHaveLength(5);
	for (const entry of drilled) expect(entry).toMatchObject({ mode: 'drill' });
	await page.getByRole('link', { name: 'To the notebook' }).click();
	await expect(entries(page)).toHaveCount(4);
	await expect(page.locator('[data-due]')).toHaveCount(3);
	expect(await dues(page)).toEqual(before);
});

test('a flashcard is drilled by turning it, and comes again until it was known', async ({
	page,
	site
}) => {
	const [flashcard = ''] = allCards().filter((card) => itemOf(card).kind === 'flashcard');
	await openLearned(page, site.url, [{ card: flashcard, daysAgo: 2, rating: 1, score: 0 }]);
	await page.goto(`${site.url}drill/`);
	await page.getByRole('button', { name: 'Show answer' }).click();
	await page.getByRole('button', { name: 'Not yet' }).click();
	await expect(page.locator('[data-round="2"]')).toContainText('1 left');
	await page.keyboard.press('Space');
	await page.getByRole('button', { name: 'I knew it' }).click();
	await expect(page.getByRole('heading', { name: 'All right once' })).toBeVisible();
	await expect(page.locator('.end .saved')).toHaveText('Saved');
});

test('a drill is of a filter, an attempt or topics', async ({ page, site }) => {
	await withNotebook(page, site.url);
	await openMissed(page, site.url, '?slipped=1');
	await page.getByRole('link', { name: 'Drill these' }).click();
	await expect(page.locator('article')).toHaveAttribute('data-card', `${MISSED.statement.key}#`);
	await expect(page.locator('[data-round="1"]')).toContainText('1 left');
	await page.goto(`${site.url}drill/?attempt=${ATTEMPT}`);
	await expect(page.locator('article')).toHaveAttribute('data-card', `${MISSED.match.key}#`);
	await page.goto(`${site.url}drill/?of=missed&quiz=${encodeURIComponent(QUIZ)}`);
	await expect(page.locator('article')).toHaveAttribute('data-card', `${MISSED.match.key}#`);
	await page.goto(`${site.url}drill/?attempt=none`);
	await expect(page.getByText('No quiz with this address')).toBeVisible();
	await page.goto(`${site.url}drill/?topic=japan-korea/none`);
	await expect(page.getByText('was asked yet')).toBeVisible();
});

test('a question leaves after it was right on later study days', async ({ page, site }) => {
	const noon = (day: number) => `2026-11-${day}T03:00:00Z`;
	await page.clock.setFixedTime(noon(10));
	await openStudy(page, site.url);
	const card = await answerAndGoOn(page, false);
	await openMissed(page, site.url);
	await expect(entries(page)).toHaveCount(1);
	const needed = itemOf(card).kind === 'true-false' ? 3 : 2;
	for (let day = 1; day <= needed; day++) {
		await expect(page.locator('[data-progress]')).toHaveText(`${day - 1} of ${needed} days done`);
		await page.clock.setFixedTime(noon(10 + day));
		await openStudy(page, site.url);
		await expect(page.locator('article')).toHaveAttribute('data-card', card);
		await answerAndGoOn(page);
		await expect.poll(async () => (await storedLog(page)).entries.length).toBe(1 + day);
		await openMissed(page, site.url);
	}
	await expect(page.getByText('Nothing missed.')).toBeVisible();
});

test('a sheet for paper has the questions, and their answers on a page of their own', async ({
	page,
	site
}) => {
	await withNotebook(page, site.url);
	await openMissed(page, site.url, '?when=week');
	await page.getByRole('link', { name: 'Print' }).click();
	await expect(page.locator('[data-paper]')).toHaveCount(3);
	const { item } = MISSED.choice;
	const key = item.options.find(({ id }) => id === item.key)?.text ?? '';
	await expect(page.locator(`[data-paper-key="${MISSED.choice.key}#"]`)).toContainText(key);
	await page.emulateMedia({ media: 'print' });
	await expect(page.locator('[data-paper]').first()).toBeVisible();
	await expect(page.getByRole('navigation')).toBeHidden();
	await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
	const pages = page.locator('[data-paper-keys]');
	expect(await pages.evaluate((el) => getComputedStyle(el).breakBefore)).toBe('page');
	await page.emulateMedia({ media: 'screen' });
	await page.getByLabel('With the answers').uncheck();
	await expect(pages).toHaveCount(0);
	await expect(page).toHaveURL(/keys=0/);
	await page.reload();
	await expect(page.locator('[data-paper]')).toHaveCount(3);
	await expect(pages).toHaveCount(0);
	await page.getByRole('link', { name: 'Back to the notebook' }).click();
	await expect(page).toHaveURL(/missed\/\?when=week/);
});

test('notebook and drill work without a network', async ({ context, page, site }) => {
	await withNotebook(page, site.url);
	await workerInCharge(page);
	await context.setOffline(true);
	await site.stop();
	await openMissed(page, site.url);
	await expect(entries(page)).toHaveCount(4);
	await expect(page.locator('[data-given]').first()).toBeVisible();
	await page.getByRole('link', { name: 'Drill these' }).click();
	expect(await drillToTheEnd(page)).toBe(3);
});
