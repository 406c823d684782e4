// @ts-check
import { loadavg } from 'node:os';
import { say, withSite } from './measured-site.js';
import {
	answerSome,
	openInstalled,
	startStudy,
	throttle,
	timeLoop,
	withProfile
} from './study-session.js';
import { summarize, summarizeWithin } from './summary.js';

/** @typedef {import('@playwright/test').BrowserContext} Context */

const rates = [1, 4];
const budgetMs = 500;
const RUNS = 10;
const ANSWERS = 3;

/** Where the app is opened, and what shows that it has read the log. */
const pages = [
	{ name: 'today', path: '.' },
	{ name: 'study', path: 'study/' }
];

/**
 * Runs in each page before its own scripts. Times count from the start of the navigation. What is
 * painted is seen as in latency.js: when the frame after the one that shows it begins.
 */
export function watchStart() {
	const hasContent = () => {
		const numbers = [...document.querySelectorAll('dl dd')].map((each) => each.textContent.trim());
		const hasCounts = numbers.length >= 2 && numbers.every((number) => number !== '');
		return hasCounts || document.querySelector('article[data-card]') !== null;
	};
	const note = () => Object.assign(window, { kachiContentAt: performance.now() });
	const observer = new MutationObserver(() => {
		if (!hasContent()) return;
		observer.disconnect();
		requestAnimationFrame(() => requestAnimationFrame(note));
	});
	observer.observe(document, { subtree: true, childList: true, characterData: true });
}

/**
 * Opens an address in a new page that `watchStart` looks at.
 * @param {Context} context
 * @param {string} url
 * @param {number} rate
 */
export async function startOnce(context, url, rate) {
	const page = await context.newPage();
	await throttle(page, rate);
	await page.goto(url);
	await page.waitForFunction(() => 'kachiContentAt' in window);
	const times = await page.evaluate(() => {
		const paintAt = (/** @type {string} */ name) =>
			performance.getEntriesByName(name)[0]?.startTime ?? NaN;
		return {
			firstPaint: paintAt('first-paint'),
			firstContentfulPaint: paintAt('first-contentful-paint'),
			content: Number(/** @type {any} */ (window).kachiContentAt)
		};
	});
	const loopMs = await timeLoop(page);
	await page.close();
	return { ...times, loopMs };
}

/** @param {Context} context @param {string} url @param {number} rate */
async function measureAt(context, url, rate) {
	const runs = [];
	for (let run = 0; run < RUNS; run += 1) runs.push(await startOnce(context, url, rate));
	return {
		loopMs: summarize(runs.map((run) => run.loopMs)).p50,
		load: loadavg()[0],
		firstPaint: summarize(runs.map((run) => run.firstPaint)),
		firstContentfulPaint: summarizeWithin(
			runs.map((run) => run.firstContentfulPaint),
			budgetMs
		),
		contentPainted: summarize(runs.map((run) => run.content))
	};
}

/** @param {Context} context @param {string} url */
async function measureOffline(context, url) {
	/** @type {Record<string, Record<string, unknown>>} */
	const figures = {};
	for (const { name, path } of pages) {
		const times = (figures[name] = /** @type {Record<string, unknown>} */ ({}));
		for (const rate of rates) {
			times[`${rate}x`] = await measureAt(context, new URL(path, url).href, rate);
			say(`start of ${name} at ${rate}x: ${RUNS} runs`);
		}
	}
	return figures;
}

/**
 * How long the installed app takes to open with the network and the server gone, in milliseconds.
 * @param {string | undefined} dir
 */
export function measureStart(dir) {
	return withSite(dir, (site) =>
		withProfile(async (context) => {
			const page = context.pages()[0] ?? (await context.newPage());
			await openInstalled(page, site.url);
			await startStudy(page);
			await answerSome(page, ANSWERS);
			await page.close();
			await context.setOffline(true);
			await site.close();
			await context.addInitScript(watchStart);
			const figures = await measureOffline(context, site.url);
			return {
				slowedBy: 'CDP throttle, main thread only; the budget is for 4x',
				unit: 'ms',
				...figures
			};
		})
	);
}
