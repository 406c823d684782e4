// @ts-check
import { loadavg } from 'node:os';
import { say, withSite } from './measured-site.js';
import {
	openInstalled,
	pointAt,
	startStudy,
	throttle,
	timeLoop,
	whatIsAsked,
	withProfile
} from './study-session.js';
import { summarize, summarizeWithin } from './summary.js';

/**
 * @typedef {import('./study-session.js').Page} Page
 * @typedef {import('./study-session.js').Asked} Asked
 * @typedef {object} Timing of one press, in milliseconds
 * @property {number} start when the press came, on the page's clock
 * @property {number} painted since then
 * @property {number} [saved] since then, of an answer with a result
 * @property {boolean} ended whether no card came
 * @typedef {Timing & { asked: Asked, isFirst: boolean, presented: number }} Sample
 * @typedef {{ start: number, duration: number }} EventTiming
 */

const rates = [1, 4];
const budgets = { painted: 50, saved: 80 };

/** Of answers and of cards that came next, at each rate. */
const ENOUGH = 60;

/** A session is left after so many: what remains are the same few cards again and again. */
const ANSWERS_A_SESSION = 30;

/** How long the page is left alone before each press: nobody answers faster. */
const PAUSE_MS = 150;

/** Event Timing tells of nothing that took less. */
const LEAST_EVENT_MS = 16;

/**
 * Runs in the page and keeps the browser's own measure beside ours, as a check: the duration of
 * a click's Event Timing entry ends when the next frame is handed to the screen, but it is rounded
 * to 8 ms, and whether that frame shows the change it does not say.
 */
function keepEventTimings() {
	/** @type {EventTiming[]} */
	const kept = [];
	Object.assign(window, { kachiEvents: kept });
	const observer = new PerformanceObserver((list) => {
		for (const { name, startTime, duration } of list.getEntries()) {
			if (name === 'click') kept.push({ start: startTime, duration });
		}
	});
	const options = { type: 'event', durationThreshold: 16 };
	observer.observe(options);
}

/**
 * Runs in the page and times the next click until its change is painted: the change is in the
 * document, the frame that shows it has been made, and the frame after that begins. The second of
 * two nested animation frames is the first moment a page can know that; it is late by at most one
 * frame and never early.
 *
 * @param {Asked} asked
 */
function armProbe(asked) {
	const GIVE_UP_MS = 10_000;
	const item = document.querySelector('article > :nth-child(2)');
	const has = (/** @type {string} */ selector) => document.querySelector(selector) !== null;
	const hasEnded = () => has('.end');
	const isNextCard = () =>
		!item?.isConnected && (has('.give-up') || has('footer > .primary') || hasEnded());
	const isShown = {
		answer: () => has('footer .bar'),
		giveUp: () => has('footer .bar'),
		reveal: () => has('footer [data-rating]'),
		next: isNextCard,
		rate: isNextCard
	}[asked];

	const until = (/** @type {() => boolean} */ isSo) =>
		new Promise((resolve) => {
			const look = () => {
				if (!isSo()) return;
				observer.disconnect();
				resolve(undefined);
			};
			const observer = new MutationObserver(look);
			observer.observe(document, { subtree: true, childList: true, attributes: true });
		});
	const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

	/** @param {number} start @returns {Promise<Timing>} */
	const measure = async (start) => {
		const isSaved = () => has('[data-saved="saved"]');
		const isAnswer = asked === 'answer' || asked === 'giveUp';
		const saving = isAnswer && until(isSaved).then(() => performance.now() - start);
		await until(isShown);
		await frame();
		await frame();
		const painted = performance.now() - start;
		const saved = await saving;
		return { start, painted, ended: hasEnded(), ...(saved === false ? {} : { saved }) };
	};

	const clicked = new Promise((resolve) => {
		const onclick = (/** @type {Event} */ event) => resolve(event.timeStamp);
		addEventListener('click', onclick, { capture: true, once: true });
	});
	const late = new Promise((_, reject) => {
		setTimeout(() => reject(new Error(`nothing came of the ${asked}`)), GIVE_UP_MS);
	});
	Object.assign(window, { kachiProbe: Promise.race([clicked.then(measure), late]) });
}

/**
 * Presses what is asked for.
 * @param {Page} page
 * @param {Asked} asked
 * @returns {Promise<Timing>}
 */
export async function timePress(page, asked) {
	const { x, y } = await pointAt(page, asked);
	await page.evaluate(armProbe, asked);
	await page.waitForTimeout(PAUSE_MS);
	// By the mouse and not by the locator, which would run checks of its own in the page.
	await page.mouse.click(x, y);
	return page.evaluate(() => /** @type {any} */ (window).kachiProbe);
}

/** @param {Page} page @returns {Promise<EventTiming[]>} */
async function readEventTimings(page) {
	// The last one comes some time after its frame.
	await page.waitForTimeout(1_000);
	return page.evaluate(() => /** @type {any} */ (window).kachiEvents);
}

/**
 * @param {Page} page in an open session
 * @param {number} most answers, after which the session is left
 * @returns {Promise<Sample[]>}
 */
export async function timeSession(page, most) {
	await page.evaluate(keepEventTimings);
	/** @type {(Timing & { asked: Asked, isFirst: boolean })[]} */
	const timings = [];
	const answers = () => timings.filter(({ asked }) => asked !== 'next' && asked !== 'reveal');
	while (answers().length < most) {
		const asked = await whatIsAsked(page);
		if (!asked) break;
		const isFirst = !timings.some((timing) => timing.asked === asked);
		timings.push({ asked, isFirst, ...(await timePress(page, asked)) });
	}
	const events = await readEventTimings(page);
	return timings.map((timing) => {
		const event = events.find(({ start }) => Math.abs(start - timing.start) < 1);
		return { ...timing, presented: event?.duration ?? LEAST_EVENT_MS };
	});
}

/** @param {readonly Sample[]} samples @param {Asked} asked */
function describe(samples, asked) {
	const ones = samples.filter((sample) => sample.asked === asked && !sample.ended);
	const painted = (/** @type {readonly Sample[]} */ some) => some.map((sample) => sample.painted);
	return {
		...summarizeWithin(painted(ones), budgets.painted),
		firstOfSession: summarize(painted(ones.filter(({ isFirst }) => isFirst))),
		eventTiming: summarize(ones.map(({ presented }) => presented))
	};
}

/** What the presses of one or more sessions took. @param {readonly Sample[]} samples */
export function describeAll(samples) {
	const saved = samples.flatMap((sample) => (sample.saved === undefined ? [] : [sample.saved]));
	return {
		answerToResultPainted: describe(samples, 'answer'),
		giveUpToResultPainted: describe(samples, 'giveUp'),
		nextToCardPainted: describe(samples, 'next'),
		rateToCardPainted: describe(samples, 'rate'),
		revealToAnswerPainted: describe(samples, 'reveal'),
		answerToSaved: summarizeWithin(saved, budgets.saved)
	};
}

/** @param {readonly Sample[]} samples */
function isEnough(samples) {
	const count = (/** @type {Asked} */ wanted) =>
		samples.filter(({ asked, ended }) => asked === wanted && !ended).length;
	return count('answer') >= ENOUGH && count('next') >= ENOUGH;
}

/** @param {string} url @param {number} rate */
async function measureAt(url, rate) {
	/** @type {Sample[]} */
	const samples = [];
	let loopMs = 0;
	let sessions = 0;
	for (; !isEnough(samples); sessions += 1) {
		const session = await withProfile(async (context) => {
			const page = context.pages()[0] ?? (await context.newPage());
			await openInstalled(page, url);
			await throttle(page, rate);
			loopMs = await timeLoop(page);
			await startStudy(page);
			return timeSession(page, ANSWERS_A_SESSION);
		});
		samples.push(...session);
		say(`latency at ${rate}x: ${samples.length} presses in ${sessions + 1} sessions`);
	}
	return { sessions, loopMs: Math.round(loopMs), load: loadavg()[0], ...describeAll(samples) };
}

/** How long a press takes in a study session, in milliseconds. @param {string | undefined} dir */
export function measureLatency(dir) {
	return withSite(dir, async ({ url }) => {
		/** @type {Record<string, unknown>} */
		const figures = { slowedBy: 'CDP throttle, main thread only; budgets are for 4x', unit: 'ms' };
		for (const rate of rates) figures[`${rate}x`] = await measureAt(url, rate);
		return figures;
	});
}
