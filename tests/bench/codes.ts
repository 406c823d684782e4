/**
 * How long QR codes take: made, read in frames as a phone's camera gives them, and a class of 30
 * sheets that pass by. `npm run bench -- codes`.
 */
import { makeCode } from '../../src/lib/core/code/make-code';
import { readFrame, type Pixels } from '../../src/lib/platform/code/read-pixels';
import { summarize } from '../../src/tools/bench/summary.js';
import { seeCode, someDigits, toPixels, type View } from '../support/code-picture';

/** Digits of a sheet of 20 answers, and of the longest that goes into a code. */
const [SHEET, LONGEST] = [780, 2_200];

const FULL_HD: View = { width: 1920, height: 1080, scale: 8, turn: 6, noise: 12 };

const RUNS = 40;
const SHEETS = 30;

/** Frames of a moving hand before each sheet that have no code in them, and what a look waits. */
const [FRAMES_BETWEEN, PAUSE] = [3, 60];

const linkOf = (digits: number) => `https://kachi.example.org/a/#${someDigits(digits)}`;

function frameOf(digits: number, view: View): Pixels {
	const code = makeCode(linkOf(digits), 'phone');
	if (!code.ok) throw new Error(code.error);
	return toPixels(seeCode(code.value, view));
}

function millisecondsOf(act: () => unknown): number {
	const start = performance.now();
	act();
	return performance.now() - start;
}

const timesOf = (act: () => unknown) => {
	act();
	return summarize(Array.from({ length: RUNS }, () => millisecondsOf(act)));
};

/** Seconds for the sheets of a class, each with frames before it that are blurred beyond reading. */
function readClass() {
	const empty = frameOf(SHEET, { ...FULL_HD, scale: 1 });
	let [milliseconds, looks, read] = [0, 0, 0];
	for (let sheet = 0; sheet < SHEETS; sheet++) {
		const digits = SHEET + sheet;
		const seen = frameOf(digits, { ...FULL_HD, turn: sheet * 3 - 45 });
		for (const frame of [...Array.from({ length: FRAMES_BETWEEN }, () => empty), seen]) {
			milliseconds += PAUSE + millisecondsOf(() => (read += readFrame(frame).length));
			looks += 1;
		}
	}
	return { sheets: SHEETS, read, looks, seconds: Math.round(milliseconds / 100) / 10 };
}

export function main(): Promise<number> {
	const sheet = frameOf(SHEET, FULL_HD);
	const longest = frameOf(LONGEST, FULL_HD);
	const small = frameOf(SHEET, { ...FULL_HD, width: 640, height: 480, scale: 4 });
	const nothing = frameOf(SHEET, { ...FULL_HD, scale: 1 });
	const figures = {
		makeMs: timesOf(() => makeCode(linkOf(SHEET), 'phone')),
		sheetFullHdMs: timesOf(() => readFrame(sheet)),
		longestFullHdMs: timesOf(() => readFrame(longest)),
		sheetVgaMs: timesOf(() => readFrame(small)),
		nothingFullHdMs: timesOf(() => readFrame(nothing)),
		classOf30: readClass()
	};
	process.stdout.write(`${JSON.stringify(figures)}\n`);
	return Promise.resolve(0);
}
