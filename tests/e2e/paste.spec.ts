import type { Page } from '@playwright/test';
import { openBox, paste, pasteAndKeep, QUIZ_TEXT } from '../support/paste-states';
import { expect, test } from '../support/site';
import { cardOn, openToday, partKept, storedLog, workerInCharge } from '../support/study';

const block = (page: Page, is: string) => page.locator(`[data-block="${is}"]`);

/** The block that was broken, mended. */
const MENDED = QUIZ_TEXT.replace('C. 1905\n', 'C. 1905\nANSWER: A\n');

test('a broken block is shown with its lines, and the others are asked, offline too', async ({
	page,
	site
}) => {
	await openBox(page, site.url);
	await paste(page, QUIZ_TEXT);
	await expect(block(page, 'item')).toHaveCount(2);
	await expect(block(page, 'problem')).toContainText('Lines 7–10');
	await expect(block(page, 'problem')).toContainText('The answer is missing.');
	await page.getByLabel('Name of these questions').fill('History 3');
	await page.getByRole('button', { name: 'Keep 2 questions' }).click();
	await page.getByRole('link', { name: 'Look at them' }).first().click();
	await expect(page.locator('a[data-item]')).toHaveCount(2);

	await openToday(page, site.url);
	await expect(page.locator('a[data-topic]', { hasText: 'History 3' })).toBeVisible();
	await workerInCharge(page);
	await partKept(page, 'teach');
	site.stop();
	await page.goto(`${site.url}teach/paste/`);
	await page.getByRole('link', { name: 'Quiz on them' }).click();
	await expect(page.getByText('2 questions · History 3')).toBeVisible();
	await page.getByRole('button', { name: 'Start' }).click();
	const asked = new Set<string>();
	for (let at = 0; at < 2; at++) {
		asked.add(await cardOn(page));
		await page.locator('article [data-option]').first().click();
		await expect(page.locator('footer .primary')).toBeVisible();
		// No explanation was given: nothing stands in its place.
		await expect(page.locator('.explanation h3')).toHaveCount(0);
		await page.locator('footer .primary').click();
	}
	expect(asked.size).toBe(2);
	for (const card of asked) expect(card).toMatch(/^own-\w{8}\/\w{8}#$/);
	await page.reload();
	await page.goto(`${site.url}browse/?q=treaty+signed`);
	await expect(page.locator('a[data-item]')).toHaveCount(1);
	await page.locator('a[data-item]').click();
	await expect(page.locator('main h2').first()).toContainText('treaty signed');
	expect((await storedLog(page)).entries.filter(({ kind }) => kind === 'document')).toHaveLength(1);
});

test('more is added to a bank, which is renamed and taken away for good', async ({
	page,
	site
}) => {
	await pasteAndKeep(page, site.url, QUIZ_TEXT, 'History');
	const row = page.locator('[data-own]');
	await row.getByRole('button', { name: 'Add more' }).click();
	await paste(page, MENDED);
	await expect(block(page, 'known')).toHaveCount(2);
	await page.getByRole('button', { name: 'Keep 1 question' }).click();
	await expect(row).toContainText('Questions: 3');

	await row.getByRole('button', { name: 'Rename' }).click();
	await row.getByRole('textbox').fill(' ');
	await row.getByRole('button', { name: 'Keep the name' }).click();
	await expect(row.getByRole('alert')).toBeVisible();
	await row.getByRole('textbox').fill('Rivers');
	await row.getByRole('button', { name: 'Keep the name' }).click();
	await expect(page.locator('[data-own="Rivers"]')).toContainText('Questions: 3');

	await row.getByRole('button', { name: 'Remove…' }).click();
	await row.getByRole('textbox').fill('erase');
	await row.getByRole('button', { name: 'Remove these questions' }).click();
	await expect(row).toHaveCount(0);
	await expect(page.getByText('“Rivers” was removed.')).toBeVisible();
	await openToday(page, site.url);
	await expect(page.locator('a[data-topic]').first()).toBeVisible();
	await expect(page.locator('a[data-topic]', { hasText: 'Rivers' })).toHaveCount(0);
});

test('two columns are cards, or answers to be typed', async ({ page, site }) => {
	await openBox(page, site.url);
	await page.getByRole('button', { name: 'Terms and meanings' }).click();
	await expect(block(page, 'header')).toHaveCount(1);
	await expect(block(page, 'item')).toHaveCount(2);
	await page.getByRole('radio', { name: 'Typed answers' }).check();
	await expect(block(page, 'item').first()).toContainText('a place where ships find shelter');
	await page.getByRole('button', { name: 'Keep 2 questions' }).click();
	await expect(page.getByText('Give these questions a name first.')).toBeVisible();
	await page.getByLabel('Name of these questions').fill('Words');
	await page.getByRole('button', { name: 'Keep 2 questions' }).click();
	await page.getByRole('link', { name: 'Look at them' }).first().click();
	await page.locator('a[data-item]').first().click();
	await page.locator('main form input').fill('harbour');
	await page.locator('main form input').press('Enter');
	await expect(page.locator('main')).toContainText('harbour (Right)');
});

test('what one learner pasted is not another’s', async ({ page, site }) => {
	await pasteAndKeep(page, site.url, QUIZ_TEXT, 'Rivers');
	await page.goto(`${site.url}settings/`);
	await page.getByRole('button', { name: 'Add a learner' }).click();
	await page.getByLabel('Name of the new learner').fill('Jun');
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	await expect(page.getByText('You now study as Jun.')).toBeVisible();
	await openToday(page, site.url);
	await expect(page.locator('a[data-topic]').first()).toBeVisible();
	await expect(page.locator('a[data-topic]', { hasText: 'Rivers' })).toHaveCount(0);
});
