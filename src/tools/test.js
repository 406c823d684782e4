// @ts-check
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	capture,
	checkNode,
	ensureBuilt,
	ensureInstalled,
	reportFailure,
	root,
	run
} from './set-up.js';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ status: string, assertionResults: { status: string }[] }} Suite
 * @typedef {{ stats: { expected: number, skipped: number, unexpected: number, flaky: number } }}
 *   JourneyReport
 * @typedef {{ lost: number, doubled: number, torn: number, stateNotFold: number,
 *   troubled: number }[]} FaultReport
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
 *   numTodoTests: number, testResults: Suite[] }} UnitReport
 */

const staticSteps = ['format:check', 'lint', 'check:core', 'check', 'messages', 'knip', 'bank'];

// One for the root of a host, one for a folder, one that an open app finds as its next release.
const builds = [
	{ outDir: 'build', base: '' },
	{ outDir: 'build-kachi', base: '/kachi' },
	{ outDir: 'build-next', base: '', version: 'next' },
	{ outDir: 'build-withdrawn', base: '', killSwitch: true }
];

/** What some scripts are run with. @type {Readonly<Record<string, string[]>>} */
const scriptOptions = { bank: ['--', '--strict'] };

const stepsAtOnce = 2;

/**
 * Pages are looked at two at a time: nothing there is about when. Journeys go alone.
 * @type {[name: string, ...options: string[]][]}
 */
const journeys = [
	['pages in the browser', 'pages.spec', '--workers=2'],
	['browser journeys', '--grep-invert', 'pages\\.spec']
];

const onePassed = { passed: 1, failed: 0, skipped: 0 };
const oneFailed = { passed: 0, failed: 1, skipped: 0 };

/** @param {Count[]} counts @returns {Count} */
function sum(counts) {
	const add = (/** @type {keyof Count} */ key) => counts.reduce((all, one) => all + one[key], 0);
	return { passed: add('passed'), failed: add('failed'), skipped: add('skipped') };
}

/** @param {string} name @param {boolean} isOk @param {number} start */
function announce(name, isOk, start) {
	const seconds = ((performance.now() - start) / 1000).toFixed(1);
	console.log(`${isOk ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
}

/** @param {string} name @param {() => Promise<string>} step gives what it printed if it failed */
async function runStep(name, step) {
	const start = performance.now();
	const complaint = await step().catch((error) => `${error.message}\n`);
	announce(name, complaint === '', start);
	if (complaint) process.stdout.write(complaint);
	return complaint ? oneFailed : onePassed;
}

/** @param {string} script @param {string[]} flags */
function runScript(script, ...flags) {
	return runStep(script, async () => {
		const options = scriptOptions[script] ?? [];
		const { code, output } = await capture('npm', ['run', ...flags, script, ...options]);
		return code === 0 ? '' : output || `It ended with code ${code} and said nothing\n`;
	});
}

/** Their output is held back until each is done: two at once would mix theirs. */
async function runStaticSteps() {
	// It writes the types and messages that several steps read, and that none may write meanwhile.
	const counts = [await runScript('prepare', '--if-present')];
	const waiting = [...staticSteps];
	const work = async () => {
		for (let name = waiting.shift(); name; name = waiting.shift()) {
			counts.push(await runScript(name));
		}
	};
	await Promise.all(Array.from({ length: stepsAtOnce }, work));
	return counts;
}

/** @param {string} report @returns {unknown} */
function readReport(report) {
	try {
		return JSON.parse(readFileSync(report, 'utf8'));
	} catch {
		return undefined;
	}
}

/** A suite that failed before any of its tests did counts as one. @param {Suite} suite */
function failedWithoutTest({ status, assertionResults }) {
	return status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
}

/** @param {UnitReport} report @returns {Count} */
function countUnits(report) {
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + report.testResults.filter(failedWithoutTest).length,
		skipped: report.numPendingTests + report.numTodoTests
	};
}

/** A test that passed only when tried again has failed. @param {JourneyReport} report @returns {Count} */
function countJourneys({ stats }) {
	const failed = stats.unexpected + stats.flaky;
	return { passed: stats.expected, failed, skipped: stats.skipped };
}

/** One test a scenario: it has passed when nothing was found. @param {FaultReport} report @returns {Count} */
function countFaults(report) {
	const isFaultless = (/** @type {FaultReport[number]} */ figures) =>
		figures.lost + figures.doubled + figures.torn + figures.stateNotFold + figures.troubled === 0;
	const passed = report.filter(isFaultless).length;
	return { passed, failed: report.length - passed, skipped: 0 };
}

/**
 * Runs a test runner with its output shown. One that fails without a failed test in its report
 * (no test found, a stray rejection, no report at all) counts as one more failure.
 * @template Report
 * @param {{ name: string, program: string, args: (report: string) => string[],
 *   env: (report: string) => Record<string, string>, count: (report: Report) => Count }} runner
 */
async function runTests({ name, program, args, env, count }) {
	const start = performance.now();
	const folder = mkdtempSync(join(tmpdir(), 'kachi-'));
	const file = join(folder, 'report.json');
	const code = await run(process.execPath, [join(root, program), ...args(file)], {
		env: env(file)
	});
	const report = /** @type {Report | undefined} */ (readReport(file));
	rmSync(folder, { recursive: true, force: true });
	const counted = report ? count(report) : oneFailed;
	const result = code !== 0 && counted.failed === 0 ? sum([counted, oneFailed]) : counted;
	announce(name, result.failed === 0, start);
	return result;
}

function runUnitTests() {
	return runTests({
		name: 'unit tests',
		program: 'node_modules/vitest/vitest.mjs',
		args: (file) => ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
		env: () => ({}),
		count: countUnits
	});
}

/**
 * @param {string} chromium
 * @param {string} name
 * @param {string[]} which
 */
function runJourneys(chromium, name, which) {
	return runTests({
		name,
		program: 'node_modules/@playwright/test/cli.js',
		args: () => ['test', '--reporter=line,json', ...which],
		env: (file) => ({ PLAYWRIGHT_JSON_OUTPUT_NAME: file, CHROMIUM_PATH: chromium }),
		count: countJourneys
	});
}

/** @param {string} chromium */
async function runFaults(chromium) {
	if (process.platform === 'win32') {
		console.log('skipped killed browser: it knows no way to kill one on Windows');
		return { passed: 0, failed: 0, skipped: 1 };
	}
	return runTests({
		name: 'killed browser',
		program: 'src/tools/faults.js',
		args: (file) => ['--short', '--report', file],
		env: () => ({ CHROMIUM_PATH: chromium }),
		count: countFaults
	});
}

async function runBrowserSteps() {
	let chromium = '';
	/** @type {string[]} */
	let missing = [];
	const counts = [
		await runStep('a browser', async () => {
			const { ensureChromium, missingEngines } = await import('./find-browser.js');
			chromium = await ensureChromium();
			missing = missingEngines();
			return '';
		})
	];
	for (const engine of missing) console.log(`skipped ${engine}`);
	counts.push({ passed: 0, failed: 0, skipped: missing.length });
	for (const build of builds) {
		const name = `build into ${build.outDir}`;
		counts.push(await runStep(name, () => ensureBuilt({ ...build, quiet: true }).then(() => '')));
	}
	if (sum(counts).failed === 0) {
		for (const [name, ...which] of journeys) {
			counts.push(await runJourneys(chromium, name, which));
		}
		return [...counts, await runFaults(chromium)];
	}
	console.log('FAILED browser journeys, killed browser: not run, for want of what they need');
	return [...counts, ...journeys.map(() => oneFailed), oneFailed];
}

/** @param {Count[]} counts */
function conclude(counts) {
	const { passed, failed, skipped } = sum(counts);
	if (skipped > 0) console.log(`${skipped} skipped`);
	console.log(`${passed} passed, ${failed} failed`);
	process.exitCode = failed > 0 ? 1 : 0;
}

/** @param {string[]} options `--unit`: without builds and browser; `--e2e`: only these */
async function main(options) {
	const unknown = options.find((option) => option !== '--unit' && option !== '--e2e');
	if (unknown) throw new Error(`Unknown option ${unknown}: there are --unit and --e2e`);
	const isWanted = (/** @type {string} */ part) => options.length === 0 || options.includes(part);
	await ensureInstalled();
	/** @type {Count[]} */
	const counts = [];
	if (isWanted('--unit')) counts.push(...(await runStaticSteps()), await runUnitTests());
	if (isWanted('--e2e')) counts.push(...(await runBrowserSteps()));
	conclude(counts);
}

checkNode();
main(process.argv.slice(2)).catch((error) => {
	reportFailure(error);
	console.log('0 passed, 1 failed');
});
