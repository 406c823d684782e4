import type { Page } from '@playwright/test';
import type { Hand } from './arrange';
import { expect } from './site';

async function listOf(page: Page, selector: string, attribute: string) {
	const all = page.locator(selector);
	await expect(all.first()).toBeVisible();
	return all.evaluateAll(
		(elements, name) => elements.map((each) => each.getAttribute(name) ?? ''),
		attribute
	);
}

/** Goes on with the Tab key until the focus is there. */
export async function tabTo(page: Page, selector: string): Promise<void> {
	await expect(page.locator(selector)).toBeVisible();
	const isThere = () =>
		page.evaluate((at) => document.activeElement?.matches(at) === true, selector);
	for (let left = 60; !(await isThere()); left -= 1) {
		if (left === 0) throw new Error(`the Tab key does not lead to ${selector}`);
		await page.keyboard.press('Tab');
	}
}

export const mouseOf = (page: Page): Hand => ({
	click: (selector) => page.locator(selector).click(),
	listOf: (selector, attribute) => listOf(page, selector, attribute)
});

/** Goes everywhere with the Tab key and presses with Enter. */
export const keyboardOf = (page: Page): Hand => ({
	click: async (selector) => {
		await tabTo(page, selector);
		await page.keyboard.press('Enter');
	},
	listOf: (selector, attribute) => listOf(page, selector, attribute)
});

/** Moves a finger over the card; given in pixels. */
export async function swipe(page: Page, dx: number, dy = 0): Promise<void> {
	await page.evaluate(() => scrollTo(0, 0));
	const box = await page.locator('article h2').boundingBox();
	if (!box) throw new Error('there is no question');
	const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	const fingers = await page.context().newCDPSession(page);
	const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', part = 0) =>
		fingers.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: type === 'touchEnd' ? [] : [{ x: from.x + dx * part, y: from.y + dy * part }]
		});
	await touch('touchStart');
	for (let step = 1; step <= 8; step++) await touch('touchMove', step / 8);
	await touch('touchEnd');
	await fingers.detach();
}
