import type { Page } from '@playwright/test';
import { storedBytes } from '../../src/lib/core/assignment/stored-bytes';
import { totals } from '../support/marks';
import { sealedSheet } from '../support/sealed-sheets';
import { expect, test } from '../support/site';
import { dump } from '../support/stored-data';
import { CLASS, openMark, QUIZ, showSheets, takeIn, teachClass } from '../support/taught-class';

/** A name that stands nowhere else in the world. */
const CANARY = 'Zzyxquth';

async function eraseTyping(page: Page, open: string, button: string): Promise<void> {
	await page.getByRole('button', { name: open }).click();
	await expect(page.getByText('This cannot be undone')).toBeVisible();
	await expect(page.getByRole('button', { name: button, exact: true })).toBeDisabled();
	await page.getByLabel(/ERASE/).fill('erase');
	await page.getByRole('button', { name: button, exact: true }).click();
}

test('a student who is erased leaves nothing in the browser, and the same sheet is not taken in again', async ({
	page,
	site
}) => {
	const quiz = await teachClass(page, site.url);
	const sheet = await sealedSheet(quiz, { name: CANARY });
	const other = await sealedSheet(quiz, { name: 'Jiho', classNumber: 7 });
	await openMark(page, site.url);
	await takeIn(page, site.url, [sheet, other]);
	await expect(totals(page)).toHaveCount(2);
	await page.getByRole('button', { name: CANARY }).click();
	await page.getByText('Points by hand').first().click();
	await page.getByLabel('Points (0 to 100 %)').first().fill('50');
	await page.getByLabel('Note, for you alone').first().fill(`${CANARY} said so`);
	await page.getByRole('button', { name: 'Save points' }).first().click();
	const before = await dump(page);
	for (const trace of [storedBytes(sheet), `${CANARY} said so`]) expect(before).toContain(trace);

	await eraseTyping(page, 'Erase this student…', 'Erase this student');
	await expect(page.getByText(`Sheets erased: sent as ${CANARY}`)).toBeVisible();
	await expect(totals(page)).toHaveCount(1);
	const after = await dump(page);
	for (const trace of [storedBytes(sheet), CANARY]) expect(after).not.toContain(trace);
	expect(after).toContain(storedBytes(other));

	await page.reload();
	await expect(totals(page)).toHaveCount(1);
	await showSheets(page, site.url, [sheet, other]);
	await expect(page.getByText('New sheets: 0. Here already: 1.')).toBeVisible();
	await expect(page.getByText('Erased here before, so not taken in again: 1')).toBeVisible();
});

test('a class that is erased goes with what came back, and its quiz stays', async ({
	page,
	site
}) => {
	const quiz = await teachClass(page, site.url);
	const sheet = await sealedSheet(quiz, { name: 'Jiho', classNumber: 7 });
	await openMark(page, site.url);
	await takeIn(page, site.url, [sheet]);
	await page.goto(`${site.url}teach/class/`);
	await page.getByRole('link', { name: CLASS }).click();
	await eraseTyping(page, 'Erase this class…', 'Erase this class');
	await expect(page.getByRole('heading', { name: 'The class was erased' })).toBeVisible();
	const after = await dump(page);
	for (const trace of [storedBytes(sheet), storedBytes(quiz)]) {
		expect(after).not.toContain(trace);
	}
	await page.getByRole('link', { name: 'Classes' }).click();
	await expect(page.getByText('No class yet.')).toBeVisible();
	await page.goto(`${site.url}teach/`);
	await expect(page.getByRole('link', { name: new RegExp(`${QUIZ}.*not sent yet`) })).toBeVisible();
});
