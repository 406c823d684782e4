import type { Page } from '@playwright/test';
import { someItem } from '../support/authored';
import { leaveOnly } from '../support/data-part';
import { expect, test } from '../support/site';
import { answerAndGoOn, answer, cardOn, openStudy, openToday, storedLog } from '../support/study';

const menu = (page: Page) => page.getByRole('button', { name: 'More for this question' });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'This question' });
const line = (page: Page) => page.locator('.did');

async function choose(page: Page, name: RegExp | string): Promise<void> {
	await menu(page).click();
	await sheet(page).getByRole('button', { name }).click();
	await expect(sheet(page)).toHaveCount(0);
}

const kindsIn = async (page: Page) => (await storedLog(page)).entries.map(({ kind }) => kind);
const itemOfCard = (card: string) => card.split('#')[0] ?? '';

test('a suspended question gives way, does not come back, and is resumed on its page', async ({
	page,
	site
}) => {
	await openStudy(page, site.url);
	const card = await cardOn(page);
	await choose(page, /^Suspend/);
	await expect(line(page)).toContainText('Suspended');
	await expect(page.locator('.study [role="status"]')).toHaveText('Suspended');
	await expect(page.locator('article')).not.toHaveAttribute('data-card', card);
	await expect.poll(() => kindsIn(page)).toEqual(['suspend']);
	await page.reload();
	await expect(page.locator('article')).not.toHaveAttribute('data-card', card);
	await page.goto(`${site.url}item/?id=${itemOfCard(card)}`);
	const state = page.locator(`[data-card="${card}"]`);
	await expect(state).toHaveText('Suspended');
	await page.locator('summary', { hasText: 'Why this date?' }).click();
	await expect(page.locator(`[data-why="${card}"]`)).toContainText('does not come up');
	await choose(page, /^Resume/);
	await expect(state).toHaveText('New: not studied yet');
	await line(page).getByRole('button', { name: 'Undo' }).click();
	await expect(state).toHaveText('Suspended');
	await expect(menu(page)).toBeFocused();
});

test('undo takes back the last act whichever it was, back to the first', async ({ page, site }) => {
	await openStudy(page, site.url);
	const first = await cardOn(page);
	await choose(page, 'Blue');
	await expect(line(page)).toContainText('Flag: Blue');
	await answerAndGoOn(page);
	await expect(line(page)).toHaveCount(0);
	const second = await cardOn(page);
	await choose(page, /^Put off/);
	const third = await cardOn(page);
	expect(new Set([first, second, third]).size).toBe(3);
	await answer(page, false);
	await choose(page, 'Red');

	const undo = page.locator('header').getByRole('button', { name: 'Undo' });
	const article = page.locator('article');
	await expect(line(page)).toContainText('Flag: Red');
	await undo.click();
	await expect(line(page)).toHaveCount(0);
	await undo.click();
	await expect(page.locator('.bar')).toHaveCount(0);
	await expect(article).toHaveAttribute('data-card', third);
	await expect(line(page)).toContainText('Put off until tomorrow');
	await line(page).getByRole('button', { name: 'Undo' }).click();
	await expect(article).toHaveAttribute('data-card', second);
	await page.keyboard.press('u');
	await expect(article).toHaveAttribute('data-card', first);
	await page.keyboard.press('u');
	await expect(line(page)).toHaveCount(0);
	await expect(undo).toBeDisabled();
	await page.getByRole('link', { name: 'Back to Today' }).click();
	await expect(page.locator('[data-done="0"]')).toBeVisible();
	await page.goto(`${site.url}browse/?state=flagged`);
	await expect(page.getByText('No question matches.')).toBeVisible();
});

test('what was put off until tomorrow can be brought back today, also when it is too late to undo', async ({
	page,
	site
}) => {
	await openStudy(page, site.url);
	const card = await cardOn(page);
	await choose(page, /^Put off/);
	await expect(page.locator('article')).not.toHaveAttribute('data-card', card);
	await page.goto(`${site.url}browse/?state=buried`);
	await page.locator(`a[data-item="${itemOfCard(card)}"]`).click();
	const state = page.locator(`[data-card="${card}"]`);
	await expect(state).toHaveText('Put off until tomorrow');
	await choose(page, /^Bring back today/);
	await expect(line(page)).toContainText('Resumed');
	await expect(state).toHaveText('New: not studied yet');
	await line(page).getByRole('button', { name: 'Undo' }).click();
	await expect(state).toHaveText('Put off until tomorrow');
	await choose(page, /^Bring back today/);
	await expect.poll(() => kindsIn(page)).toEqual(['bury', 'resume', 'undo', 'resume']);
	await openStudy(page, site.url);
	await expect(page.locator('article')).toHaveAttribute('data-card', card);
});

test('a note is kept however the sheet is closed, and shown after the answer', async ({
	page,
	site
}) => {
	await openStudy(page, site.url);
	const item = itemOfCard(await cardOn(page));
	await menu(page).click();
	await sheet(page).getByLabel('Note').fill('Think of the host.\n2nd line');
	await page.keyboard.press('Escape');
	await expect(line(page)).toContainText('Note saved');
	await expect(menu(page)).toBeFocused();
	await expect(page.locator('.own-note')).toHaveCount(0);
	await answer(page);
	await expect(page.locator('.own-note')).toContainText('Think of the host.');
	await expect.poll(() => kindsIn(page)).toEqual(['note', 'review']);
	await page.goto(`${site.url}browse/?state=noted`);
	await expect(page.locator(`a[data-item="${item}"]`)).toBeVisible();
	await page.goto(`${site.url}browse/?q=HOST+2nd+line`);
	await expect(page.locator('a[data-item]')).toHaveCount(1);
	await page.locator(`a[data-item="${item}"]`).click();
	await expect(page.locator('.own-note')).toContainText('2nd line');
	await menu(page).click();
	await sheet(page).getByLabel('Note').fill('');
	await sheet(page).getByRole('button', { name: 'Save note' }).click();
	await expect(page.locator('.own-note')).toHaveCount(0);
	await expect(line(page)).toContainText('Note deleted');
});

test('a question is made new again only after it was asked once', async ({ page, site }) => {
	await openStudy(page, site.url);
	await menu(page).click();
	await expect(sheet(page).getByRole('button', { name: /^Suspend/ })).toBeVisible();
	await expect(sheet(page).getByRole('button', { name: /^Make it new/ })).toHaveCount(0);
	await page.keyboard.press('Escape');
	const card = await cardOn(page);
	await answer(page);
	await menu(page).click();
	await sheet(page)
		.getByRole('button', { name: /^Make it new/ })
		.click();
	await sheet(page).getByRole('button', { name: 'Cancel' }).click();
	await page.keyboard.press('Escape');
	await page.goto(`${site.url}item/?id=${itemOfCard(card)}`);
	const state = page.locator(`[data-card="${card}"]`);
	await expect(state).toHaveText(/^Comes back in/);
	await menu(page).click();
	await sheet(page)
		.getByRole('button', { name: /^Make it new/ })
		.click();
	await sheet(page).getByRole('button', { name: 'Yes, make it new' }).click();
	await expect(state).toHaveText('New: not studied yet');
	await line(page).getByRole('button', { name: 'Undo' }).click();
	await expect(state).toHaveText(/^Comes back in/);
});

test('the history of a card and the reason for its date are told in words', async ({
	page,
	site
}) => {
	await openStudy(page, site.url);
	const card = await answer(page, false);
	await page.getByRole('button', { name: 'A slip?' }).click();
	await page.getByRole('button', { name: 'I tapped the wrong one' }).click();
	await page.getByRole('button', { name: 'Undo' }).click();
	await answer(page);
	await page.getByRole('button', { name: 'Change rating' }).click();
	await page.locator('.change [data-rating="4"]').click();
	await expect(page.locator('.saved')).toHaveText('Saved');
	await page.goto(`${site.url}item/?id=${itemOfCard(card)}`);
	await page.locator('summary', { hasText: 'History' }).click();
	await expect(page.locator('li[data-rating]')).toHaveCount(1);
	await expect(page.locator('li[data-rating]')).toContainText(
		/Right, Easy.*Study · Next in \d+ days/
	);
	await expect(page.locator('[data-counts]')).toHaveText('Answered 1×.');
	await page.locator('summary', { hasText: 'Why this date?' }).click();
	await expect(page.locator(`[data-why="${card}"]`)).toHaveText(
		/Right, Easy\. After \d+ days the chance that you still remember is about (8\d|9\d)%, so it comes back on \w+ \d+\.$/
	);
});

test('of what was wrong twice nothing is said that sounds better', async ({ page, site }) => {
	const { key } = someItem('choice');
	await leaveOnly(page, site.url, key);
	await openStudy(page, site.url);
	await answer(page, false);
	await expect(page.locator('.saved')).toHaveText('Saved');
	await page.clock.setFixedTime(Date.now() + 20 * 60_000);
	await openStudy(page, site.url);
	await answer(page, false);
	await expect(page.locator('.saved')).toHaveText('Saved');
	await page.goto(`${site.url}item/?id=${key}`);
	await expect(page.getByText('Reviewed 2×', { exact: true })).toBeVisible();
	await page.locator('summary', { hasText: 'History' }).click();
	await expect(page.locator('[data-counts]')).toHaveText('Answered 2×, of these not right: 2×.');
	const why = page.locator(`[data-why="${key}#"]`);
	await page.locator('summary', { hasText: 'Why this date?' }).click();
	await expect(why).toHaveText(/it comes back \d+ (minute|second)s? after that\.$/);
	await choose(page, /^Put off/);
	await expect(why).toHaveText('You put it off, so it does not come up before tomorrow.');
});

test('the menu opens by key, keeps the keys to itself, and gives the focus back', async ({
	page,
	site
}) => {
	await openToday(page, site.url);
	await page.getByRole('link', { name: 'Study now' }).click();
	await expect(page.locator('article')).toBeVisible();
	await page.keyboard.press('m');
	await expect(sheet(page).getByRole('button', { name: /^Suspend/ })).toBeFocused();
	await page.keyboard.press('1');
	await page.keyboard.press('u');
	await expect(page.locator('.bar')).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(sheet(page)).toHaveCount(0);
	await page.keyboard.press('m');
	for (let i = 0; i < 20; i++) {
		await page.keyboard.press('Tab');
		const inside = await sheet(page).evaluate(
			(dialog) =>
				document.activeElement === document.body || dialog.contains(document.activeElement)
		);
		expect(inside).toBe(true);
	}
	const sizes = await sheet(page)
		.getByRole('button')
		.evaluateAll((all) => all.map((el) => el.getBoundingClientRect().height));
	expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
});
