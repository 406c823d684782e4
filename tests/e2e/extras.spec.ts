import type { Page } from '@playwright/test';
import { itemOf, someItem } from '../support/authored';
import {
	due,
	flashcards,
	giveVoices,
	inAnHour,
	lapsed,
	nothingNew,
	openWith,
	prefer,
	saidIn,
	waiting
} from '../support/extras-log';
import { extrasStates } from '../support/extras-states';
import { swipe } from '../support/hands';
import { expect, test } from '../support/site';
import { logOf } from '../support/stored-data';
import { answer, answerAndGoOn, cardOn, openStudy, openToday } from '../support/study';

interface Told {
	readonly t: number;
	readonly kind: string;
	readonly card?: string;
	readonly rating?: number;
	readonly interval?: number;
}

const inOrder = async (page: Page) =>
	((await logOf(page)) as readonly Told[]).toSorted((a, b) => a.t - b.t);
/** What was appended last. */
const lastOf = async (page: Page) => (await inOrder(page)).at(-1);
const toldOf = async (page: Page, card: string) =>
	(await inOrder(page)).filter((told) => told.card === card).at(-1);
const statement = `${someItem('true-false').key}#`;
const leech = (page: Page) => page.locator('.leech');
const status = (page: Page) => page.locator('.study [role="status"]').first();

const reveal = async (page: Page) => {
	await page.locator('footer .primary').click();
	await expect(page.locator('.ratings')).toBeVisible();
};

/** Gestures are loaded once a question is painted; then the browser leaves them sideways moves. */
const isWatched = (page: Page) =>
	expect(page.locator('.area')).toHaveCSS('touch-action', 'pan-y pinch-zoom');

async function switchOn(page: Page, url: string, ...titles: readonly string[]): Promise<void> {
	await page.goto(`${url}settings/`);
	for (const name of titles) {
		const group = page.getByRole('group', { name });
		await expect(group.getByLabel('Off')).toBeChecked();
		await group.getByLabel('On').check();
	}
}

test('a card is announced at its eighth lapse, suspended with a tap, and taken back', async ({
	page,
	site
}) => {
	await openWith(page, site.url, lapsed(statement, 7));
	await openStudy(page, site.url);
	expect(await cardOn(page)).toBe(statement);
	await answer(page, false);
	await expect(leech(page)).toContainText('This one keeps slipping (8 times).');
	await expect(status(page)).toContainText('This one keeps slipping (8 times).');
	await leech(page).getByRole('button', { name: 'Look at the evidence' }).click();
	await expect(leech(page).locator('[data-evidence]').first()).toBeVisible();
	await leech(page).getByRole('button', { name: 'Suspend it' }).click();
	await expect(page.locator('.did')).toContainText('Suspended');
	await expect(page.locator(`[data-card="${statement}"]`)).toHaveCount(0);
	await expect.poll(async () => (await lastOf(page))?.kind).toBe('suspend');
	await page.locator('.did button').click();
	await expect(page.locator(`[data-card="${statement}"]`)).toBeVisible();
	await expect(leech(page)).toBeVisible();
	await leech(page).getByRole('button', { name: 'Go on' }).click();
	await expect(leech(page)).toHaveCount(0);
});

test('nothing is said at the ninth lapse', async ({ page, site }) => {
	await openWith(page, site.url, lapsed(statement, 8));
	await openStudy(page, site.url);
	await answer(page, false);
	await expect(status(page)).toContainText('Not quite.');
	await expect(status(page)).not.toContainText('slipping');
	await expect(page.locator('.explanation')).toBeVisible();
	await expect(leech(page)).toHaveCount(0);
});

test('a flashcard that keeps slipping is spoken of above the next card, with its note', async ({
	page,
	site
}) => {
	const [card = ''] = flashcards();
	await openWith(page, site.url, lapsed(card, 7));
	await openStudy(page, site.url);
	await answer(page, false);
	await expect(leech(page)).toContainText('(8 times)');
	const next = await cardOn(page);
	expect(next).not.toBe(card);
	await leech(page).getByRole('button', { name: 'Write a note' }).click();
	await expect(page.locator('dialog textarea')).toBeFocused();
	await page.keyboard.type('in my own words');
	await page.getByRole('button', { name: 'Save note' }).click();
	await expect
		.poll(() => lastOf(page))
		.toMatchObject({ kind: 'note', item: card.split('#')[0], text: 'in my own words' });
	await leech(page).getByRole('button', { name: 'Go on' }).click();
	await expect(leech(page)).toHaveCount(0);
	expect(await cardOn(page)).toBe(next);
});

test('gestures do nothing until they are switched on', async ({ page, site }) => {
	const [card = ''] = flashcards();
	await openWith(page, site.url, due([card]));
	await openStudy(page, site.url);
	await reveal(page);
	await swipe(page, -150);
	await page.locator('.front').click({ position: { x: 12, y: 12 } });
	await expect(page.locator('.area')).toHaveCSS('touch-action', 'auto');
	await expect(page.locator('.ratings')).toBeVisible();
	expect(await cardOn(page)).toBe(card);
});

test('a swipe rates a turned flashcard and leaves a result; the buttons remain', async ({
	page,
	site
}) => {
	const cards = flashcards().slice(0, 2);
	await openWith(page, site.url, due(cards));
	await switchOn(page, site.url, 'Swipe to rate');
	await openStudy(page, site.url);
	await isWatched(page);
	const first = await cardOn(page);
	await swipe(page, 150);
	await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
	await reveal(page);
	await swipe(page, 20);
	await swipe(page, 10, -100);
	await expect(page.locator('.ratings button')).toHaveCount(2);
	expect(await cardOn(page)).toBe(first);
	await swipe(page, 150);
	await expect(page.locator(`[data-card="${first}"]`)).toHaveCount(0);
	await expect.poll(async () => (await toldOf(page, first))?.rating).toBe(3);
	const second = await cardOn(page);
	await reveal(page);
	await swipe(page, -150);
	await expect(page.locator(`[data-card="${second}"]`)).toHaveCount(0);
	await expect.poll(async () => (await toldOf(page, second))?.rating).toBe(1);
	for (let graded = await cardOn(page); ; graded = await cardOn(page)) {
		await answer(page);
		if (itemOf(graded).kind === 'flashcard') continue;
		await expect(page.getByRole('button', { name: 'Next' })).toBeVisible();
		await swipe(page, -150);
		await expect(page.locator(`[data-card="${graded}"]`)).toHaveCount(0);
		break;
	}
});

test('a tap on a half rates a turned flashcard, and never the one it turned', async ({
	page,
	site
}) => {
	const cards = flashcards().slice(0, 2);
	await openWith(page, site.url, due(cards));
	await switchOn(page, site.url, 'Swipe to rate', 'Tap to rate');
	await openStudy(page, site.url);
	await isWatched(page);
	for (const [x, rating] of [
		[0.1, 1],
		[0.9, 3]
	] as const) {
		const card = await cardOn(page);
		await page.locator('.front').click();
		await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible();
		await reveal(page);
		await expect(page.getByText('Tap left: Not yet · Tap right: I knew it')).toBeVisible();
		const box = (await page.locator('.area').boundingBox()) ?? { x: 0, y: 0, width: 0 };
		await page.touchscreen.tap(box.x + box.width * x, box.y + 90);
		await expect(page.locator(`[data-card="${card}"]`)).toHaveCount(0);
		await expect.poll(async () => (await toldOf(page, card))?.rating).toBe(rating);
	}
});

// A browser under test has no voices: `giveVoices` puts a stand-in in the place of its own.
test('a question is read aloud where there is a voice, on demand or by itself', async ({
	page,
	site
}) => {
	await giveVoices(page);
	const button = page.getByRole('button', { name: 'Read aloud' });
	await openToday(page, site.url);
	await prefer(page, { readAloud: 'demand' });
	await openStudy(page, site.url);
	await expect(button).toBeVisible();
	expect(await saidIn(page)).toEqual([]);
	await button.click();
	await expect.poll(async () => (await saidIn(page)).length).toBeGreaterThan(0);
	expect((await saidIn(page))[0]).toMatch(/^(en|ko)/);
	await page.goto(`${site.url}settings/`);
	await page.getByRole('group', { name: 'Read aloud' }).getByLabel('By itself').check();
	await openStudy(page, site.url);
	await expect.poll(async () => (await saidIn(page)).length).toBeGreaterThan(0);
	await page.goto(`${site.url}settings/`);
	// Off is what stands there until the preferences are read.
	const choice = page.getByRole('group', { name: 'Read aloud' });
	await expect(choice.getByLabel('By itself')).toBeChecked();
	await choice.getByLabel('Off').check();
	await openStudy(page, site.url);
	await answer(page);
	await expect(button).toHaveCount(0);
});

test('without a voice nothing offers to read', async ({ page, site }) => {
	await page.addInitScript(() => {
		const value = { getVoices: () => [{ name: 'de', lang: 'de-DE' }] };
		Object.defineProperty(globalThis, 'speechSynthesis', { value });
	});
	await openToday(page, site.url);
	await prefer(page, { readAloud: 'auto' });
	await openStudy(page, site.url);
	await answer(page);
	await expect(page.getByRole('button', { name: 'Read aloud' })).toHaveCount(0);
});

test('cards of the next days are studied ahead when the day is done', async ({ page, site }) => {
	await openWith(page, site.url, [waiting(statement), nothingNew()]);
	await page.goto(`${site.url}study/`);
	await expect(page.getByRole('heading', { name: 'Nothing to study now' })).toBeVisible();
	await expect(page.getByText('Cards of the next days, 1 now.')).toBeVisible();
	await page.getByRole('button', { name: 'Study ahead' }).click();
	expect(await answerAndGoOn(page)).toBe(statement);
	await expect(page.getByRole('heading', { name: 'Done for now' })).toBeVisible();
	await expect(page.getByRole('button', { name: 'Study ahead' })).toHaveCount(0);
	await expect
		.poll(() => lastOf(page))
		.toMatchObject({ kind: 'review', card: statement, rating: 3 });
});

test('a step that comes back in an hour is asked now when it is wished', async ({ page, site }) => {
	await openWith(page, site.url, [inAnHour(statement), nothingNew()]);
	await page.goto(`${site.url}study/`);
	await expect(page.getByText(/comes back in/)).toBeVisible();
	await page.getByRole('button', { name: 'Go on now' }).click();
	await expect(page.locator('article')).toBeVisible();
	expect(await cardOn(page)).toBe(statement);
});

test('a sitting of two cards stops after the second, and goes on', async ({ page, site }) => {
	await openToday(page, site.url);
	await prefer(page, { sessionLength: '2c' });
	await openStudy(page, site.url);
	await expect(page.locator('.study > header')).toContainText('2 to go');
	await answerAndGoOn(page);
	await expect(page.locator('article')).toBeVisible();
	await expect(page.locator('.study > header')).toContainText('1 to go');
	await answerAndGoOn(page);
	await expect(page.getByRole('heading', { name: 'A good place to stop' })).toBeVisible();
	await expect(page.getByText(/Left for today: \d+/)).toBeVisible();
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(page.locator('article')).toBeVisible();
	await expect(page.locator('.study > header')).toContainText('2 to go');
	await page.getByLabel('Length of this sitting').selectOption('All');
	await expect(page.locator('.study > header')).toContainText('left');
});

test('a sitting of five minutes stops at the end of a card', async ({ page, site }) => {
	await page.clock.install();
	await openStudy(page, site.url);
	await page.getByLabel('Length of this sitting').selectOption('5 minutes');
	await expect(page.locator('.study > header')).toContainText('5 min to go');
	await answerAndGoOn(page);
	await expect(page.locator('article')).toBeVisible();
	await page.clock.fastForward('06:00');
	await expect(page.locator('article')).toBeVisible();
	await answerAndGoOn(page);
	await expect(page.getByRole('heading', { name: 'A good place to stop' })).toBeVisible();
	await page.getByRole('link', { name: 'Back to Today' }).last().click();
	await page.getByRole('navigation').getByRole('link', { name: 'Study' }).click();
	await expect(page.locator('article')).toBeVisible();
});

test('what is said now and then makes no small page wider', async ({ page, site }) => {
	await page.setViewportSize({ width: 320, height: 640 });
	await extrasStates(page, site.url, async (where) => {
		const beyond = await page.evaluate(() => {
			const { scrollWidth, clientWidth } = document.documentElement;
			return scrollWidth - clientWidth;
		});
		expect(beyond, where).toBeLessThanOrEqual(0);
	});
});
