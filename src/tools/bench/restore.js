// @ts-check
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callBench, openBenchPage } from './bench-page.js';
import { say } from './measured-site.js';
import { openInstalled, withProfile } from './study-session.js';

/** @typedef {import('@playwright/test').Page} Page */

const CARDS = 10_000;
const LOOK_EVERY_MS = 100;
const LIMIT_MS = 300_000;

const seconds = (/** @type {number} */ since) => Math.round((performance.now() - since) / 10) / 100;

/**
 * Looks again and again how large the heap is, until it is told to end: between tasks only, so that
 * the peak may have been higher.
 * @param {Page} page
 */
async function watchHeap(page) {
	const session = await page.context().newCDPSession(page);
	let peak = 0;
	const look = async () => {
		const { usedSize } = await session.send('Runtime.getHeapUsage');
		peak = Math.max(peak, usedSize);
	};
	await look();
	const timer = setInterval(() => void look().catch(() => undefined), LOOK_EVERY_MS);
	return () => {
		clearInterval(timer);
		return Math.round(peak / 1_000_000);
	};
}

/** @param {string} url @param {string} folder where the file is put */
async function makeFile(url, folder) {
	const path = join(folder, 'bench.kachi');
	const text = await withProfile(async (context) => {
		const page = await openBenchPage(context, url);
		return /** @type {Promise<string>} */ (callBench(page, 'backup', CARDS));
	});
	writeFileSync(path, Buffer.from(text, 'base64'));
	return { path, megabytes: Math.round(text.length * 0.75e-5) / 10 };
}

/** @param {Page} page @param {string} url @param {string} path */
async function restoreOnce(page, url, path) {
	await openInstalled(page, url);
	await page.goto(new URL('settings/', url).href);
	await page.locator('input[type="file"]').waitFor({ state: 'attached' });
	const heap = await watchHeap(page);
	const start = performance.now();
	await page.locator('input[type="file"]').setInputFiles(path);
	const restore = page.locator('section .primary').last();
	await restore.waitFor({ timeout: LIMIT_MS });
	const readSeconds = seconds(start);
	const pressed = performance.now();
	await restore.click();
	await page.locator('[data-restored]').waitFor({ timeout: LIMIT_MS });
	return { readSeconds, restoreSeconds: seconds(pressed), peakHeapMB: heap() };
}

/**
 * A backup of 100,000 entries chosen on the Settings page of an empty app, as a learner does:
 * from the choice to the preview, and from the press to the end.
 * @param {string} url
 */
export async function measureRestore(url) {
	const folder = mkdtempSync(join(tmpdir(), 'kachi-backup-'));
	try {
		const { path, megabytes } = await makeFile(url, folder);
		const figures = await withProfile(async (context) => {
			const page = context.pages()[0] ?? (await context.newPage());
			return restoreOnce(page, url, path);
		});
		say('store: restored a backup');
		return { entries: CARDS * 10, fileMB: megabytes, ...figures };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
