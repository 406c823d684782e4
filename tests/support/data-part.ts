/** What is done on Settings to all that a learner has: backups, the check of the log, erasing. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { Backup } from '../../src/lib/core/log/backup';
import { packBackup, readBackup } from '../../src/lib/platform/backup-file';
import { allCards } from './authored';
import { entry } from './entries';
import { expect } from './site';

/** A file as a page may be given it. */
export interface ChosenFile {
	readonly name: string;
	readonly mimeType: string;
	readonly buffer: Buffer;
}

export const chosen = (name: string, content: Buffer | string): ChosenFile => ({
	name,
	mimeType: '',
	buffer: Buffer.from(content)
});

/** A backup that no device has made. */
export async function backupOf(
	learner: Backup['header']['learner'],
	entries: readonly unknown[],
	unreadable: readonly unknown[] = []
): Promise<ChosenFile> {
	const header = { learner, made: { at: 1_795_000_000_000, offset: 540 }, app: 'test' };
	return chosen('test.kachi', Buffer.from(await packBackup({ header, entries, unreadable })));
}

/** What a file of the app holds. */
export async function readFileOf({ buffer }: ChosenFile): Promise<Backup> {
	const read = await readBackup(new Blob([new Uint8Array(buffer)]));
	if (!read.ok) throw new Error(`it is no backup: ${read.error.why}`);
	return read.value;
}

export async function openSettings(page: Page, url: string): Promise<void> {
	await page.goto(`${url}settings/`);
	await expect(page.getByRole('button', { name: 'Make a backup' })).toBeVisible();
}

/** The file that the page offers when this button is pressed. */
export async function offered(
	page: Page,
	button: string,
	within: Page | Locator = page
): Promise<ChosenFile> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		within.getByRole('button', { name: button }).click()
	]);
	return chosen(download.suggestedFilename(), await readFile(await download.path()));
}

/** Chooses a file to restore. */
export const choose = (page: Page, file: ChosenFile) =>
	page.getByLabel('Choose a backup file').setInputFiles(file);

/** What a panel says under this name. */
export const figure = (page: Page, id: string) => page.locator(`[data-figure="${id}"]`);

/** Chooses a file and restores it, when it is the learner's own or one to give way to. */
export async function restore(page: Page, file: ChosenFile): Promise<void> {
	await choose(page, file);
	await page.getByRole('button', { name: 'Restore', exact: true }).click();
	await expect(page.getByRole('heading', { name: 'Restored' })).toBeVisible();
}

/** Suspends the cards of all items but one, so that this one is all there is to study. */
export async function leaveOnly(page: Page, url: string, item: string): Promise<void> {
	const cards = allCards().filter((card) => !card.startsWith(`${item}#`));
	await openSettings(page, url);
	await restore(page, await backupOf({ id: 'one' }, [entry('suspend', 'a.1', 1, { cards })]));
}

export async function takeBack(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Take it back' }).click();
	await expect(page.getByRole('heading', { name: /^Taken back/ })).toBeVisible();
}

/** Checks the log and gives the fingerprint of the state; what is shown must agree with it. */
export async function fingerprint(page: Page): Promise<string> {
	await page.getByRole('button', { name: 'Check now' }).click();
	await expect(figure(page, 'agrees')).toHaveText('Yes');
	const digits = await figure(page, 'fingerprint').innerText();
	await page
		.getByRole('region', { name: /^(All is well|Some things are odd)/ })
		.getByRole('button', { name: 'Close' })
		.click();
	return digits.replaceAll(' ', '');
}
