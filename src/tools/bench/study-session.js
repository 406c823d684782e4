// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumOptions } from './measured-site.js';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {'answer' | 'giveUp' | 'next' | 'reveal' | 'rate'} Asked what a card in its present state
 *   asks for; what is typed or arranged is given up, which is marked and saved like any answer
 */

const phone = { viewport: { width: 390, height: 844 } };

/** @type {Readonly<Record<Asked, string>>} */
const targets = {
	answer: 'button[data-option]:enabled',
	giveUp: '.give-up',
	next: 'footer .bar .primary',
	reveal: 'footer .primary',
	rate: 'footer [data-rating="3"]'
};

/**
 * Uses a Chromium whose profile is on a disk: in memory nothing would ever be written, and saving
 * would look faster than it is.
 * @template Result
 * @param {(context: import('@playwright/test').BrowserContext) => Promise<Result>} use
 */
export async function withProfile(use) {
	const folder = mkdtempSync(join(tmpdir(), 'kachi-bench-'));
	try {
		const context = await chromium.launchPersistentContext(folder, {
			...phone,
			...(await chromiumOptions())
		});
		return await use(context).finally(() => context.close());
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Opens Today as it is from the second visit on: out of the worker's cache.
 * @param {Page} page
 * @param {string} url
 */
export async function openInstalled(page, url) {
	await page.goto(url);
	await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
	await page.reload();
	await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
	await page.locator('.go a.button').waitFor();
}

/** Goes from Today to the first card. @param {Page} page */
export async function startStudy(page) {
	await page.locator('.go a.button').click();
	await page.locator('article[data-card]').waitFor();
}

/**
 * One for each page: every session asks for its own rate anew after a navigation, and the last wins.
 * @type {WeakMap<Page, import('@playwright/test').CDPSession>}
 */
const sessions = new WeakMap();

/**
 * Slows the page's main thread; disk, network and service worker are other threads and processes
 * and keep their pace.
 * @param {Page} page
 * @param {number} rate how many times slower
 */
export async function throttle(page, rate) {
	const session = sessions.get(page) ?? (await page.context().newCDPSession(page));
	sessions.set(page, session);
	await session.send('Emulation.setCPUThrottlingRate', { rate });
}

/** What a loop of fixed length takes: shows that the throttle works. @param {Page} page */
export async function timeLoop(page) {
	const once = () =>
		page.evaluate(() => {
			const start = performance.now();
			let sum = 0;
			for (let i = 0; i < 2e7; i++) sum += i % 7;
			return sum > 0 ? performance.now() - start : 0;
		});
	// The first time it has yet to be compiled.
	await once();
	return once();
}

/**
 * What the card asks for now; undefined at the session's end.
 * @param {Page} page
 * @returns {Promise<Asked | undefined>}
 */
export async function whatIsAsked(page) {
	const asked = await page.evaluate(() => {
		const has = (/** @type {string} */ selector) => document.querySelector(selector) !== null;
		if (has('footer .bar')) return 'next';
		if (has('footer [data-rating]')) return 'rate';
		if (has('button[data-option]:enabled')) return 'answer';
		if (has('.give-up')) return 'giveUp';
		if (has('footer .primary')) return 'reveal';
		return has('.end') ? 'end' : 'unknown';
	});
	if (asked !== 'unknown') return asked === 'end' ? undefined : asked;
	throw new Error('The bench cannot answer this card: teach src/tools/bench/study-session.js how');
}

/**
 * Where to press for what is asked, seen from the viewport: the middle of the first such button.
 * @param {Page} page
 * @param {Asked} asked
 */
export async function pointAt(page, asked) {
	const target = page.locator(targets[asked]).first();
	await target.scrollIntoViewIfNeeded();
	const box = await target.boundingBox();
	if (!box) throw new Error(`There is no button to ${asked} on this card`);
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Answers some cards and waits until they are saved. @param {Page} page @param {number} count */
export async function answerSome(page, count) {
	for (let answered = 0; answered < count;) {
		const asked = await whatIsAsked(page);
		if (!asked) return;
		if (asked === 'next') await page.locator('[data-saved="saved"]').waitFor();
		await page.locator(targets[asked]).first().click();
		if (asked === 'next' || asked === 'rate') answered += 1;
	}
}
