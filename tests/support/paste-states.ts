import type { Page } from '@playwright/test';
import { expect } from './site';

type Look = (where: string) => Promise<void>;

/** Two questions that can be kept, and one between them that lacks its answer. */
export const QUIZ_TEXT = `Which river runs through the city of Seoul?
A. Geum River
B. Han River
C. Nakdong River
ANSWER: B

In which year was the old treaty signed?
A. 1876
B. 1882
C. 1905

In which city was the treaty signed that day?
A) Busan
B) Seoul
C) Tokyo
answer: c
`;

const SAVE_NAME = 'main input[type="text"]';

export async function openBox(page: Page, url: string): Promise<void> {
	await page.goto(`${url}teach/paste/`);
	await expect(page.locator('textarea')).toBeVisible();
}

export const paste = (page: Page, text: string): Promise<void> =>
	page.locator('textarea').fill(text);

/** Keeps what can be kept of a text, under a name. */
export async function pasteAndKeep(page: Page, url: string, text: string, name: string) {
	await openBox(page, url);
	await paste(page, text);
	await expect(page.locator('[data-block="item"]').first()).toBeVisible();
	await page.locator(SAVE_NAME).fill(name);
	await page.locator('.primary.wide').click();
	await expect(page.locator('[data-own]')).toBeVisible();
}

/** Visits the page of what is pasted: empty, read with mistakes, refused, kept, about to be removed. */
export async function pasteStates(page: Page, url: string, look: Look): Promise<void> {
	await openBox(page, url);
	await page.locator('summary').click();
	await look('nothing pasted');
	await paste(page, `${QUIZ_TEXT}\nNo ${'Donaudampfschifffahrtsgesellschaft'.repeat(9)}?\n`);
	await expect(page.locator('[data-block="problem"]')).toHaveCount(2);
	await page.locator('.primary.wide').click();
	await expect(page.locator('.name [role="alert"]')).toBeVisible();
	await look('pasted, with mistakes and without a name');
	await page.locator(SAVE_NAME).fill('대한민국일본관계사문제모음'.repeat(4));
	await page.locator('.primary.wide').click();
	await expect(page.locator('[data-own]')).toBeVisible();
	await look('kept');
	await paste(page, 'harbour\ta place where ships find shelter');
	await expect(page.locator('[data-block="item"]')).toBeVisible();
	await look('two columns');
	const row = page.locator('[data-own]');
	await row.locator('button').first().click();
	await row.locator('button').nth(1).click();
	await expect(row.locator('form input')).toBeVisible();
	await look('adding more, and renaming');
	await row.locator('form button').last().click();
	await row.locator('button').last().click();
	await expect(row.locator('form input')).toBeVisible();
	await look('about to remove');
}
