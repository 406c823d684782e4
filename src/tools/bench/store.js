// @ts-check
import { loadavg } from 'node:os';
import { callBench, openBenchPage } from './bench-page.js';
import { timePress } from './latency.js';
import { say, withSite } from './measured-site.js';
import { measureRestore } from './restore.js';
import { openInstalled, startStudy, throttle, whatIsAsked, withProfile } from './study-session.js';
import { summarize, summarizeWithin } from './summary.js';
import { startOnce, watchStart } from './warm-start.js';

/**
 * @typedef {import('@playwright/test').BrowserContext} Context
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('./latency.js').Timing} Timing
 */

const CARDS = 100_000;
const RUNS = 12;
const REBUILDS = 3;
const SESSIONS = 8;

const rates = [
	{ rate: 1, open: 300, painted: undefined, saved: undefined },
	{ rate: 4, open: 1_200, painted: 50, saved: 80 }
];
const budgetRebuildMs = 4_000;

/** @param {readonly number[]} samples @param {number | undefined} budget */
const describe = (samples, budget) =>
	budget === undefined ? summarize(samples) : summarizeWithin(samples, budget);

/** JS objects alone: typed arrays and what IndexedDB itself holds are not among them. @param {Page} page */
async function heapMB(page) {
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.collectGarbage');
	const { usedSize } = await session.send('Runtime.getHeapUsage');
	return Math.round(usedSize / 100_000) / 10;
}

/** @param {Context} context @param {string} url */
async function measureOpen(context, url) {
	/** @type {Record<string, unknown>} */
	const figures = {};
	for (const { rate, open } of rates) {
		const runs = [];
		for (let run = 0; run < RUNS; run += 1) runs.push(await startOnce(context, url, rate));
		figures[`${rate}x`] = {
			loopMs: summarize(runs.map(({ loopMs }) => loopMs)).p50,
			load: loadavg()[0],
			countsPainted: describe(
				runs.map(({ content }) => content),
				open
			)
		};
		say(`store: opened ${RUNS} times at ${rate}x`);
	}
	return figures;
}

/**
 * The first answer of a new page: of a choice, since a flashcard's is saved without a word.
 * @param {Context} context
 * @param {string} url
 * @param {number} rate
 * @returns {Promise<Timing | undefined>}
 */
async function answerOnce(context, url, rate) {
	const page = await context.newPage();
	await throttle(page, rate);
	await page.goto(url);
	await startStudy(page);
	/** @type {Timing | undefined} */
	let timing;
	for (let asked = await whatIsAsked(page); asked; asked = await whatIsAsked(page)) {
		timing = await timePress(page, asked);
		if (asked === 'answer') break;
	}
	await page.locator('[data-saved="saved"]').waitFor();
	await page.close();
	return timing;
}

/** @param {Context} context @param {string} url */
async function measureAnswers(context, url) {
	/** @type {Record<string, unknown>} */
	const figures = {};
	for (const { rate, painted, saved } of rates) {
		/** @type {Timing[]} */
		const timings = [];
		for (let run = 0; run < SESSIONS; run += 1) {
			const timing = await answerOnce(context, url, rate);
			if (timing) timings.push(timing);
		}
		figures[`${rate}x`] = {
			load: loadavg()[0],
			painted: describe(
				timings.map((timing) => timing.painted),
				painted
			),
			saved: describe(
				timings.flatMap((timing) => timing.saved ?? []),
				saved
			)
		};
		say(`store: ${SESSIONS} first answers at ${rate}x`);
	}
	return figures;
}

/** Opens a log that has no snapshot: the app's worker folds it. @param {Context} context @param {string} url */
async function rebuildOnce(context, url) {
	const page = await context.newPage();
	await page.goto(url);
	const progress = page.locator('main progress').waitFor();
	const progressShown = await progress.then(
		() => true,
		() => false
	);
	await page.waitForFunction(() => 'kachiContentAt' in window, undefined, { timeout: 120_000 });
	const content = await page.evaluate(() => Number(/** @type {any} */ (window).kachiContentAt));
	await page.close();
	return { content, progressShown };
}

/** @param {Context} context @param {Page} bench @param {string} url @param {string} scope */
async function measureRebuild(context, bench, url, scope) {
	const runs = [];
	for (let run = 0; run < REBUILDS; run += 1) {
		await callBench(bench, 'dropSnapshot', scope);
		runs.push(await rebuildOnce(context, url));
		say(`store: rebuilt ${run + 1} of ${REBUILDS} times`);
	}
	return {
		what: 'no snapshot; navigation start to counts painted, folded by the worker of the app',
		unit: 'ms',
		countsPainted: summarizeWithin(
			runs.map(({ content }) => content),
			budgetRebuildMs
		),
		progressShown: runs.every(({ progressShown }) => progressShown)
	};
}

/** @param {Context} context @param {string} url */
async function measureMemory(context, url) {
	const page = await context.newPage();
	await page.goto(url);
	await page.waitForFunction(() => 'kachiContentAt' in window);
	const megabytes = await heapMB(page);
	await page.close();
	return { what: 'JS heap of Today after a collection, without typed arrays', megabytes };
}

/** @param {Context} context @param {string} url */
async function measureLongLog(context, url) {
	const scope = new URL(url).pathname;
	const first = context.pages()[0] ?? (await context.newPage());
	await openInstalled(first, url);
	const empty = await heapMB(first);
	await first.close();
	const bench = await openBenchPage(context, url);
	await context.addInitScript(watchStart);
	const written = await callBench(bench, 'fill', scope, CARDS);
	say('store: filled');
	const parts = await callBench(bench, 'timeParts', scope);
	const rebuild = await measureRebuild(context, bench, url, scope);
	await bench.close();
	const open = await measureOpen(context, url);
	const memory = { ...(await measureMemory(context, url)), withAnEmptyLog: empty };
	return { written, parts, rebuild, open, memory, firstAnswer: await measureAnswers(context, url) };
}

/**
 * The store with a long log in it: 100,000 cards and 1,000,000 entries of one learner, in a profile
 * on the disk. @param {string | undefined} dir
 */
export function measureStore(dir) {
	return withSite(dir, async ({ url }) => {
		const longLog = await withProfile((context) => measureLongLog(context, url));
		const restore = await measureRestore(url);
		return {
			what: 'a log of 100,000 cards, which no bank has: what is planned is the bank of the app',
			filledBy: "packs of the app's own modules, written by a page beside it; restore is apart",
			partsIn: 'seconds, each once, on the main thread of a page beside the app',
			openIs:
				'from the start of the navigation to counts painted; browser and worker warm, page new',
			slowedBy: 'CDP throttle, main thread only; IndexedDB and workers keep their pace',
			...longLog,
			restore
		};
	});
}
