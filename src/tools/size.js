// @ts-check
/**
 * Prints the bytes on the wire of the built app beside their budgets (1 kB = 1000 bytes), as JSON:
 * `npm run --silent size`, or with `-- --dir build-next` those of another built folder. Headers
 * count as HTTP/1.1 sends them.
 */
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { chromiumOptions, print, say, withSite } from './bench/measured-site.js';
import { countBrotli, download, recordTraffic } from './bench/traffic.js';
import { reportFailure } from './set-up.js';

/**
 * @typedef {import('./bench/measured-site.js').Site} Site
 * @typedef {import('./bench/traffic.js').Transfer} Transfer
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {Awaited<ReturnType<typeof openCold>>} Visit
 */

const budgets = { firstLoad: 70_000, route: 40_000, precache: 500_000 };

const LARGEST = 12;

/** Pages that are measured as they are on an empty device. */
const PLAIN = ['browse', 'settings', 'quiz', 'missed', 'missed/print', 'test'];

/**
 * Pages of who teaches, takes or collects, likewise: with all that they load before there is
 * anything to show. Nobody else fetches them but for keeping.
 */
const LAZY = [
	...['teach', 'teach/set', 'teach/send', 'teach/mark', 'teach/paste', 'teach/class'],
	...['a', 'take', 'hand-in', 'collect']
];

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);

/** A chunk that is data alone: items of a bank, its sources, its texts. @param {Transfer} transfer */
async function isContent({ url, mimeType }) {
	if (!mimeType.endsWith('javascript')) return false;
	return /^var \w+=[[{]/.test(await (await fetch(url)).text());
}

/** @param {readonly Transfer[]} transfers */
async function weigh(transfers) {
	const content = [];
	for (const transfer of transfers) if (await isContent(transfer)) content.push(transfer.bytes);
	const bytes = sum(transfers.map((transfer) => transfer.bytes));
	const headers = sum(transfers.map((transfer) => transfer.headers));
	return { bytes, ofThemContent: sum(content), ofThemHeaders: headers, requests: transfers.length };
}

/** @template {{ bytes: number }} Figures @param {Figures} figures @param {number} budget */
function judge(figures, budget) {
	return { ...figures, budget, within: figures.bytes <= budget };
}

/**
 * Opens an address with nothing cached and no service worker, which would fetch everything.
 * @param {import('@playwright/test').Browser} browser
 * @param {Site} site
 * @param {string} path
 */
async function openCold(browser, site, path) {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	const traffic = await recordTraffic(page, site.url);
	await page.goto(new URL(path, site.url).href);
	return { page, traffic, first: await traffic.settle(), close: () => context.close() };
}

/**
 * Goes on by a link, as a click does; for a page that no link leads to yet one is put in.
 * @param {Visit} visit
 * @param {Site} site
 * @param {string} path
 */
async function goInside({ page, traffic }, site, path) {
	const { pathname, search, href } = new URL(path, site.url);
	await page.evaluate((to) => {
		const links = [...document.querySelectorAll('a')];
		const link = links.find((each) => each.getAttribute('href') === to);
		const made = link ?? document.createElement('a');
		made.setAttribute('href', to);
		if (!link) document.querySelector('main')?.append(made);
		made.click();
	}, pathname + search);
	await page.waitForURL(href);
	return traffic.settle();
}

/**
 * What another page is measured with: the first item, article or topic that stands on a page.
 * @param {Page} page
 * @param {'data-card' | 'data-source' | 'data-topic'} attribute
 */
async function firstOn(page, attribute) {
	const key = await page.locator(`main [${attribute}]`).first().getAttribute(attribute);
	return encodeURIComponent(key?.split('#')[0] ?? '');
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {Site} site
 * @param {string} path
 * @param {Parameters<typeof firstOn>[1]} [leadsTo]
 */
async function measureRoute(browser, site, path, leadsTo) {
	const today = await openCold(browser, site, '.');
	const added = await goInside(today, site, path);
	const next = leadsTo ? await firstOn(today.page, leadsTo) : '';
	await today.close();
	const alone = await openCold(browser, site, path);
	await alone.close();
	countBrotli(alone.first);
	const figures = { ...judge(await weigh(added), budgets.route), cold: await weigh(alone.first) };
	return { next, figures };
}

/**
 * What the pages of a quiz add, on a device that has one: under way, then handed in and worked
 * off. Everything is fetched anew, as on another device.
 * @param {import('@playwright/test').Browser} browser
 * @param {Site} site
 */
async function measureQuiz(browser, site) {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	/** @param {string} path */
	const measureOn = async (path) => {
		const anew = await context.newPage();
		const session = await context.newCDPSession(anew);
		await session.send('Network.enable');
		await session.send('Network.setCacheDisabled', { cacheDisabled: true });
		const traffic = await recordTraffic(anew, site.url);
		await anew.goto(site.url);
		const first = await traffic.settle();
		const added = await goInside(
			{ page: anew, traffic, first, close: () => anew.close() },
			site,
			path
		);
		await anew.close();
		return judge(await weigh(added), budgets.route);
	};
	await page.goto(new URL('quiz/', site.url).href);
	await page.getByRole('button', { name: 'Start' }).click();
	await page.waitForURL(/quiz\/run/);
	await page.locator('article').waitFor();
	const { search } = new URL(page.url());
	const run = await measureOn(`quiz/run/${search}`);
	await page.bringToFront();
	await page.locator('.run header button').last().click();
	await page.locator('[data-hand-in]').click();
	await page.locator('.ask .primary').click();
	await page.waitForURL(/quiz\/result/);
	const result = await measureOn(`quiz/result/${search}`);
	const drill = await measureOn(`drill/${search.replace('id=', 'attempt=')}`);
	const missed = await measureOn('missed/');
	await context.close();
	return { run, result, drill, 'missed, with ten in it': missed };
}

/** @param {Site} site */
async function measurePages(site) {
	const browser = await chromium.launch(await chromiumOptions());
	try {
		const today = await openCold(browser, site, '.');
		const topicId = await firstOn(today.page, 'data-topic');
		await today.close();
		const study = await measureRoute(browser, site, 'study/', 'data-card');
		/** @type {Record<string, typeof study.figures>} */
		const others = {};
		for (const path of PLAIN) {
			others[path] = (await measureRoute(browser, site, `${path}/`)).figures;
		}
		/** @type {Record<string, typeof study.figures>} */
		const lazy = {};
		for (const path of LAZY) lazy[path] = (await measureRoute(browser, site, `${path}/`)).figures;
		const item = await measureRoute(browser, site, `item/?id=${study.next}`);
		const sources = await measureRoute(browser, site, 'source/', 'data-source');
		const source = await measureRoute(browser, site, `source/?id=${sources.next}`);
		const topic = await measureRoute(browser, site, `topic/?id=${topicId}`);
		return {
			brotli: `all ${countBrotli(today.first)} pages, scripts and styles of the first load`,
			firstLoad: judge(await weigh(today.first), budgets.firstLoad),
			routes: {
				study: study.figures,
				...others,
				item: item.figures,
				sources: sources.figures,
				source: source.figures,
				topic: topic.figures,
				...(await measureQuiz(browser, site))
			},
			lazy,
			inFirstLoad: new Set(today.first.map(({ url }) => url))
		};
	} finally {
		await browser.close();
	}
}

/** The addresses in the manifest that Workbox wrote into the worker. @param {string} worker */
function readManifest(worker) {
	const found = [...worker.matchAll(/\{[^{}]*?"?\burl"?:\s*"([^"]+)"[^{}]*\}/g)];
	return found.map(([, url = '']) => url);
}

/** @param {Site} site @param {ReadonlySet<string>} inFirstLoad addresses */
async function measurePrecache(site, inFirstLoad) {
	const worker = new URL('sw.js', site.url).href;
	const paths = readManifest(await (await fetch(worker)).text());
	if (paths.length === 0) throw new Error('sw.js precaches nothing, or in a way unknown here');
	const files = await Promise.all(
		paths.map(async (path) => {
			const url = new URL(path, site.url).href;
			return { path, url, firstLoad: inFirstLoad.has(url), ...(await download(url)) };
		})
	);
	countBrotli(files);
	const [bytes, raw] = [sum(files.map((file) => file.bytes)), sum(files.map((file) => file.raw))];
	const largest = files
		.sort((a, b) => b.bytes - a.bytes)
		.slice(0, LARGEST)
		.map(({ path, bytes, raw, firstLoad }) => ({ path, bytes, raw, firstLoad }));
	return { precache: judge({ files: files.length, bytes, raw }, budgets.precache), largest };
}

/**
 * @param {string} what
 * @param {{ bytes: number, ofThemContent?: number, budget: number, within: boolean }} figures
 */
function sayFigures(what, { bytes, ofThemContent = 0, budget, within }) {
	const kilo = (/** @type {number} */ count) => (count / 1000).toFixed(1);
	const content = ofThemContent > 0 ? `, ${kilo(ofThemContent)} of them questions and texts` : '';
	say(`${within ? 'ok  ' : 'OVER'} ${what}: ${kilo(bytes)} kB of ${kilo(budget)} kB${content}`);
}

/** @param {Site} site */
async function measure(site) {
	const { inFirstLoad, ...pages } = await measurePages(site);
	const { precache, largest } = await measurePrecache(site, inFirstLoad);
	say(`brotli: ${pages.brotli}`);
	sayFigures('first load of Today', pages.firstLoad);
	for (const [name, figures] of Object.entries(pages.routes)) sayFigures(`+ ${name}`, figures);
	for (const [name, figures] of Object.entries(pages.lazy)) sayFigures(`+ ${name}, lazy`, figures);
	sayFigures(`precache, ${precache.files} files`, precache);
	return { ...pages, precache, largest };
}

async function main() {
	const { values } = parseArgs({ options: { dir: { type: 'string' } } });
	print(await withSite(values.dir, measure));
}

main().catch(reportFailure);
