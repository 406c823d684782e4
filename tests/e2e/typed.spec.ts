import type { CDPSession, Page } from '@playwright/test';
import type { Item } from '../../src/lib/core/item/item';
import { someItem } from '../support/authored';
import { leaveOnly } from '../support/data-part';
import { expect, test } from '../support/site';
import { logOf } from '../support/stored-data';
import { cardOn, openStudy } from '../support/study';

interface Given {
	readonly kind: string;
	readonly score?: number;
	readonly rating?: number;
	readonly response?: { readonly text?: string; readonly answer?: boolean };
}

const box = (page: Page) => page.locator('article form input, main form input');
const check = (page: Page) => page.getByRole('button', { name: 'Check' });
const alert = (page: Page) => page.locator('form [role="alert"]');

const openItem = async (page: Page, url: string, key: string) => {
	await page.goto(`${url}item/?id=${key}`);
	await expect(page.locator('.reveal')).toBeVisible();
};

/** Studies one item of this kind. */
async function studyOne<K extends Item['kind']>(page: Page, url: string, kind: K) {
	const { key, item } = someItem(kind);
	// By itself: when it comes among all the others is not what is looked at here.
	await leaveOnly(page, url, key);
	await openStudy(page, url);
	expect(await cardOn(page)).toBe(`${key}#`);
	return item;
}

const answered = async (page: Page) =>
	((await logOf(page)) as readonly Given[]).filter(({ rating }) => rating !== undefined);

/** What was written, once so many entries were. */
async function lastOf(page: Page, count: number): Promise<Given | undefined> {
	await expect.poll(async () => (await answered(page)).length).toBe(count);
	return (await answered(page)).at(-1);
}

test('a typed answer is taken however it is written, and is saved as it was typed', async ({
	page,
	site
}) => {
	const item = await studyOne(page, site.url, 'text');
	const before = (await answered(page)).length;
	const written = `  the ${item.key.toUpperCase().replaceAll(' ', '-')}! `;
	await box(page).fill(written);
	await box(page).press('Enter');
	await expect(page.locator('.verdict.right')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Next' })).toBeFocused();
	const last = await lastOf(page, before + 1);
	expect(last).toMatchObject({ score: 1, rating: 3, response: { kind: 'text', text: written } });
});

test('a wrong answer shows the right one, and why not when the author says so', async ({
	page,
	site
}) => {
	const { key, item } = someItem('text', ({ confusions }) => confusions.length > 0);
	await openItem(page, site.url, key);
	const [confusion] = item.confusions;
	await box(page).fill(confusion?.text ?? '');
	await check(page).click();
	await expect(page.locator('.rows .wrong')).toContainText(confusion?.text ?? '');
	await expect(page.locator('.rows .right')).toContainText(item.key);
	await expect(page.getByText(`Why not ${confusion?.text}?`)).toBeVisible();
});

test('one slip in a long word counts as right, and shows the difference', async ({
	page,
	site
}) => {
	const { key, item } = someItem(
		'text',
		(one) => /^[A-Za-z ]+$/.test(one.key) && one.key.split(' ').some((word) => word.length >= 6)
	);
	const long = item.key.split(' ').find((word) => word.length >= 6) ?? '';
	const slipped = item.key.replace(long, long.slice(0, 3) + long.slice(4));
	await openItem(page, site.url, key);
	await box(page).fill(slipped);
	await check(page).click();
	await expect(page.locator('.rows .wrong')).toHaveCount(0);
	await expect(page.locator('.rows ins')).toHaveText(long.slice(3, 4));
	await expect(page.getByText('Almost: one letter is off. It counts as right.')).toBeVisible();
});

test('what is no answer is asked again and costs nothing', async ({ page, site }) => {
	await studyOne(page, site.url, 'text');
	const before = (await answered(page)).length;
	for (const [text, said] of [
		['', 'Type an answer first.'],
		['?!', 'Type an answer first.'],
		['나랏ㅁ', 'not a whole syllable yet']
	] as const) {
		await box(page).fill(text);
		await box(page).press('Enter');
		await expect(alert(page)).toContainText(said);
		await expect(box(page)).toBeFocused();
		await expect(box(page)).toHaveValue(text);
	}
	await page.waitForTimeout(300);
	expect(await answered(page)).toHaveLength(before);
});

test('a number out of range or without digits is asked again; words and units are read', async ({
	page,
	site
}) => {
	const { key, item } = someItem('number', (one) => one.unit !== undefined);
	await openItem(page, site.url, key);
	await expect(page.locator('.unit')).toHaveText(item.unit ?? '');
	const [, greatest] = item.range;
	await box(page).fill(String(greatest + 1));
	await check(page).click();
	await expect(alert(page)).toContainText(`to ${greatest}, please. This was not counted`);
	await box(page).fill('soon');
	await check(page).click();
	await expect(alert(page)).toContainText('A number');
	await box(page).fill(`${item.key} ${item.unit}`);
	await check(page).click();
	await expect(page.locator('.rows .right')).toContainText(String(item.key));
	await expect(page.locator('.rows .wrong')).toHaveCount(0);
});

test('a number that is near earns half, and is called partly right', async ({ page, site }) => {
	const { key, item } = someItem('number', ({ near }) => near !== undefined);
	// By itself: another question on the same fact would put it off to another day.
	await leaveOnly(page, site.url, key);
	await openStudy(page, site.url);
	expect(await cardOn(page)).toBe(`${key}#`);
	await box(page).fill(String(item.key + (item.near ?? 0)));
	await box(page).press('Enter');
	await expect(page.locator('.verdict')).toHaveText('Partly right');
	await expect(page.locator('.study [role="status"]').first()).toContainText(
		`Partly right. The answer is ${item.key}`
	);
	const kept = expect.objectContaining({ kind: 'review', score: 0.5, rating: 2 }) as unknown;
	await expect.poll(() => answered(page)).toContainEqual(kept);
});

test('a gap is filled in its sentence', async ({ page, site }) => {
	const { key, item } = someItem('cloze');
	await openItem(page, site.url, key);
	await expect(page.locator('h2 .gap')).toHaveText('blank');
	const [{ key: word }] = item.gaps;
	await box(page).fill(word);
	await check(page).click();
	await expect(page.locator('h2 mark')).toHaveText(word);
	await expect(page.locator('.rows .right')).toBeVisible();
});

test('true or false is answered by a tap or by a key', async ({ page, site }) => {
	const item = await studyOne(page, site.url, 'true-false');
	const before = (await answered(page)).length;
	await page.keyboard.press(item.key ? '2' : '1');
	await expect(page.locator('.verdict.wrong')).toBeVisible();
	await expect(page.getByText(`Why not ${item.key ? 'False' : 'True'}?`)).toBeVisible();
	const last = await lastOf(page, before + 1);
	expect(last).toMatchObject({ score: 0, rating: 1, response: { answer: !item.key } });
});

test.describe('an input method', () => {
	/** Composes as a keyboard of that language does, without ending the composition. */
	const compose = (devtools: CDPSession, text: string) =>
		devtools.send('Input.imeSetComposition', {
			text,
			selectionStart: text.length,
			selectionEnd: text.length
		});

	for (const [language, steps, whole] of [
		['Korean', ['ㄴ', '나', '날', '나라'], '나라'],
		['Japanese', ['n', 'な', 'なr', 'なら', '奈良'], '奈良']
	] as const) {
		test(`${language}: Enter ends the composition and submits nothing; the next one submits`, async ({
			context,
			page,
			site
		}) => {
			await studyOne(page, site.url, 'text');
			const before = (await answered(page)).length;
			const devtools = await context.newCDPSession(page);
			await box(page).focus();
			for (const step of steps) {
				await compose(devtools, step);
				// What a keyboard sends while it composes, whatever is pressed.
				await page.keyboard.press('Enter');
				await page.locator('article form').evaluate((form: HTMLFormElement) => {
					form.requestSubmit();
				});
			}
			await page.waitForTimeout(200);
			expect(await answered(page)).toHaveLength(before);
			await expect(page.locator('article form')).toBeVisible();

			await devtools.send('Input.insertText', { text: whole });
			await expect(box(page)).toHaveValue(whole);
			await page.keyboard.press('Enter');
			await expect(page.locator('.bar')).toBeVisible();
			const last = await lastOf(page, before + 1);
			expect(last?.response?.text).toBe(whole);
		});
	}
});
