import type { Page } from '@playwright/test';
import { ITEMS } from './assignments';
import type { Look } from './page-states';
import { setQuiz } from './set-quiz';
import { expect } from './site';

/** A name as long as one may be, without a place to break it. */
const LONG = [...'대한민국일본관계사학습자이름이아주긴사람'.repeat(4)].slice(0, 60).join('');

/** Visits a quiz on a borrowed phone, from its link to the next person. */
export async function borrowedStates(page: Page, url: string, look: Look): Promise<void> {
	const quiz = await setQuiz(url, [ITEMS.choice, ITEMS.text], 'at-once');
	await page.goto(quiz.link);
	await page.locator('.take fieldset input').last().check();
	await look('take, on a borrowed phone');
	const fields = page.locator('.take form input:not([type="radio"])');
	await fields.first().fill('9999');
	await fields.last().fill(LONG);
	await fields.last().press('Enter');
	await expect(page.locator('.run > header .place')).toBeVisible();
	await page.goto(quiz.link);
	await expect(page.locator('[data-borrowed="1"]')).toBeVisible();
	await look('take, begun on loan');
	await page.goto(`${url}quiz/`);
	await expect(page.locator('[data-borrowed="1"]')).toBeVisible();
	await look('quiz, begun on loan');
	await page.locator('[data-borrowed] a').click();
	await page.locator('[data-skip]').click();
	await page.locator('[data-skip]').click();
	await page.locator('[data-hand-in]').click();
	await page.locator('.ask .primary').click();
	await expect(page.locator('[data-next]')).toBeVisible();
	await look('handed in on a borrowed phone');
	await page.locator('[data-next] button').click();
	await expect(page.locator('[data-next="asks"]')).toBeVisible();
	await look('the next person, before it was sent');
	await page.locator('[data-next] button').last().click();
	await page.locator('.hand-in a[href*="quiz/result"]').click();
	await expect(page.locator('[data-item]')).toHaveCount(2);
	await look('result on a borrowed phone');
}
