/** The page on which a teacher marks, for a teacher who sent one quiz. */
import type { Page } from '@playwright/test';
import { expect } from './site';
import { pasteSheets } from './take';
import { linkShown } from './teach';

/** Of each student, the points in the table. */
export const totals = (page: Page) => page.locator('td.total');

/**
 * Opens the page, where nothing came in yet, and takes in what is in a text.
 *
 * @param count how many students' sheets that is
 */
export async function takeTextIn(page: Page, url: string, text: string, count: number) {
	await page.goto(`${url}teach/`);
	await page.getByRole('link', { name: 'Mark', exact: true }).click();
	await pasteSheets(page, text);
	await expect(page.locator(`[data-incoming="${count}"]`)).toBeVisible();
	await expect(totals(page)).toHaveCount(0);
	await page.getByRole('button', { name: `Take in ${count}` }).click();
	await expect(page.locator(`[data-taken="${count}"]`)).toBeVisible();
	await expect(totals(page)).toHaveCount(count);
}

/** The link that gives the answers out. */
export async function answersLink(page: Page): Promise<string> {
	await page.getByRole('button', { name: 'Answers link' }).click();
	return linkShown(page);
}
