import { handedIn } from '../support/handed-in';
import { tabTo } from '../support/hands';
import { openMarks } from '../support/mark-states';
import { expect, test } from '../support/site';

test('sheets are taken in and looked at by the keyboard alone, and the focus is where it goes on', async ({
	page,
	site
}) => {
	const link = await openMarks(page, site.url);
	const enter = async (selector: string) => {
		await tabTo(page, selector);
		await page.keyboard.press('Enter');
	};
	const sheets = [
		{ name: 'Ada', classNumber: 3, typed: 'Nara', chosen: 'Han River' },
		{ name: '김민서', classNumber: 14, typed: 'Kyoto' }
	];
	await page.locator('textarea').fill(await handedIn(link, sheets));
	await enter('form button[type="submit"]');
	await expect(page.locator('[data-incoming="2"] p').first()).toBeFocused();
	await enter('[data-incoming] .primary');
	await expect(page.locator('[data-taken="2"]')).toBeFocused();
	await enter('tbody tr:first-child th button');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'Ada' })).toBeFocused();
	await enter('thead th:nth-child(5) button');
	await expect(page.getByRole('dialog')).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('thead th:nth-child(5) button')).toBeFocused();
	await page.locator('[data-taken]').focus();
	await enter('.done button');
	await expect(page.getByText('No sheets yet.')).toBeVisible();
	await expect(page.locator('textarea')).toBeFocused();
});
