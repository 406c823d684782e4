// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadavg } from 'node:os';
import { ensureBuilt, root } from '../set-up.js';
import { callBench, openBenchPage } from './bench-page.js';
import { describeAll, timeSession } from './latency.js';
import { say, withSite } from './measured-site.js';
import { openInstalled, startStudy, throttle, timeLoop, withProfile } from './study-session.js';

const CARDS = 10_000;
const TOPICS = 10;
const ANSWERS = 200;

const rates = [1, 4];

/** @param {string} text */
const inAllLanguages = (text) => `{ en: ${text}, ko: ${text}, ja: ${text} }`;

/** @param {number} n */
const itemOf = (n) => `  - id: item-${n}
    kind: choice
    stem: Which of these is number ${n}?
    options:
      - { id: a, text: The number ${n}, key: true }
      - { id: b, text: The number ${n + 1}, why: It comes after. }
      - { id: c, text: The number ${n + 2}, why: It comes later. }
    explanation: Number ${n} is number ${n}.
    evidence: [{ source: numbers, paragraph: 1, terms: [numbers] }]
    derived: Counting.
    claim: fact
    difficulty: easy
`;

/** Writes a bank of 10,000 items, which are those of the long log. @returns the folder of banks */
function writeBank() {
	const questions = join(root, 'node_modules/.cache/kachi/large-bank');
	const bank = join(questions, 'bench');
	mkdirSync(bank, { recursive: true });
	const topics = Array.from({ length: TOPICS }, (_, at) => `topic-${at}`);
	const listed = topics.map((id) => `  - { id: ${id}, title: ${inAllLanguages(id)} }\n`).join('');
	const head = `id: bench\nlang: en\ntitle: ${inAllLanguages('Bench')}\ntopics:\n${listed}`;
	writeFileSync(join(bank, 'bank.yaml'), head);
	const source = `sources:
  - id: numbers
    title: Numbers
    titleGiven: true
    about: ${inAllLanguages('Numbers.')}
    cautions: [${inAllLanguages('Made up.')}]
    paragraphs: [{ n: 1, terms: [numbers] }]
`;
	writeFileSync(join(bank, 'sources.yaml'), source);
	topics.forEach((topic, at) => {
		const size = CARDS / TOPICS;
		const items = Array.from({ length: size }, (_, n) => itemOf(at * size + n)).join('\n');
		writeFileSync(join(bank, `${topic}.yaml`), `items:\n${items}`);
	});
	return questions;
}

/** @param {string} url @param {number} rate */
function measureAt(url, rate) {
	return withProfile(async (context) => {
		const page = context.pages()[0] ?? (await context.newPage());
		await openInstalled(page, url);
		const bench = await openBenchPage(context, url);
		const { entries } = await callBench(bench, 'fill', new URL(url).pathname, CARDS);
		await bench.close();
		await page.bringToFront();
		await page.reload();
		await throttle(page, rate);
		const loopMs = Math.round(await timeLoop(page));
		await startStudy(page);
		const samples = await timeSession(page, ANSWERS);
		say(`large: ${ANSWERS} answers at ${rate}x`);
		return { entries, loopMs, load: loadavg()[0], ...describeAll(samples) };
	});
}

/** How long a press takes with 10,000 cards in the bank and 100,000 entries in the log, in ms. */
export async function measureLarge() {
	const outDir = 'build-large';
	await ensureBuilt({ outDir, questions: writeBank(), quiet: true });
	return withSite(join(root, outDir), async ({ url }) => {
		/** @type {Record<string, unknown>} */
		const figures = { cards: CARDS, unit: 'ms', slowedBy: 'CDP throttle, main thread only' };
		for (const rate of rates) figures[`${rate}x`] = await measureAt(url, rate);
		return figures;
	});
}
