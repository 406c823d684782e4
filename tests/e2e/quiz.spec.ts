import type { Page } from '@playwright/test';
import { someItem } from '../support/authored';
import { backupOf, openSettings, restore } from '../support/data-part';
import { answerInQuiz, chooseQuiz, openQuiz, startOf, startQuiz } from '../support/quiz';
import { expect, test } from '../support/site';
import { answer, cardOn, give, storedLog, workerInCharge } from '../support/study';

const place = (page: Page) => page.locator('.run > header .place');
const score = (page: Page) => page.locator('[data-score]');
const optionsOf = (page: Page) =>
	page
		.locator('article [data-option]')
		.evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.option));

async function kindsIn(page: Page): Promise<readonly string[]> {
	return (await storedLog(page)).entries.map(({ kind }) => kind);
}

test('one tap on the page of quizzes is enough for the first of ten questions', async ({
	page,
	site
}) => {
	await openQuiz(page, site.url);
	await expect(page.getByText('10 questions · all topics')).toBeVisible();
	await page.getByRole('button', { name: 'Start' }).click();
	await expect(page.locator('article h1')).toBeVisible();
	await expect(place(page)).toHaveText('1 / 10');
});

test('each answer is told at once, saved in one act, and adds up in the result', async ({
	page,
	site
}) => {
	await startQuiz(page, site.url, { count: 5 });
	const cards = new Set<string>();
	for (let at = 0; at < 5; at++) {
		await expect(place(page)).toHaveText(`${at + 1} / 5`);
		cards.add(await answerInQuiz(page, at !== 1));
	}
	expect(cards.size).toBe(5);
	await expect(score(page)).toHaveText('4 of 5');
	await expect(page.locator('.saved')).toHaveText('Saved');
	const act = ['answer', 'mark', 'review'];
	expect(await kindsIn(page)).toEqual(['start', ...Array(5).fill(act).flat(), 'finish']);
	await page.locator('[data-verdict="wrong"] summary').click();
	await expect(page.getByRole('heading', { name: 'Evidence' }).first()).toBeVisible();
	await page.getByRole('link', { name: 'Another quiz' }).click();
	await expect(page.getByRole('link', { name: /Mixed quiz, no. 1.*4 of 5/s })).toBeVisible();
});

test('with the result at the end one goes back, changes an answer, and is asked before blanks', async ({
	page,
	site
}) => {
	await startQuiz(page, site.url, { count: 5, feedback: 'end', kind: 'choice' });
	const first = await give(page, false);
	await expect(place(page)).toHaveText('2 / 5');
	await expect(page.locator('.bar')).toHaveCount(0);
	await page.getByRole('button', { name: 'Back', exact: true }).click();
	expect(await cardOn(page)).toBe(first);
	await expect(page.locator('[data-option][aria-pressed="true"]')).toHaveCount(1);
	await give(page, true);
	await expect(place(page)).toHaveText('2 / 5');
	await page.getByRole('button', { name: 'Mark for later' }).click();
	await page.getByRole('button', { name: 'All questions' }).click();
	await expect(
		page.getByRole('button', { name: 'Question 2 of 5: no answer, for later' })
	).toBeVisible();
	await expect.poll(() => kindsIn(page)).toContain('setting');
	await page.reload();
	await page.getByRole('button', { name: 'All questions' }).click();
	await expect(
		page.getByRole('button', { name: 'Question 2 of 5: no answer, for later' })
	).toBeVisible();
	await page.getByRole('button', { name: 'Hand in' }).click();
	await expect(page.getByText('Without an answer: 4.')).toBeVisible();
	await page.getByRole('button', { name: 'Go on answering' }).click();
	await expect(place(page)).toHaveText('2 / 5');
	await give(page, false);
	await page.getByRole('button', { name: 'All questions' }).click();
	await page.getByRole('button', { name: 'Hand in' }).click();
	await page.getByRole('button', { name: 'Hand in' }).click();
	await expect(score(page)).toHaveText('1 of 5');
	await expect(page.locator('[data-count="blank"]')).toHaveText('3');
});

test('what was right by guess is asked again soon, and listed apart', async ({ page, site }) => {
	await startQuiz(page, site.url, { count: 5, certainty: true });
	await give(page, true);
	await expect(page.getByText('How sure are you?')).toBeVisible();
	await expect(page.locator('.bar')).toHaveCount(0);
	await page.getByRole('button', { name: 'A guess' }).click();
	await expect(page.locator('.bar')).toContainText('Right, but we’ll ask again soon');
	await expect(page.locator('.bar')).toContainText('Comes back in 1 day');
	await page.locator('.bar .primary').click();
	await expect(place(page)).toHaveText('2 / 5');
	await give(page, false);
	await page.getByRole('button', { name: 'Sure', exact: true }).click();
	await expect(page.locator('.bar')).toContainText('Not so, though you were sure');
	await page.locator('.bar .primary').click();
	await page.getByRole('button', { name: 'All questions' }).click();
	await page.getByRole('button', { name: 'Hand in' }).click();
	await page.getByRole('button', { name: 'Hand in' }).click();
	await expect(page.locator('[data-guessed] [data-item]')).toHaveCount(1);
	await expect(page.locator('[data-count="sure"]')).toHaveText('1');
	await expect(page.locator('[data-count="right"]')).toHaveText('0');
});

test('the time limit is switched off during the quiz, and stays off after a reload', async ({
	page,
	site
}) => {
	await startQuiz(page, site.url, { minutes: 5 });
	await expect(page.getByRole('timer')).toHaveText(/^[45]:\d\d left$/);
	await page.getByRole('button', { name: 'Pause' }).click();
	await expect(page.getByRole('heading', { name: 'Paused' })).toBeVisible();
	await expect(page.locator('article')).toHaveCount(0);
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(page.locator('article')).toBeVisible();
	await page.getByRole('button', { name: 'Switch off the time limit' }).click();
	await expect(page.getByRole('timer')).toHaveCount(0);
	await answerInQuiz(page);
	await expect(place(page)).toHaveText('2 / 10');
	await page.reload();
	await expect(place(page)).toHaveText('2 / 10');
	await expect(page.getByRole('timer')).toHaveCount(0);
});

test('a reload goes on at the first unanswered question, its options in the same places', async ({
	page,
	site
}) => {
	await startQuiz(page, site.url, { count: 5, feedback: 'end', kind: 'choice' });
	await give(page);
	await expect(place(page)).toHaveText('2 / 5');
	const before = [await cardOn(page), await optionsOf(page)];
	await expect.poll(() => kindsIn(page)).toEqual(['start', 'answer']);
	await page.reload();
	await expect(place(page)).toHaveText('2 / 5');
	expect([await cardOn(page), await optionsOf(page)]).toEqual(before);
	await page.getByRole('link', { name: 'Leave the quiz' }).click();
	await page.getByRole('link', { name: 'Go on: 1 of 5' }).click();
	await expect(place(page)).toHaveText('2 / 5');
	expect([await cardOn(page), await optionsOf(page)]).toEqual(before);
});

test('without a network a quiz is gone on with, to its result', async ({
	context,
	page,
	site,
	complaints
}) => {
	await openQuiz(page, site.url);
	await workerInCharge(page);
	await startQuiz(page, site.url, { count: 5 });
	await answerInQuiz(page);
	await expect(place(page)).toHaveText('2 / 5');
	await context.setOffline(true);
	await site.stop();
	await page.reload();
	await expect(place(page)).toHaveText('2 / 5');
	for (let left = 4; left > 0; left--) await answerInQuiz(page);
	await expect(score(page)).toHaveText('5 of 5');
	// Whatever the browser says of the network that is not there.
	complaints.length = 0;
});

test('a quiz whose questions have gone since goes on with what remains, and says so', async ({
	page,
	site
}) => {
	const { key } = someItem('choice');
	await openSettings(page, site.url);
	await restore(page, await backupOf({ id: 'one' }, [startOf('old', [key], ['japan-korea/none'])]));
	await openQuiz(page, site.url);
	await page.getByRole('link', { name: 'Go on: 0 of 2' }).click();
	await expect(page.getByText('changed or gone since this quiz began: 1.')).toBeVisible();
	await expect(place(page)).toHaveText('1 / 1');
	await answerInQuiz(page);
	await expect(score(page)).toHaveText('1 of 1');
	await expect(page.locator('[data-item="japan-korea/none"]')).toContainText('gone since');
});

test('only the missed come again, in a new attempt', async ({ page, site }) => {
	await startQuiz(page, site.url, { count: 5 });
	const missed = await answerInQuiz(page, false);
	for (let left = 4; left > 0; left--) await answerInQuiz(page);
	await page.getByRole('button', { name: 'Only the missed again' }).click();
	await expect(place(page)).toHaveText('1 / 1');
	expect(await cardOn(page)).toBe(missed);
	await answerInQuiz(page);
	await expect(score(page)).toHaveText('1 of 1');
	await expect(page.getByText('Mixed quiz, no. 2')).toBeVisible();
	// It had its review of the day: this one is practice.
	await expect
		.poll(async () => (await kindsIn(page)).slice(-3))
		.toEqual([...['mark', 'practice', 'finish']]);
});

test('a choice that nothing fits says what to loosen', async ({ page, site }) => {
	await openQuiz(page, site.url);
	await chooseQuiz(page, { from: 'missed' });
	await expect(page.getByText('No question fits this choice.')).toBeVisible();
	await expect(page.getByText('Choose more under one of these: Which of them.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Start' })).toBeDisabled();
});

test('a quiz that is open in another tab says so, and is taken over with what was saved', async ({
	context,
	page,
	site
}) => {
	await startQuiz(page, site.url, { count: 5 });
	await answer(page);
	await expect(page.locator('.bar .saved')).toHaveText('Saved');
	const other = await context.newPage();
	await other.goto(page.url());
	await expect(other.getByRole('heading', { name: 'Another tab is busy' })).toBeVisible();
	await other.getByRole('button', { name: 'Go on here' }).click();
	await expect(place(other)).toHaveText('2 / 5');
	await expect(page.getByRole('heading', { name: 'Another tab is busy' })).toBeVisible();
});

test('an address of no quiz says so, and shows the way', async ({ page, site }) => {
	for (const path of ['quiz/run/?id=none', 'quiz/result/']) {
		await page.goto(`${site.url}${path}`);
		await expect(page.getByRole('heading', { name: 'There is no such quiz here' })).toBeVisible();
	}
	await page.getByRole('link', { name: 'To the quizzes' }).click();
	await expect(page.getByRole('button', { name: 'Start' })).toBeVisible();
});
