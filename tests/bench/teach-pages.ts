/**
 * How long a teacher waits, in the page as it is built: a table of 200 students by 40 questions that
 * is opened, sorted and marked again, 500 sheets that are taken in, and 30 that a camera sees. Each
 * with the longest time in which the page could not answer. `npm run bench -- teach`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { toQrLink, readLink } from '../../src/lib/core/assignment/link';
import { MAX_SHEETS } from '../../src/lib/core/assignment/caps';
import { chromiumOptions, say, withSite } from '../../src/tools/bench/measured-site.js';
import {
	openInstalled,
	throttle,
	timeLoop,
	withProfile
} from '../../src/tools/bench/study-session.js';
import { valueOf } from '../support/assignments';
import { fakeCameraArgs, writeCameraFile } from '../support/fake-camera';
import { measured, openedAt, timed, watchTasks } from './page-probe';
import { sendQuiz, sheetsFor } from './teach-class';

const STUDENTS = 200;
const SCANNED = 30;
/** A hand that passes phones under a camera: this long each. */
const SECONDS_SEEN = 0.5;

const rates = [1, 4];
const size = { width: 1280, height: 800 };

const TABLE = `table[aria-rowcount="${STUDENTS + 1}"] tbody tr`;
const totals = { changes: 'td.total' };

async function takeIn(page: Page) {
	const button = page.locator('[data-incoming] .primary');
	return timed(page, { appears: '[data-taken]' }, () => button.click());
}

async function takeBack(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Take that back' }).click();
	await page.locator('[data-taken]').waitFor({ state: 'detached' });
}

async function openBox(page: Page): Promise<void> {
	const box = page.locator('textarea');
	if (!(await box.isVisible())) await page.locator('summary').first().click();
	await box.waitFor();
}

async function paste(page: Page, text: string) {
	await openBox(page);
	await page.locator('textarea').fill(text);
	const find = page.getByRole('button', { name: 'Find the sheets' });
	return timed(page, { appears: '[data-incoming]' }, () => find.click());
}

async function choose(page: Page, path: string) {
	await openBox(page);
	const input = page.locator('input[type="file"]');
	return timed(page, { appears: '[data-incoming]' }, () => input.setInputFiles(path));
}

interface Sheets {
	/** For the table. */
	readonly few: string;
	/** As many as are taken at once. */
	readonly many: string;
	readonly file: string;
}

/** 500 sheets by text and by file, each taken back again. */
async function measureImport(page: Page, { many, file }: Sheets) {
	const pasted = { preview: await paste(page, many), takeIn: await takeIn(page) };
	await takeBack(page);
	const chosen = { preview: await choose(page, file), takeIn: await takeIn(page) };
	await takeBack(page);
	return { sheets: MAX_SHEETS, pasted, chosen };
}

async function measureTable(page: Page) {
	const open = await openedAt(page, page.url(), TABLE);
	const loopMs = await timeLoop(page);
	const header = (name: string) => page.locator('thead th').getByRole('button', { name });
	const sorts: unknown[] = [];
	for (const name of ['Total', 'Total', 'Name']) {
		sorts.push(await timed(page, { changes: 'tbody th' }, () => header(name).click()));
	}
	const typed = page.getByRole('button', { name: 'Question 30' });
	const question = await timed(page, { appears: 'dialog h2' }, () => typed.click());
	const accept = page.locator('dialog').getByRole('button', { name: /^Accept this/ });
	const accepted = await timed(page, totals, () => accept.first().click());
	await page.locator('dialog').getByRole('button', { name: 'Take back' }).first().click();
	await page.getByRole('button', { name: 'Close' }).click();
	const someone = page.locator('tbody th button').first();
	const student = await timed(page, { appears: 'dialog h2' }, () => someone.click());
	await page.getByRole('button', { name: 'Close' }).click();
	return { loopMs, students: STUDENTS, open, sorts, question, accepted, student };
}

async function measureMarking(url: string) {
	const folder = mkdtempSync(join(tmpdir(), 'kachi-bench-'));
	try {
		return await withProfile(async (context) => {
			const page = context.pages()[0] ?? (await context.newPage());
			await page.setViewportSize(size);
			await page.addInitScript(watchTasks);
			await openInstalled(page, url);
			const link = await sendQuiz(page, url);
			const many = await sheetsFor(link, 1_000, MAX_SHEETS);
			const few = await sheetsFor(link, 1, STUDENTS);
			const file = join(folder, 'sheets.txt');
			writeFileSync(file, many);
			say('teach: the quiz is sent, and its sheets are sealed');
			await page.locator('.sent > a.button').click();
			await page.locator('textarea').waitFor();
			const figures: Record<string, unknown> = {};
			const imports: unknown[] = [];
			for (const rate of rates) {
				await throttle(page, rate);
				imports.push(await measureImport(page, { few, many, file }));
				say(`teach: 1,000 sheets taken in at ${rate}x`);
			}
			await paste(page, few);
			await takeIn(page);
			for (const [at, rate] of rates.entries()) {
				await throttle(page, rate);
				figures[`${rate}x`] = { imports: imports[at], table: await measureTable(page) };
				say(`teach: the table at ${rate}x`);
			}
			return { link, figures };
		});
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Sheets that pass before a camera, one after another, until each was read. */
async function measureScan(url: string, sheets: string, rate: number) {
	const folder = mkdtempSync(join(tmpdir(), 'kachi-bench-'));
	const film = join(folder, 'camera.y4m');
	const codes = sheets.split('\n').map((link) => toQrLink(`${url}a/`, valueOf(readLink(link))));
	writeCameraFile(film, codes, SECONDS_SEEN);
	const { args, ...options } = await chromiumOptions();
	const browser = await chromium.launch({ ...options, args: [...args, ...fakeCameraArgs(film)] });
	try {
		const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
		await page.addInitScript(watchTasks);
		await page.goto(`${url}collect/`);
		await page.locator('textarea').waitFor();
		await throttle(page, rate);
		const scan = page.getByRole('button', { name: 'Scan a code' });
		const all = { appears: `[data-count="${codes.length}"]` };
		const figures = await timed(page, all, () => scan.click(), 180_000);
		return { sheets: codes.length, filmSeconds: codes.length * SECONDS_SEEN, ...figures };
	} finally {
		await browser.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

export async function main([dir]: string[]): Promise<number> {
	const figures = await withSite(dir, async ({ url }) => {
		const { link, figures: marking } = await measureMarking(url);
		const scan: Record<string, unknown> = {};
		const sheets = await sheetsFor(link, 1, SCANNED);
		for (const rate of rates) scan[`${rate}x`] = await measureScan(url, sheets, rate);
		return { ...measured, load: loadavg()[0], marking, scan };
	});
	process.stdout.write(`${JSON.stringify(figures)}\n`);
	return 0;
}
