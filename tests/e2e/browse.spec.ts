import type { Page } from '@playwright/test';
import { allItems, someItem } from '../support/authored';
import { expect, test } from '../support/site';
import { answerAndGoOn, openStudy, openToday } from '../support/study';

const search = (page: Page) =>
	page.getByRole('searchbox', { name: 'Search questions, answers and notes' });
const rows = (page: Page) => page.locator('a[data-item]');
const count = (page: Page) => page.getByRole('status').filter({ hasText: 'questions' });

async function openBrowse(page: Page, url: string, query = ''): Promise<void> {
	await page.goto(`${url}browse/${query}`);
	await expect(search(page)).toBeVisible();
}

test('a question is found by its words, whatever their case and accents', async ({
	page,
	site
}) => {
	await openToday(page, site.url);
	await page.getByRole('link', { name: 'Browse' }).click();
	await expect(page.getByRole('heading', { name: 'Browse' })).toBeVisible();
	// The search comes with the list, which may be loading still.
	await expect(search(page)).toBeVisible();
	// The list draws its beginning; the count is of all.
	const total = allItems().length;
	await expect(count(page)).toHaveText(`${total} of ${total} questions`);
	await search(page).fill('NÁRA');
	await expect(count(page)).toHaveText(new RegExp(`^[1-9]\\d? of ${total} questions$`));
	await search(page).fill('nara SUMMIT japan talks WHO');
	await expect(rows(page)).toHaveCount(1);
	await rows(page).first().click();
	await expect(page.getByRole('heading', { name: /Nara summit/ })).toBeVisible();
	// Typing was not waited for: the address has it all the same.
	await page.goBack();
	await expect(search(page)).toHaveValue('nara SUMMIT japan talks WHO');
	await expect(rows(page)).toHaveCount(1);
});

test('filters stand in the address, and Back takes them back one by one', async ({
	page,
	site
}) => {
	await openStudy(page, site.url);
	await answerAndGoOn(page, false);
	await expect(page.locator('article')).toBeVisible();
	await openBrowse(page, site.url);
	const total = await rows(page).count();
	await page.getByLabel('State').selectOption('Being learnt');
	await expect(rows(page)).toHaveCount(1);
	await expect(rows(page).first()).toContainText('Being learnt');
	await expect(rows(page).first()).toContainText('Missed');
	await page.getByLabel('Kind').selectOption('Flashcard');
	await expect(page).toHaveURL(/state=learning.*kind=flashcard|kind=flashcard.*state=learning/);
	await expect(page.getByText('No question matches.')).toBeVisible();
	await page.goBack();
	await expect(rows(page)).toHaveCount(1);
	await page.reload();
	await expect(rows(page)).toHaveCount(1);
	await expect(page.getByLabel('State')).toHaveValue('learning');
	await page.goBack();
	await expect(rows(page)).toHaveCount(total);
});

test('a question is found by its answer, which its row does not give away', async ({
	page,
	site
}) => {
	const { key, item } = someItem('text', ({ stem, key }) => !stem.includes(key));
	await openBrowse(page, site.url);
	await search(page).fill(item.key.toUpperCase());
	const row = page.locator(`a[data-item="${key}"]`);
	await expect(row).toBeVisible();
	await expect(row).not.toContainText(item.key);
	await search(page).fill(`${item.key} zebra`);
	await expect(page.getByText('No question matches.')).toBeVisible();
});

test('an empty list says so, and offers everything again', async ({ page, site }) => {
	await openBrowse(page, site.url, '?q=zebra&topic=japan-korea/leaders');
	await expect(page.getByText('No question matches.')).toBeVisible();
	await page.getByRole('button', { name: 'Clear filters' }).click();
	await expect(rows(page).first()).toBeVisible();
	await expect(search(page)).toHaveValue('');
	await expect(search(page)).toBeFocused();
	await expect(page).toHaveURL(/\/browse\/$/);
});

test('a list is walked through by keyboard alone', async ({ page, site }) => {
	await openBrowse(page, site.url);
	await search(page).focus();
	await page.keyboard.type('tokyo');
	await expect(rows(page).first()).toContainText(/tokyo/i);
	const key = await rows(page).first().getAttribute('data-item');
	const isThere = () =>
		rows(page)
			.first()
			.evaluate((el) => el === document.activeElement);
	for (let i = 0; i < 8 && !(await isThere()); i++) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`${site.url}item/?id=${key}`);
	await page.goBack();
	await expect(search(page)).toHaveValue('tokyo');
});

test('what cannot be a filter shows everything', async ({ page, site }) => {
	await openBrowse(page, site.url, '?state=lost&kind=essay&flag=9');
	await expect(rows(page).nth(8)).toBeVisible();
});
