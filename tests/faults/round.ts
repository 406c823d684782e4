import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Entry } from '../../src/lib/core/log/entry';
import { seededRandom, type Random } from '../../src/lib/core/random';
import { storedLog } from '../support/study';
import { createTally, type Figures } from './figures';
import type { Verdict } from './judge';
import type { Run } from './kill-often';
import { launch } from './killed-browser';
import { makeProfile, type Profile } from './profile';
import { createBook, type Book } from './round-book';
import { collect, sendQuiz, take, takeIn, type SentQuiz, type Stage } from './round-steps';
import type { Site } from './scenario';
import { openSite } from './site';
import { hasTornWrite } from './torn-write';

const STEPS = { take, collect, takeIn } as const;
type StepName = keyof typeof STEPS;

/** The kill comes so long after the press that matters, at most. */
const LONGEST_MS: Readonly<Record<StepName, number>> = { take: 1_500, collect: 120, takeIn: 120 };
/** A step that has not ended by then hangs. */
const STUCK_MS = 60_000;
const MOST_LIVES = 12;

interface Round {
	readonly profile: Profile;
	readonly site: Site;
	readonly book: Book;
	readonly random: Random;
	quiz?: SentQuiz;
}

/** Opens both pages that show sheets, and holds them and the log against what is known. */
async function judge(page: Page, { site, book, quiz }: Round): Promise<Verdict> {
	const troubled: string[] = [];
	page.on('pageerror', ({ message }) => troubled.push(message));
	await page.goto(`${site.url}collect/`);
	const collected = await page.locator('[data-count]').getAttribute('data-count');
	const alerts = await page.locator('[role="alert"]').allInnerTexts();
	const entries = (await storedLog(page)).entries as unknown as readonly Entry[];
	const shown = [[Number(collected), book.countOf(entries, 'collected')]];
	if (quiz) {
		await page.goto(`${site.url}teach/mark/?id=${quiz.set}`);
		await page.locator('.mark').waitFor();
		shown.push([await page.locator('tbody tr').count(), book.countOf(entries, 'sheet')]);
		alerts.push(...(await page.locator('[role="alert"]').allInnerTexts()));
	}
	const unlike = shown.flatMap(([is, should]) =>
		is === should ? [] : [`${is} sheets are shown, the log has ${should}`]
	);
	return { ...book.judge(entries), unlike, troubled: [...troubled, ...alerts] };
}

/** Goes a step until the kill is due. @returns what went wrong before it */
async function goStep(step: StepName, stage: Omit<Stage, 'about'>, random: Random) {
	let strike = (): void => undefined;
	const struck = new Promise<string[]>((resolve) => (strike = () => resolve([])));
	const isAfter = random() < 0.4;
	const ms = LONGEST_MS[step] * random();
	const about = () => void (isAfter || setTimeout(strike, ms));
	// What was called saved is to be there at once: no time is left to it.
	const done = STEPS[step]({ ...stage, about }).then(
		() => [],
		(error: unknown) => [`${step}: ${String(error)}`]
	);
	const stuck = sleep(STUCK_MS, [`${step} hangs`], { ref: false });
	return Promise.race([struck, done, stuck]);
}

async function live(round: Round, count: (what: string) => void): Promise<Verdict> {
	const { profile, site, book, random } = round;
	const { page, kill } = await launch(profile.folder);
	try {
		const verdict = await judge(page, round);
		const quiz = (round.quiz ??= await sendQuiz(page, site.url));
		const names = Object.keys(STEPS) as StepName[];
		const step = names[Math.floor(names.length * random())] ?? 'take';
		const troubles = await goStep(step, { page, url: site.url, quiz, book }, random);
		count(step);
		return { ...verdict, troubled: [...verdict.troubled, ...troubles] };
	} catch (error) {
		const troubled = [`it does not open: ${String(error)}`];
		return { lost: [], doubled: [], torn: [], unlike: [], troubled };
	} finally {
		await kill();
	}
}

async function judgeLast(round: Round): Promise<Verdict> {
	const { page, kill } = await launch(round.profile.folder);
	try {
		return await judge(page, round);
	} finally {
		await kill();
	}
}

/** A quiz that was set is taken, handed in, collected and marked, by a browser that is killed. */
async function play({ kills, seed, dir, say }: Run): Promise<Figures> {
	const tally = createTally(round.name, seed, say);
	const site = await openSite(dir);
	while (tally.sums.kills < kills) {
		const random = seededRandom(`${seed}:round:${kills - tally.sums.kills}`);
		const one: Round = { profile: makeProfile(random), site, book: createBook(), random };
		const end = Math.min(kills, tally.sums.kills + MOST_LIVES);
		while (tally.sums.kills < end) {
			tally.note(await live(one, tally.count));
			tally.sums.kills += 1;
			if (!hasTornWrite(one.profile.folder)) continue;
			tally.count('tornWrites');
			break;
		}
		tally.note(await judgeLast(one));
		tally.close(one.book);
		one.profile.remove();
	}
	await site.close();
	return tally.figures();
}

export const round = { name: 'round', kills: { full: 60, short: 5 }, play } as const;
