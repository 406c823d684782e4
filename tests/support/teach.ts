/** A teacher's hands: what a journey does in Teach. */
import type { Page } from '@playwright/test';
import { openBox, paste } from './paste-states';
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

/** The link on the page: of a class, a quiz that was sent, or answers. */
export const linkShown = (page: Page): Promise<string> =>
	page.getByRole('textbox', { name: 'Link' }).inputValue();

/** Brings two columns as questions whose answers are typed. */
export async function bringTyped(page: Page, url: string, columns: string, name: string) {
	await openBox(page, url);
	await paste(page, columns);
	await page.getByRole('radio', { name: 'Typed answers' }).check();
	await page.getByLabel('Name of these questions').fill(name);
	await page.getByRole('button', { name: /^Keep \d+ questions$/ }).click();
	await expect(page.locator(`[data-own="${name}"]`)).toBeVisible();
}

/** Begins a quiz under a title; its page is then open. */
export async function beginSet(page: Page, url: string, title: string): Promise<void> {
	await page.goto(`${url}teach/`);
	await page.locator('[data-new]').click();
	await page.locator('[data-title] input').fill(title);
	await page.locator('[data-title] input').blur();
}

/** Begins a quiz of those questions of a bank whose texts have some words, in their order. */
export async function putOwnTogether(
	page: Page,
	url: string,
	title: string,
	bank: string,
	words: readonly string[]
) {
	await beginSet(page, url, title);
	await page.getByLabel('Bank').selectOption({ label: bank });
	for (const each of words) {
		await page.getByRole('checkbox', { name: new RegExp(each) }).check();
	}
	await expect(page.locator('[data-chosen] li')).toHaveCount(words.length);
}

/** Sends the quiz that is open. @param to the name of a class @returns its link */
export async function send(page: Page, to?: string): Promise<string> {
	if (to !== undefined) await page.getByLabel('For', { exact: true }).selectOption(to);
	await page.locator('[data-send]').click();
	await expect(page.locator('.sent')).toBeVisible();
	return linkShown(page);
}

/** Writes the 24 words down and types the three that are asked for. */
export async function writeDownWords(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Show the words' }).click();
	const words = await page.locator('.words ol li').allInnerTexts();
	expect(words).toHaveLength(24);
	await page.getByRole('button', { name: 'I wrote them down' }).click();
	for (const field of await page.locator('.words form input').all()) {
		const number = Number((await field.getAttribute('data-place')) ?? NaN);
		await field.fill(words[number]?.replace(/^\d+\s+/, '') ?? '');
	}
	await page.getByRole('button', { name: 'Check' }).click();
}

/** Begins a quiz of the first few questions; its page is then open. */
export async function putTogether(page: Page, url: string, title: string, count = 3) {
	await beginSet(page, url, title);
	for (let at = 0; at < count; at++) await page.locator('[data-choose]').nth(at).check();
	await expect(page.locator('[data-chosen] li')).toHaveCount(count);
}
