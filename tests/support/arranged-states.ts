import type { Page } from '@playwright/test';
import { arrange } from './arrange';
import { pairsOf, someItem } from './authored';
import { mouseOf } from './hands';
import { expect } from './site';

/** Visits what is matched and what is put in order: asked, half done, asked again, wrong. */
export async function arrangedStates(
	page: Page,
	url: string,
	look: (where: string) => Promise<void>
): Promise<void> {
	const open = async (key: string) => {
		await page.goto(`${url}item/?id=${key}`);
		await expect(page.locator('[data-check]')).toBeVisible();
	};
	const match = someItem('match');
	await open(match.key);
	await look('match');
	const [first = ['', ''], second = ['', '']] = pairsOf(match.item, true);
	await page.locator(`[data-premise="${first[0]}"]`).click();
	await page.locator(`[data-response="${first[1]}"]`).click();
	await page.locator('[data-check]').click();
	await expect(page.locator('[role="alert"]:not(:empty)')).toBeVisible();
	await look('match, asked again');
	await page.locator(`[data-premise="${second[0]}"]`).click();
	await look('match, a response being chosen');
	await open(match.key);
	await arrange(mouseOf(page), match.item, false);
	await expect(page.locator('[data-pair="wrong"]').first()).toBeVisible();
	await look('match, wrong');

	const order = someItem('order');
	await open(order.key);
	await page.locator('[data-move="-1"]').last().click();
	await look('order');
	await arrange(mouseOf(page), order.item, false);
	await expect(page.locator('[data-placed="wrong"]').first()).toBeVisible();
	await look('order, wrong');
}
