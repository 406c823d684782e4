import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { serve } from '../../src/tools/static-server.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SiteOptions {
	/** Path the app is served under, '' or '/kachi'. */
	base: string;
	/** Folder of the build. */
	build: string;
}

export interface Site {
	/** Address of Today, with a slash at its end. */
	readonly url: string;
	/** Serves another build from now on, as a deployment does. */
	deploy(build: string): void;
	/** Takes the server away, for good. */
	stop(): Promise<void>;
}

interface Fixtures extends SiteOptions {
	readonly site: Site;
}

interface Complaints {
	/** Whatever the browser complained of; a test must end with none unless it empties the list. */
	readonly complaints: string[];
	/** A page of another browser, in which nothing is kept yet. */
	readonly newDevice: () => Promise<Page>;
}

function collect(page: Page, complaints: string[]): void {
	page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
	page.on('console', (message) => {
		// What a browser asks for beside a picture that is opened as a page.
		if (message.location().url.endsWith('/favicon.ico')) return;
		if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
	});
}

/** A test with a site, which opens no browser by itself. */
export const servedTest = base.extend<Fixtures>({
	base: ['', { option: true }],
	build: ['build', { option: true }],
	site: async ({ base, build }, use) => {
		const server = await serve({ dir: join(ROOT, build), base });
		await use({
			url: server.url,
			deploy: (next) => server.setDir(join(ROOT, next)),
			stop: () => server.close()
		});
		await server.close();
	}
});

export const test = servedTest.extend<Complaints>({
	complaints: [
		async ({ context }, use) => {
			const complaints: string[] = [];
			context.on('page', (page) => collect(page, complaints));
			await use(complaints);
			expect(complaints, 'the browser complained').toEqual([]);
		},
		{ auto: true }
	],
	newDevice: async ({ browser, complaints }, use) => {
		const contexts: BrowserContext[] = [];
		await use(async () => {
			const context = await browser.newContext();
			context.on('page', (page) => collect(page, complaints));
			contexts.push(context);
			return context.newPage();
		});
		for (const context of contexts) await context.close();
	}
});

export { expect };
