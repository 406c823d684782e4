import type { Page } from '@playwright/test';
import { ITEMS, OTHER_SEED } from './assignments';
import { LONG_HE, LONG_JA, LONG_KO } from './long-names';
import type { Look } from './page-states';
import { classLink, setQuiz } from './set-quiz';
import { expect } from './site';

const OWN = [ITEMS.choice, ITEMS.text, ITEMS['true-false']];

const GONE_BY = { at: Date.UTC(2020, 4, 4, 0, 30), offset: 540 };
const TO_COME = { at: Date.UTC(2099, 4, 4, 0, 30), offset: 540 };

/** A browser inside another app, from the next page on. */
const KAKAO = 'Mozilla/5.0 (Linux; Android 14) Mobile Safari/537.36 KAKAOTALK 10.4.3';

const fields = (page: Page) => page.locator('main form input:not([type="radio"])');

/** Opens a link as if it were the first thing on this device today. */
export async function openLink(page: Page, link: string): Promise<void> {
	// By way of another page of the site: what stands behind the “#” alone would not open it anew.
	await page.goto(new URL('../icon-192.png', link).href);
	await page.goto(link);
}

/** Says who takes it, and goes on. */
export async function fillIn(page: Page, number: string, name: string): Promise<void> {
	await fields(page).first().fill(number);
	await fields(page).nth(1).fill(name);
	await page.locator('main form button[type="submit"]').click();
}

/** Answers what is asked, of the quiz of three; blank without an answer. */
export async function answerThree(page: Page, typed = 'Osaka'): Promise<void> {
	for (let at = 1; at <= 3; at++) {
		await expect(page.locator('.run > header .place')).toHaveText(`${at} / 3`);
		await expect(page.locator('article input, article [data-option]').first()).toBeVisible();
		const box = page.locator('article input');
		if (await box.count()) {
			await box.fill(typed);
			await box.press('Enter');
		} else await page.locator('article [data-option]').first().click();
	}
	await page.locator('[data-hand-in]').click();
	await expect(page.locator('.hand-in svg[data-code]')).toBeVisible();
}

async function joinStates(page: Page, url: string, look: Look): Promise<void> {
	await openLink(page, await classLink(url, LONG_JA, undefined, LONG_KO));
	await expect(fields(page)).toHaveCount(2);
	await look('join a class');
	await page.locator('main details summary').first().click();
	await expect(page.locator('[data-words]')).toHaveText(/^\S+ \S+ \S+ \S+$/);
	await look('join a class, its details');
	await fillIn(page, 'fourteen', '');
	await expect(page.locator('main form [role="alert"]')).toHaveCount(2);
	await look('join a class, with mistakes');
	await fillIn(page, '14', LONG_HE);
	await expect(page.locator('[data-joined]')).toBeVisible();
	await look('joined');
	await openLink(page, await classLink(url, LONG_JA, OTHER_SEED));
	await expect(page.locator('[data-trust="other-key"] [data-words]').first()).toBeVisible();
	await look('the same name with another key');
}

/** Visits a quiz that a teacher set: known, unknown, overdue, begun, over, and in another app. */
export async function takeStates(page: Page, url: string, look: Look): Promise<void> {
	await page.goto(`${url}take/?id=none`);
	await expect(page.locator('.message')).toBeVisible();
	await look('take, no such quiz');
	const called = { title: LONG_KO, teacher: LONG_JA };
	const policy = { due: GONE_BY, opens: TO_COME, minutes: 10, certainty: true } as const;
	const quiz = await setQuiz(url, OWN, 'device', policy, called);
	await openLink(page, quiz.link);
	await expect(page.locator('[data-trust="unknown"]')).toBeVisible();
	await page.locator('main details summary').first().click();
	await page.locator('[data-pass-on] summary').click();
	await expect(page.locator('[data-pass-on] svg[data-code]')).toBeVisible();
	await look('take, a teacher who is not known, and past its date');
	await joinStates(page, url, look);
	await openLink(page, quiz.link);
	await expect(page.locator('[data-trust="known"]')).toBeVisible();
	await look('take, a teacher who is known');
	await page.locator('main form button[type="submit"]').click();
	await expect(page.locator('article')).toBeVisible();
	await look('take, asked');
	await openLink(page, quiz.link);
	await expect(page.locator('main a[href*="/quiz/run/"]')).toBeVisible();
	await look('take, begun');
	await page.goto(`${url}quiz/`);
	await expect(page.locator('a[data-state]')).toBeVisible();
	await look('quizzes from teachers');
	const hebrew = await setQuiz(url, OWN, 'device', {}, { title: LONG_HE, teacher: LONG_HE });
	await page.addInitScript((agent) => {
		Object.defineProperty(navigator, 'userAgent', { get: () => agent });
	}, KAKAO);
	await openLink(page, hebrew.link);
	await expect(page.locator('a[href^="kakaotalk:"]')).toBeVisible();
	await look('take, inside another app');
}
