import type { Page } from '@playwright/test';
import { keyOfItem } from './authored';
import { expect } from './site';
import { openToday } from './study';

type Look = (where: string) => Promise<void>;

/** Opens the page of an item, and what its answer rests on. */
export async function openEvidence(page: Page, url: string, key: string): Promise<void> {
	await page.goto(`${url}item/?id=${key}`);
	await page.locator('.reveal').click();
	await page.locator('[data-evidence="0"]').click();
	await expect(page.locator('dialog')).toBeVisible();
}

/** Visits evidence, the articles and the topics, and addresses at which none of these is. */
export async function sourceStates(page: Page, url: string, look: Look): Promise<void> {
	for (const claim of ['fact', 'forecast'] as const) {
		await openEvidence(
			page,
			url,
			keyOfItem((item) => item.claim === claim)
		);
		await look(`evidence of a ${claim}`);
	}
	await page.locator('dialog a').click();
	await expect(page.locator('section.wanted')).toBeVisible();
	await look('source, at a paragraph');
	await page.goto(`${url}source/`);
	await expect(page.locator('a[data-source]').first()).toBeVisible();
	await look('sources');
	await page.goto(`${url}source/?id=none`);
	await expect(page.locator('.message')).toBeVisible();
	await look('unknown source');
	await openToday(page, url);
	await page.locator('a[data-topic]').first().click();
	await expect(page.locator('a[data-item]').first()).toBeVisible();
	await look('topic');
	await page.goto(`${url}topic/?id=none`);
	await expect(page.locator('.message')).toBeVisible();
	await look('unknown topic');
}
