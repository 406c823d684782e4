import type { Page } from '@playwright/test';
import { answered, dateIn, NOON, noonIn, openLearned } from './learned';
import type { Look } from './page-states';
import { expect } from './site';
import { openToday } from './study';

const CHANGE = /^(Change goal|목표 바꾸기|目標を変更)$/;

/** Visits what brings a learner back: goal, week, a plan after a break, and a test. */
export async function todayStates(page: Page, url: string, look: Look): Promise<void> {
	await openLearned(page, url, answered(0, 90, 12));
	await expect(page.locator('[data-goal]')).toBeVisible();
	await look('today, after a break');
	await page.getByRole('button', { name: CHANGE }).click();
	await page.locator('dialog input:not([type="radio"])').fill('many');
	await page.keyboard.press('Tab');
	await expect(page.locator('dialog [role="alert"]')).toBeVisible();
	await look('goal, no number');
	await page.keyboard.press('Escape');
	await page.locator('.panel .warm .button').click();
	await expect(page.locator('[data-pace]').first()).toBeVisible();
	await look('paces');
	await page.locator('[data-pace]').first().click();
	await expect(page.locator('[data-pace]')).toHaveCount(0);
	await look('a plan after a break');
	await page.goto(`${url}test/`);
	await expect(page.locator('input[type="date"]')).toBeVisible();
	await look('test');
	await page.locator('input[type="date"]').fill(dateIn(-1));
	for (const box of await page.locator('input[type="checkbox"]').all()) await box.uncheck();
	await expect(page.locator('form [role="alert"]')).toHaveCount(2);
	await look('test, day and topics that cannot be');
	await page.locator('input[type="checkbox"]').first().check();
	await page.locator('input[type="date"]').fill(dateIn(1));
	await expect(page.locator('[data-about] .about')).toBeVisible();
	await page.locator('form .primary').click();
	await expect(page.locator('[data-remove]')).toBeVisible();
	await look('test, set');
	await openToday(page, url);
	await expect(page.locator('.panel .about')).not.toBeEmpty();
	await look('today, with a test');
	await page.clock.setFixedTime(noonIn(2));
	await openToday(page, url);
	await expect(page.locator('.panel .warm')).toHaveCount(2);
	await look('today, after a test');
	await page.clock.setFixedTime(NOON);
}
