/** What is done on the pages of a quiz. */
import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { revisionOf } from '../../src/lib/core/bank/compile-bank';
import { itemOf } from './authored';
import { entry } from './entries';
import { expect } from './site';
import { answer } from './study';

const START = /^(Start|시작하기|始める)$/;

/** Values of what is chosen, by the place of the choice among the options of a quiz. */
export interface QuizChoice {
	readonly count?: 5 | 10 | 20;
	readonly from?: 'all' | 'unseen' | 'seen' | 'missed';
	readonly feedback?: 'once' | 'end';
	readonly minutes?: 5 | 10;
	readonly certainty?: true;
	readonly kind?: string;
}

export async function openQuiz(page: Page, url: string): Promise<void> {
	await page.goto(`${url}quiz/`);
	await expect(page.getByRole('button', { name: START })).toBeVisible();
}

/** Opens the options and chooses among them. */
export async function chooseQuiz(page: Page, choice: QuizChoice): Promise<void> {
	await page.locator('details summary').click();
	const radios = page.locator('details fieldset:has([type="radio"])');
	const wanted = [choice.count, choice.from, choice.feedback, choice.minutes, choice.certainty];
	for (const [at, value] of wanted.entries()) {
		if (value === undefined) continue;
		await radios.nth(at).locator(`[value="${value}"]`).check();
	}
	if (choice.kind) await page.locator(`details [type="checkbox"][value="${choice.kind}"]`).check();
}

/** Starts a quiz and waits for its first question. */
export async function startQuiz(page: Page, url: string, choice: QuizChoice = {}): Promise<void> {
	await openQuiz(page, url);
	if (Object.keys(choice).length > 0) await chooseQuiz(page, choice);
	await page.getByRole('button', { name: START }).click();
	await expect(page.locator('article')).toBeVisible();
}

/** Answers the question on the page, and goes on once it is said how that went. */
export async function answerInQuiz(page: Page, right = true): Promise<string> {
	const card = await answer(page, right);
	await page.locator('.bar .primary').click();
	// The next one is there, or the result.
	await expect(page.locator('.bar[data-verdict]')).toHaveCount(0);
	return card;
}

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The entry that begins an attempt of some items; one that nothing has gets a revision too. */
export const startOf = (attempt: string, known: readonly string[], gone: readonly string[] = []) =>
	entry('start', 'wren.1', 2_000_000, {
		...{ attempt, number: 7, title: 'Mixed quiz', seed: 'seed' },
		settings: { feedback: 'once', shuffle: true },
		items: [
			...gone.map((item) => ({ item, revision: '1-0000' })),
			...known.map((item) => ({ item, revision: revisionOf(itemOf(item), digest) }))
		]
	});
