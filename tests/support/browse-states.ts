import type { Page } from '@playwright/test';
import { expect } from './site';
import { answer, cardOn, openStudy } from './study';

type Look = (where: string) => Promise<void>;

/** Visits what Browse shows of a search and of what is chosen in it, and a card's curve. */
export async function browseStates(page: Page, url: string, look: Look): Promise<void> {
	const browse = async (query: string) => {
		await page.goto(`${url}browse/${query}`);
		await expect(page.locator('search input')).toBeVisible();
	};
	await openStudy(page, url);
	const card = await cardOn(page);
	await answer(page);
	await expect(page.locator('.saved')).not.toBeEmpty();
	await browse('?q=is:learning+or+kind:order+-zebra');
	await expect(page.locator('[data-known]')).toBeVisible();
	await page.locator('search summary').click();
	await look('results, and how to search');
	await browse('?q=is:duo+topic:Donaudampfschifffahrtsgesellschaft+%22a:b%22+a:b+stability%3C');
	await expect(page.locator('[data-mistake]')).toHaveCount(4);
	await look('a search that cannot be read');
	await browse('?q=zebra');
	await expect(page.locator('.none')).toBeVisible();
	await look('nothing found by a search');
	await browse('?q=-is:new');
	await page.locator('[data-select]').click();
	await look('choosing');
	await page.locator('[data-choose]').first().check();
	await page.locator('.bulk [aria-haspopup="dialog"]').click();
	await page.locator('dialog .acts button').last().click();
	await expect(page.locator('dialog .sure')).toBeVisible();
	await look('about to reset what is chosen');
	await page.keyboard.press('Escape');
	await page.locator('.bulk [aria-haspopup="dialog"]').click();
	await page.locator('dialog [data-flag="3"]').click();
	await expect(page.locator('.did')).toBeVisible();
	await look('flagged what was chosen');
	await page.goto(`${url}item/?id=${card.split('#')[0]}`);
	await page.locator('.parts summary').nth(1).click();
	await expect(page.locator('[data-curve] svg')).toBeVisible();
	await look('forgetting curve');
}
