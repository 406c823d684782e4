import type { Page } from '@playwright/test';
import { someItem } from './authored';
import {
	due,
	flashcards,
	giveVoices,
	lapsed,
	nothingNew,
	openWith,
	prefer,
	waiting
} from './extras-log';
import type { Look } from './page-states';
import { expect } from './site';
import { answer, cardOn, openStudy } from './study';

/** Visits what a session says and does now and then; needs a device with nothing on it. */
export async function extrasStates(page: Page, url: string, look: Look): Promise<void> {
	const [first = '', second = ''] = flashcards();
	const statement = `${someItem('true-false').key}#`;
	await giveVoices(page);
	await openWith(page, url, [
		...lapsed(statement, 7),
		...due([first]),
		waiting(second),
		nothingNew()
	]);
	await prefer(page, { sessionLength: '2c', taps: true, swipes: true, readAloud: 'demand' });
	await openStudy(page, url);
	await expect(page.locator('.speak')).toBeVisible();
	await look('read aloud, with two cards to go');
	for (const nth of [1, 2]) {
		if ((await cardOn(page)) === first) {
			await page.locator('footer .primary').click();
			await expect(page.locator('.ratings')).toBeVisible();
			await look('halves to tap');
			await page.locator('[data-rating="3"]').click();
		} else {
			await answer(page, false);
			await expect(page.locator('.leech')).toBeVisible();
			await look('a card that keeps slipping');
			await page.locator('.bar .primary').click();
		}
		if (nth === 1) await expect(page.locator('article')).toBeVisible();
	}
	await expect(page.locator('.end .more')).toBeVisible();
	await look('the chosen length is reached');
}
