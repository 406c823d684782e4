/** A class in the browser that was sent a quiz of its teacher's own questions. */
import type { Page } from '@playwright/test';
import type { Bytes } from '../../src/lib/core/assignment/bytes';
import { readLink, toLink } from '../../src/lib/core/assignment/link';
import { valueOf } from './assignments';
import { pasteAndKeep, QUIZ_TEXT } from './paste-states';
import { expect } from './site';
import { pasteSheets } from './take';
import { addClass, beginTeaching, send } from './teach';

export const CLASS = '3-2';
export const QUIZ = 'Rivers and treaties';
const BANK = 'My rivers';

/** Begins to teach, with one class, and sends it one quiz. @returns what was sent */
export async function teachClass(page: Page, url: string): Promise<Bytes> {
	await beginTeaching(page, url);
	await addClass(page, url, CLASS);
	await pasteAndKeep(page, url, QUIZ_TEXT, BANK);
	await page.goto(`${url}teach/`);
	await page.locator('[data-new]').click();
	await page.locator('[data-title] input').fill(QUIZ);
	await page.locator('[data-title] input').blur();
	await page.getByLabel('Bank').selectOption({ label: BANK });
	for (const box of await page.locator('[data-choose]').all()) await box.check();
	return valueOf(readLink(await send(page, CLASS)));
}

/** Opens the page on which the one quiz is marked. */
export async function openMark(page: Page, url: string): Promise<void> {
	await page.goto(`${url}teach/`);
	await page.getByRole('link', { name: 'Mark', exact: true }).click();
	await expect(page.getByText(QUIZ)).toBeVisible();
}

/** Looks at sheets, on the page that marks; nothing is taken in yet. */
export async function showSheets(page: Page, url: string, sheets: readonly Bytes[]) {
	const box = page.getByLabel('Paste a chat, a mail or a table');
	const fold = page.getByText('Take sheets in', { exact: true });
	await expect(fold).toBeVisible();
	if (!(await box.isVisible())) await fold.click();
	await pasteSheets(page, sheets.map((sheet) => toLink(`${url}a/`, sheet)).join('\n'));
}

/** Takes sheets in, on the page that marks. */
export async function takeIn(page: Page, url: string, sheets: readonly Bytes[]): Promise<void> {
	await showSheets(page, url, sheets);
	await page.getByRole('button', { name: `Take in ${sheets.length}` }).click();
	await expect(page.locator(`[data-taken="${sheets.length}"]`)).toBeVisible();
}
