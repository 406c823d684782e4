/** A student's hands: what a journey does with a quiz that a teacher set. */
import type { Page } from '@playwright/test';
import { expect } from './site';

/** Joins the class of a link. */
export async function joinClass(page: Page, link: string, name: string, number: string) {
	await page.goto(link);
	await page.getByLabel('Your number in class').fill(number);
	await page.getByLabel('Your name').fill(name);
	await page.getByRole('button', { name: 'Join' }).click();
	await expect(page.locator('[data-joined]')).toBeVisible();
}

/** Starts the quiz that is open; number and name stand there already where a class was joined. */
export async function start(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await expect(page.locator('article')).toBeVisible();
}

export async function startAs(page: Page, name: string, number: string): Promise<void> {
	await page.getByLabel('Your number in class').fill(number);
	await page.getByLabel('Your name').fill(name);
	await start(page);
}

/** Waits for a question by its place, such as `2 / 3`. */
export const placeIs = (page: Page, place: string) =>
	expect(page.locator('.run > header .place')).toHaveText(place);

/**
 * Types an answer to each question, whatever their order.
 *
 * @param given what is typed, by words that stand in the question
 * @param from the place to begin at
 * @param to the last place to answer
 */
export async function typeAnswers(
	page: Page,
	given: Readonly<Record<string, string>>,
	from = 1,
	to = Object.keys(given).length
): Promise<void> {
	const all = Object.keys(given);
	for (let at = from; at <= to; at++) {
		await placeIs(page, `${at} / ${all.length}`);
		const question = page.locator('article');
		await expect(question).toContainText(new RegExp(all.join('|')));
		const asked = await question.innerText();
		const box = page.getByRole('textbox');
		await box.fill(given[all.find((each) => asked.includes(each)) ?? ''] ?? '');
		await box.press('Enter');
	}
}

/** Waits for the sheet, on the page that hands it in. */
export const seeSaved = (page: Page) => expect(page.getByText('Saved on this phone')).toBeVisible();

/** Hands in what was answered; the page of the sheet is then open. */
export async function handIn(page: Page): Promise<void> {
	await page.locator('[data-hand-in]').click();
	await seeSaved(page);
}

/** The sheet as a message: whoever shares by copying reads it from the clipboard. */
export async function copied(page: Page): Promise<string> {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.getByRole('button', { name: 'Copy as text' }).click();
	await expect(page.getByText('Copied. Now paste it')).toBeVisible();
	return page.evaluate(() => navigator.clipboard.readText());
}

/** Says that the sheet was handed on. */
export async function saySent(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'I have sent it' }).click();
	await expect(page.getByText('Sent by you')).toBeVisible();
}

/** The four letters of the sheet on the page. */
export const codeOf = async (page: Page): Promise<string> =>
	(await page.locator('p[data-code]').getAttribute('data-code')) ?? '';

/** Finds the sheets in a text, on the page that collects or the one that marks. */
export async function pasteSheets(page: Page, text: string): Promise<void> {
	await page.getByLabel('Paste a chat, a mail or a table').fill(text);
	await page.getByRole('button', { name: 'Find the sheets' }).click();
}

/** The text of what a press offers as a file, with its name. */
export async function savedText(page: Page, button: string) {
	const waiting = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	const download = await waiting;
	let text = '';
	for await (const part of await download.createReadStream()) text += String(part);
	return { name: download.suggestedFilename(), text };
}
