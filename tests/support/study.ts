import type { Page } from '@playwright/test';
import type { AppPart } from '../../src/lib/pwa/parts';
import { arrange, isArranged } from './arrange';
import { itemOf, optionId, tickedIds, typedText } from './authored';
import { mouseOf } from './hands';
import { expect } from './site';

/** What is said once an answer is on the device, in each language. */
const SAVED = /^(Saved|저장됨|保存済み)$/;

/** The card on the page. */
export const cardOn = async (page: Page) =>
	(await page.locator('article[data-card]').getAttribute('data-card')) ?? '';

export async function openToday(page: Page, url: string): Promise<void> {
	await page.goto(url);
	await expect(page.locator('.go')).toHaveAttribute('aria-busy', 'false');
}

export async function openStudy(page: Page, url: string): Promise<void> {
	await page.goto(`${url}study/`);
	await expect(page.locator('article')).toBeVisible();
}

/** Gives an answer to the card on the page, whatever the page makes of it. */
export async function give(page: Page, right = true): Promise<string> {
	const card = await cardOn(page);
	const item = itemOf(card);
	const [option, text] = [optionId(item, right), typedText(item, right, card)];
	const ticked = tickedIds(item, right);
	if (option !== undefined) await page.locator(`[data-option="${option}"]`).click();
	else if (ticked !== undefined) {
		for (const id of ticked) await page.locator(`[data-option="${id}"]`).check();
		await page.locator('article form .primary').click();
	} else if (text !== undefined) {
		await page.locator('article form input').fill(text);
		await page.locator('article form input').press('Enter');
	} else if (isArranged(item)) {
		await arrange(mouseOf(page), item, right);
	} else {
		await page.locator('footer .primary').click();
		await page.locator(`[data-rating="${right ? 3 : 1}"]`).click();
	}
	return card;
}

/** Answers the card on the page; one that is not self-rated stays on its result. */
export async function answer(page: Page, right = true): Promise<string> {
	const card = await give(page, right);
	if (itemOf(card).kind !== 'flashcard') await expect(page.locator('.bar')).toBeVisible();
	return card;
}

/** Opens Study, answers its first card, and waits until that is saved; gives the card. */
export async function answerOne(page: Page, url: string): Promise<string> {
	await openStudy(page, url);
	const card = await answer(page);
	await expect(page.locator('.saved')).toHaveText(SAVED);
	return card;
}

/** Answers the card on the page and goes on to what follows it. */
export async function answerAndGoOn(page: Page, right = true): Promise<string> {
	const card = await answer(page, right);
	if (itemOf(card).kind !== 'flashcard') await page.locator('.bar .primary').click();
	return card;
}

/** Answers until the end of the session; gives the cards in the order they came. */
export async function studyToTheEnd(page: Page, right = true): Promise<readonly string[]> {
	const cards: string[] = [];
	const end = page.locator('.end h1');
	while (!(await end.isVisible())) {
		if (cards.length > 200) throw new Error('the session does not end');
		cards.push(await answerAndGoOn(page, right));
		await expect(
			page
				.locator(
					'article [data-option], article form, article [data-check], .ratings, .end, footer'
				)
				.first()
		).toBeVisible();
	}
	await expect(page.locator('.end .saved')).toHaveText(SAVED);
	return cards;
}

/** The two numbers on Today's cards, and what was done. */
export async function countsOf(page: Page): Promise<readonly string[]> {
	await expect(page.locator('.go')).toHaveAttribute('aria-busy', 'false');
	const numbers = await page.locator('.picture dd').allInnerTexts();
	return [...numbers, (await page.locator('[data-done]').getAttribute('data-done')) ?? ''];
}

/** A page, whatever drives it. */
interface Evaluating {
	evaluate<Result>(run: () => Promise<Result>): Promise<Result>;
}

interface StoredLog {
	readonly databases: readonly string[];
	readonly entries: readonly {
		readonly id: string;
		readonly kind: string;
		readonly card?: string;
	}[];
}

/** What IndexedDB really holds, read beside the app. */
export function storedLog(page: Evaluating): Promise<StoredLog> {
	return page.evaluate(async () => {
		const done = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.onsuccess = () => resolve(request.result);
				request.onerror = () => reject(request.error);
			});
		const databases = (await indexedDB.databases()).map(({ name }) => name ?? '').sort();
		const entries = [];
		for (const name of databases) {
			const database = await done(indexedDB.open(name));
			if (database.objectStoreNames.contains('log')) {
				const log = database.transaction('log').objectStore('log');
				entries.push(...((await done(log.getAll())) as StoredLog['entries']));
			}
			database.close();
		}
		return { databases, entries };
	});
}

/** Waits until the service worker is in charge of the page. */
export async function workerInCharge(page: Evaluating): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
		if (navigator.serviceWorker.controller) return;
		await new Promise((resolve) =>
			navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
		);
	});
}

/** Waits until the worker keeps all of a part that not everybody uses. */
export async function partKept(page: Page, part: AppPart): Promise<void> {
	await page.evaluate(async (wanted) => {
		const isWhole = async () => {
			const name = (await caches.keys()).find((each) => each.endsWith(`-part-${wanted}`));
			const kept = name === undefined ? [] : await (await caches.open(name)).keys();
			return kept.some(({ url }) => url.endsWith('/whole'));
		};
		while (!(await isWhole())) await new Promise((resolve) => setTimeout(resolve, 100));
	}, part);
}
