import type { Page } from '@playwright/test';
import type { Incoming } from './incoming';
import type { Life } from './scenario';

/** Opens Settings beside the pages that are pressed: at an anchor, where no hand moves. */
export async function openSettings({ context, site }: Life): Promise<Page> {
	const page = await context.newPage();
	await page.goto(`${site.url}settings/#data`);
	await isOpen(page);
	return page;
}

/** What is loaded beside the settings is there. */
export const isOpen = (page: Page) => page.getByLabel('Choose a backup file').waitFor();

/** Chooses the file of a backup, up to the preview of what will come in. */
export async function choose(page: Page, incoming: Incoming): Promise<void> {
	const file = { name: 'faults.kachi', mimeType: '', buffer: await incoming.file() };
	await page.getByLabel('Choose a backup file').setInputFiles(file);
	await restoreButton(page).waitFor();
}

const restoreButton = (page: Page) => page.getByRole('button', { name: 'Restore', exact: true });

/** Restores what was chosen, and notes when the page calls it done. */
export async function restore(page: Page, incoming: Incoming): Promise<void> {
	incoming.press('in');
	await restoreButton(page).click();
	await page.locator('[data-restored]').waitFor();
	incoming.acknowledge('in');
}

export async function takeBack(page: Page, incoming: Incoming): Promise<void> {
	incoming.press('out');
	await page.getByRole('button', { name: 'Take it back' }).click();
	await page.getByRole('heading', { name: /^Taken back/ }).waitFor();
	incoming.acknowledge('out');
}
