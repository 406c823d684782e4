import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Driver } from './driver';
import { test as siteTest } from './site';

function playwrightDriver(page: Page, downloads: string): Driver {
	/** A page that is left while something loads in the background has its engine complain of it. */
	const settled = () => page.waitForLoadState('networkidle');
	return {
		goto: async (url) => {
			await settled();
			await page.goto(url);
		},
		reload: async () => {
			await settled();
			await page.reload();
		},
		click: (selector, text = '') =>
			page.locator(selector).filter({ hasText: text, visible: true }).first().click(),
		type: (selector, text) => page.locator(selector).first().fill(text),
		choose: (selector, path) => page.locator(selector).setInputFiles(path),
		// As text, like WebDriver: what works in one engine works in the others.
		evaluate: (run, ...args) => page.evaluate(`(${run})(...${JSON.stringify(args)})`),
		goOffline: async () => {
			await settled();
			await page.context().setOffline(true);
		},
		downloads
	};
}

/** A test whose page is driven through Playwright: Chromium, Firefox. */
export const test = siteTest.extend<{ driver: Driver }, { downloads: string }>({
	downloads: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
		async ({}, use) => {
			const folder = await mkdtemp(join(tmpdir(), 'kachi-downloads-'));
			await use(folder);
			await rm(folder, { recursive: true });
		},
		{ scope: 'worker' }
	],
	// Firefox saves under the file's own name and Playwright hears nothing of it; Chromium saves
	// under a name that means nothing, and Playwright knows the real one.
	launchOptions: [
		async ({ launchOptions, browserName, downloads }, use) => {
			const isFirefox = browserName === 'firefox';
			await use(isFirefox ? { ...launchOptions, downloadsPath: downloads } : launchOptions);
		},
		{ scope: 'worker' }
	],
	driver: async ({ page, downloads }, use) => {
		page.on('download', (file) => file.saveAs(join(downloads, file.suggestedFilename())));
		await use(playwrightDriver(page, downloads));
	}
});
