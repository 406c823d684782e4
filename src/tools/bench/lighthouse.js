// @ts-check
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, ensureChromium } from '../find-browser.js';
import { capture, root } from '../set-up.js';
import { say, withSite } from './measured-site.js';

/** @typedef {import('lighthouse').Result} Result */

const RUNS = 3;
const TRIES = 3;

const pages = [
	{ name: 'today', path: '.' },
	{ name: 'study', path: 'study/' }
];

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];

const budgets = {
	scores: 100,
	largestContentfulPaint: 1_500,
	totalBlockingTime: 50,
	layoutShift: 0
};

/**
 * Runs Lighthouse's own command, with its mobile defaults and a browser and profile of its own.
 * @param {string} url
 * @returns {Promise<Result | undefined>}
 */
async function auditOnce(url) {
	const folder = mkdtempSync(join(tmpdir(), 'kachi-lighthouse-'));
	const report = join(folder, 'report.json');
	const flags = [
		'--quiet',
		'--output=json',
		`--output-path=${report}`,
		`--only-categories=${categories.join(',')}`,
		`--chrome-flags=${['--headless=new', ...chromiumArgs].join(' ')}`
	];
	const command = join(root, 'node_modules/lighthouse/cli/index.js');
	const env = { CHROME_PATH: await ensureChromium() };
	const { code, output } = await capture(process.execPath, [command, url, ...flags], { env });
	const result = code === 0 ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
	rmSync(folder, { recursive: true, force: true });
	if (!result || result.runtimeError) say(result?.runtimeError?.message ?? output);
	return result?.runtimeError ? undefined : result;
}

/** Now and then a run of Lighthouse itself fails. @param {string} url */
async function audit(url) {
	for (let tries = 0; tries < TRIES; tries += 1) {
		const result = await auditOnce(url);
		if (result) return result;
	}
	throw new Error(`Lighthouse failed ${TRIES} times for ${url}`);
}

/** @param {Result} result @param {string} category from 0 to 100 */
function scoreOf(result, category) {
	return Math.round(100 * (result.categories[category]?.score ?? 0));
}

/** @param {Result} result @param {string} id */
function valueOf(result, id) {
	return Math.round(1_000 * (result.audits[id]?.numericValue ?? NaN)) / 1_000;
}

/** What keeps a page from the best score, with the category it counts in. @param {Result} result */
function listBelowOne(result) {
	return Object.values(result.categories).flatMap(({ id: category, auditRefs }) =>
		auditRefs.flatMap(({ id, weight }) => {
			const { title, score = null, displayValue } = result.audits[id] ?? { title: id };
			return score !== null && score < 1
				? [{ category, id, title, score, weight, displayValue }]
				: [];
		})
	);
}

/** @param {Result} result */
function describe(result) {
	const scores = Object.fromEntries(categories.map((name) => [name, scoreOf(result, name)]));
	const [paint, blocking, shift] = [
		valueOf(result, 'largest-contentful-paint'),
		valueOf(result, 'total-blocking-time'),
		valueOf(result, 'cumulative-layout-shift')
	];
	return {
		scores,
		firstContentfulPaint: valueOf(result, 'first-contentful-paint'),
		largestContentfulPaint: paint,
		totalBlockingTime: blocking,
		layoutShift: shift,
		within: {
			scores: Object.values(scores).every((score) => score >= budgets.scores),
			largestContentfulPaint: paint <= budgets.largestContentfulPaint,
			totalBlockingTime: blocking <= budgets.totalBlockingTime,
			layoutShift: shift <= budgets.layoutShift
		},
		belowOne: listBelowOne(result),
		warnings: result.runWarnings
	};
}

/**
 * The run in the middle by performance; scores are whole numbers, so the paint decides between
 * equals.
 * @param {readonly Result[]} results
 */
function middleOf(results) {
	const paint = (/** @type {Result} */ result) => valueOf(result, 'largest-contentful-paint');
	const score = (/** @type {Result} */ result) => scoreOf(result, 'performance');
	const sorted = [...results].sort((a, b) => score(a) - score(b) || paint(b) - paint(a));
	return sorted[Math.floor(sorted.length / 2)];
}

/** @param {string} name @param {string} url */
async function auditPage(name, url) {
	/** @type {Result[]} */
	const results = [];
	for (let run = 0; run < RUNS; run += 1) {
		results.push(await audit(url));
		say(`Lighthouse on ${name}: run ${run + 1} of ${RUNS}`);
	}
	const chosen = middleOf(results);
	return {
		version: chosen?.lighthouseVersion,
		// About 100 for a slow phone, 1500 for a fast desk: lower than usual means a busy machine.
		speedOfMachine: results.map(({ environment }) => environment.benchmarkIndex),
		load: loadavg()[0],
		performanceOfRuns: results.map((result) => scoreOf(result, 'performance')),
		...(chosen && describe(chosen))
	};
}

/** Audits the served build with Lighthouse as on a phone. @param {string | undefined} dir */
export function measureLighthouse(dir) {
	return withSite(dir, async ({ url }) => {
		/** @type {Record<string, unknown>} */
		const figures = { budgets };
		for (const { name, path } of pages) {
			figures[name] = await auditPage(name, new URL(path, url).href);
		}
		return figures;
	});
}
