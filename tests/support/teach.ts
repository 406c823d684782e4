/** A teacher's hands: what a journey does in Teach. */
import type { Page } from '@playwright/test';
import { expect } from './site';

/** Switches teaching on, and says what students call the teacher. */
export async function beginTeaching(page: Page, url: string, name = 'Ms Kim'): Promise<void> {
	await page.goto(`${url}settings/`);
	await page.locator('#teach input[value="true"]').check();
	await page.locator('#teach a').click();
	await page.locator('form input').fill(name);
	await page.locator('form input').press('Enter');
	await expect(page.locator('nav [data-new]')).toBeVisible();
}

/** Makes a class; its page is then open. */
export async function addClass(page: Page, url: string, name: string): Promise<void> {
	await page.goto(`${url}teach/class/`);
	await page.locator('form input').fill(name);
	await page.locator('form input').press('Enter');
	await expect(page.locator('h2 bdi')).toHaveText(name);
}

/** Begins a quiz of the first few questions; its page is then open. */
export async function putTogether(page: Page, url: string, title: string, count = 3) {
	await page.goto(`${url}teach/`);
	await page.locator('[data-new]').click();
	await page.locator('[data-title] input').fill(title);
	await page.locator('[data-title] input').blur();
	for (let at = 0; at < count; at++) await page.locator('[data-choose]').nth(at).check();
	await expect(page.locator('[data-chosen] li')).toHaveCount(count);
}
