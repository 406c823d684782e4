import type { Page } from '@playwright/test';
import type { Look } from './page-states';
import { answerInQuiz, chooseQuiz, openQuiz, startQuiz } from './quiz';
import { expect } from './site';
import { answer, give } from './study';

/** Visits a quiz from its setting up to its result. */
export async function quizStates(page: Page, url: string, look: Look): Promise<void> {
	await openQuiz(page, url);
	await look('quiz');
	await chooseQuiz(page, { from: 'missed' });
	await expect(page.locator('.none')).toBeVisible();
	await look('quiz, nothing fits');
	await startQuiz(page, url, { count: 5, minutes: 5, certainty: true });
	await look('quiz, asked within a limit');
	await give(page);
	await expect(page.locator('[data-certainty]').first()).toBeVisible();
	await look('quiz, how sure');
	await page.locator('[data-certainty="guess"]').click();
	await expect(page.locator('.bar')).toBeVisible();
	await look('quiz, right by guess');
	await page.locator('.bar .primary').click();
	await expect(page.locator('.bar')).toHaveCount(0);
	await page.locator('.run header button').first().click();
	await expect(page.locator('.message')).toBeVisible();
	await look('quiz, paused');
	await page.locator('.message .primary').click();
	await page.locator('.run header button').last().click();
	await page.locator('[data-hand-in]').click();
	await expect(page.locator('.ask')).toBeVisible();
	await look('quiz, about to be handed in');
	await page.locator('.ask .primary').click();
	await expect(page.locator('[data-guessed] summary')).toBeVisible();
	await page.locator('[data-guessed] summary').click();
	await page.locator('[data-verdict="blank"] summary').first().click();
	await look('quiz, result');
	await startQuiz(page, url, { count: 5 });
	await answerInQuiz(page);
	await answer(page, false);
	await look('quiz, wrong');
	await openQuiz(page, url);
	await expect(page.locator('[data-attempt]').first()).toBeVisible();
	await look('quiz, with attempts');
	await page.goto(`${url}quiz/run/?id=none`);
	await expect(page.locator('.message')).toBeVisible();
	await look('quiz, unknown');
}
