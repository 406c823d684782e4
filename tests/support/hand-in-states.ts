import type { Page } from '@playwright/test';
import { ITEMS } from './assignments';
import { handedIn } from './handed-in';
import { LONG_HE, LONG_JA, LONG_KO } from './long-names';
import type { Look } from './page-states';
import { setQuiz } from './set-quiz';
import { expect } from './site';
import { answerThree, fillIn, openLink } from './take-states';

const OWN = [ITEMS.choice, ITEMS.text, ITEMS['true-false']];
const CALLED = { title: LONG_JA, teacher: LONG_KO };

/** Visits a sheet on its way: saved, sent, received and not; and what comes back. */
export async function handInStates(page: Page, url: string, look: Look): Promise<void> {
	await page.goto(`${url}hand-in/?id=none`);
	await expect(page.locator('.message')).toBeVisible();
	await look('hand in, no such attempt');
	const quiz = await setQuiz(url, OWN, 'device', {}, CALLED);
	await openLink(page, quiz.link);
	await fillIn(page, '14', LONG_HE);
	await answerThree(page);
	await look('hand in, saved');
	const handIn = page.url();
	await page.locator('main .ways .button').first().click();
	await expect(page.locator('dialog svg[data-code]')).toBeVisible();
	await look('hand in, the code full screen');
	await page.locator('dialog header button').click();
	await page.locator('main .ways .quiet').click();
	await expect(page.locator('[data-state="sent"]')).toBeVisible();
	await look('hand in, sent');
	await openLink(page, quiz.link);
	await expect(page.locator('main a[href*="/hand-in/"]')).toBeVisible();
	await look('take, no attempt is left');
	await openLink(page, await quiz.answers([]));
	await expect(page.locator('[data-received="false"]')).toBeVisible();
	await look('answers, which the teacher did not have');
	await page.goto(handIn);
	await expect(page.locator('[data-state="missing"] svg')).toBeVisible();
	await look('hand in, not received');
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.locator('.ways button:has(+ [role="status"])').first().click();
	await expect(page.locator('.ways [role="status"]').first()).not.toBeEmpty();
	const sheet = await quiz.open(await page.evaluate(() => navigator.clipboard.readText()));
	const answers = await quiz.answers([sheet.hash]);
	await openLink(page, answers);
	await expect(page.locator('[data-received="true"]')).toBeVisible();
	await look('answers');
	await openLink(page, answers);
	await expect(page.locator('[data-answers] .soft').first()).toBeVisible();
	await look('answers, once more');
	await page.goto(handIn);
	await expect(page.locator('[data-state="received"] svg')).toBeVisible();
	await look('hand in, received');
	await page.goto(handIn.replace('/hand-in/', '/quiz/result/'));
	await expect(page.locator('[data-item]').first()).toBeVisible();
	await look('the result of a quiz that was set');
	await openLink(page, await quiz.practice());
	await expect(page.locator('article')).toBeVisible();
	await look('practice of what was missed');
}

/** Visits what any phone collects: nothing, sheets, and texts with none. */
export async function collectStates(page: Page, url: string, look: Look): Promise<void> {
	const find = async (text: string) => {
		await page.locator('textarea').fill(text);
		await page.locator('form button[type="submit"]').click();
	};
	await page.goto(`${url}collect/`);
	await expect(page.locator('textarea')).toBeVisible();
	await look('collect, nothing yet');
	await find('See you tomorrow!');
	await expect(page.locator('[data-said].wrong')).toBeVisible();
	await look('collect, nothing found');
	const quiz = await setQuiz(url, OWN, 'device');
	const sheets = Array.from({ length: 12 }, (_, at) => ({ name: `${LONG_KO.slice(9)}${at}` }));
	const links = await handedIn(quiz.link, sheets);
	await find(`${links}\n${links}\n${links.slice(0, 150)}`);
	await expect(page.locator('[data-count="12"]')).toBeVisible();
	await look('collect, with sheets');
	await page.locator('section .ways .quiet').click();
	await expect(page.locator('.ask button').first()).toBeVisible();
	await look('collect, about to erase');
	await openLink(page, links.split('\n')[0] ?? '');
	await expect(page.locator('main .message')).toBeVisible();
	await look('collect, asked before a link is kept');
	await page.locator('main .message .primary').click();
	await expect(page.locator('[data-count="12"]')).toBeVisible();
	await look('collect, from a link');
}
