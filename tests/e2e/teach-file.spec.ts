import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { totals } from '../support/marks';
import { sealedSheet } from '../support/sealed-sheets';
import { expect, test } from '../support/site';
import { CLASS, openMark, takeIn, teachClass } from '../support/taught-class';

/** The file that a press offers, with its name. */
async function savedFile(page: Page, button: string) {
	const waiting = page.waitForEvent('download');
	await page.getByRole('button', { name: button }).click();
	const download = await waiting;
	return { name: download.suggestedFilename(), buffer: await readFile(await download.path()) };
}

async function wordsOf(page: Page, url: string): Promise<readonly string[]> {
	await page.goto(`${url}teach/words/`);
	await page.getByRole('button', { name: 'Show the words' }).click();
	await expect(page.locator('.words ol li')).toHaveCount(24);
	const words = await page.locator('.words ol li').allInnerTexts();
	return words.map((word) => word.replace(/^\d+\s+/, ''));
}

const choose = (page: Page, name: string, buffer: Buffer) =>
	page
		.getByLabel('Open a teacher’s file')
		.setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

test('a teacher goes on on a new device with the file and the 24 words, and marks a new sheet there', async ({
	page,
	site,
	newDevice
}) => {
	test.setTimeout(180_000);
	const quiz = await teachClass(page, site.url);
	await openMark(page, site.url);
	await takeIn(page, site.url, [await sealedSheet(quiz, { name: 'Jiho', classNumber: 7 })]);
	await page.getByRole('button', { name: /Jiho/ }).click();
	await page.getByText('Points by hand').first().click();
	await page.getByLabel('Points (0 to 100 %)').first().fill('100');
	await page.getByRole('button', { name: 'Save points' }).first().click();
	await page.getByRole('button', { name: 'Close' }).click();
	const points = await totals(page).innerText();
	const words = await wordsOf(page, site.url);
	await page.goto(`${site.url}settings/`);
	await expect(page.getByText('What you teach is not in this backup')).toBeVisible();
	const learners = await savedFile(page, 'Make a backup');
	await page.goto(`${site.url}teach/`);
	await page.getByText('Teacher’s file', { exact: true }).click();
	const file = await savedFile(page, 'Save teacher’s file');
	expect(file.name).toMatch(/^kachi-teacher-\d{4}-\d\d-\d\d\.kachi$/);
	expect(file.buffer.includes('Jiho')).toBe(false);

	const other = await newDevice();
	await other.goto(`${site.url}teach/`);
	await other.getByText('I teach on another device already').click();
	await choose(other, learners.name, learners.buffer);
	await expect(other.getByText('This is a backup of what you learn')).toBeVisible();
	await choose(other, file.name, file.buffer.subarray(0, -50));
	await expect(other.getByText('It ends too early')).toBeVisible();
	await choose(other, file.name, file.buffer);
	const typed = other.getByLabel('The 24 words');
	await typed.fill(words.map((_, at) => (at < 23 ? 'abandon' : 'art')).join(' '));
	await other.getByRole('button', { name: 'Open the file' }).click();
	await expect(other.getByText('was made with other 24 words')).toBeVisible();
	await typed.fill(words.join(' '));
	await other.getByRole('button', { name: 'Open the file' }).click();
	for (const what of ['classes', 'sets', 'sheets']) {
		await expect(other.locator(`[data-figure="${what}"]`)).toHaveText('1');
	}
	await other.getByRole('button', { name: 'Take it in' }).click();
	await expect(other.locator('nav [data-new]')).toBeVisible();
	await openMark(other, site.url);
	await expect(totals(other)).toHaveText([points]);
	await takeIn(other, site.url, [await sealedSheet(quiz, { name: 'Haru', classNumber: 8 })]);
	await expect(totals(other)).toHaveCount(2);
	await other.goto(`${site.url}teach/class/`);
	await expect(other.getByRole('link', { name: CLASS })).toBeVisible();

	// Back again: what is new there is added here.
	await other.goto(`${site.url}teach/`);
	await other.getByText('Teacher’s file', { exact: true }).click();
	const back = await savedFile(other, 'Save teacher’s file');
	await choose(page, back.name, back.buffer);
	await expect(page.locator('[data-figure="sheets"]')).toHaveText('1');
	await expect(page.locator('[data-figure="classes"]')).toHaveText('0');
	await page.getByRole('button', { name: 'Take it in' }).click();
	await expect(page.getByText('It is here now.')).toBeVisible();
	await openMark(page, site.url);
	await expect(totals(page)).toHaveCount(2);
});
