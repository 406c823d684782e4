// @ts-check
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../set-up.js';

/** @typedef {import('@playwright/test').Page} Page */

/** What runs in a page, with the app's own modules in it. */
async function bundlePage() {
	const built = await build({
		configFile: false,
		root,
		logLevel: 'error',
		resolve: { alias: { $lib: join(root, 'src/lib') } },
		build: {
			write: false,
			target: 'esnext',
			lib: { entry: join(root, 'tests/bench/long-log-page.ts'), formats: ['iife'], name: 'bench' }
		}
	});
	const [{ output } = { output: [] }] = /** @type {import('vite').Rolldown.RolldownOutput[]} */ (
		built
	);
	const code = output.map((each) => ('code' in each ? each.code : '')).join('');
	if (!code) throw new Error('The page of the bench was not built');
	return code;
}

/**
 * A page of the app's origin where the app itself does not run, with the bench's functions in it.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} url of the app
 */
export async function openBenchPage(context, url) {
	const page = await context.newPage();
	await page.goto(new URL('favicon.svg', url).href);
	await page.evaluate(await bundlePage());
	return page;
}

/**
 * Calls one of these functions.
 * @param {Page} page
 * @param {'fill' | 'timeParts' | 'dropSnapshot' | 'backup'} name
 * @param {...unknown} args
 */
export function callBench(page, name, ...args) {
	return page.evaluate(
		([to, given]) => /** @type {any} */ (window).kachiBench[to](...given),
		/** @type {const} */ ([name, args])
	);
}
