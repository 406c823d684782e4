import type { Page } from '@playwright/test';
import type { Look } from './page-states';
import { expect } from './site';
import { addClass, beginTeaching, putTogether } from './teach';

/** A name as long as one may be, without a place to break it. */
const LONG = [...'한일관계사수업을맡은아주긴이름의선생님'.repeat(4)].slice(0, 60).join('');

/** Visits Teach from the first name to a quiz that was sent. */
export async function teachStates(page: Page, url: string, look: Look): Promise<void> {
	await page.goto(`${url}teach/`);
	await page.locator('form input').press('Enter');
	await expect(page.getByRole('alert')).toBeVisible();
	await look('teach, without a name');
	await beginTeaching(page, url, LONG);
	await look('teach');
	await page.goto(`${url}teach/class/`);
	await expect(page.locator('form')).toBeVisible();
	await look('teach, no class');
	await addClass(page, url, LONG);
	await expect(page.locator('svg[data-code]')).toBeVisible();
	await look('teach, a class');
	await page.locator('.ways > .primary').click();
	await expect(page.locator('dialog svg[data-code]')).toBeVisible();
	await look('teach, the code of a class, full screen');
	await page.locator('dialog header button').click();
	await page.goto(`${url}teach/class/?id=none`);
	await expect(page.locator('.message')).toBeVisible();
	await look('teach, no such class');
	await putTogether(page, url, LONG);
	await page.locator('.set > details summary').last().click();
	await look('teach, a quiz');
	await page.locator('[data-chosen] button').nth(2).click();
	await expect(page.locator('dialog')).toBeVisible();
	await look('teach, a question as a student sees it');
	await page.locator('dialog header button').click();
	await page.locator('[data-send]').click();
	await expect(page.locator('.sent')).toBeVisible();
	await page.locator('.sent details summary').click();
	await look('teach, sent');
	await page.goto(`${url}teach/send/?id=none`);
	await expect(page.locator('.message')).toBeVisible();
	await look('teach, never sent');
	await page.goto(`${url}teach/words/`);
	await page.locator('.words details summary').click();
	await look('teach, words');
	await page.locator('.words > .primary').click();
	await expect(page.locator('.words ol')).toBeVisible();
	await look('teach, the words');
	await page.locator('.words > .primary').click();
	await page.locator('.words form .primary').click();
	await expect(page.getByRole('alert')).toBeVisible();
	await look('teach, a word that is not there');
}
