import type { Page } from '@playwright/test';
import { shuffled, type Random } from '../../src/lib/core/random';
import type { Complaints } from './ledger';
import type { Profile } from './profile';
import type { Scenario } from './scenario';
import { foldShown, items, readShown, type Shown } from './shown';
import { readStoredLog } from './stored-log';

/** What was found wrong when the app was opened on what a killed browser had left. */
export interface Verdict extends Complaints {
	/** What the app shows that the fold of its log does not come to. */
	readonly unlike: readonly string[];
	/** It does not open, or says that something is wrong. */
	readonly troubled: readonly string[];
}

const OPENS_WITHIN_MS = 15_000;

/** How many items are looked at each time: it takes time, and the others have theirs later. */
const ITEMS_SEEN = 1;

const isReplaced = (error: unknown) =>
	error instanceof Error && /navigat|context was destroyed|frame was detached/i.test(error.message);

/** Reads from a page that may become another release meanwhile, and then is read anew. */
async function readOpen<T>(page: Page, read: () => Promise<T>): Promise<T> {
	for (const start = performance.now(); ;) {
		try {
			await page.locator('.go[aria-busy="false"]').waitFor({ timeout: OPENS_WITHIN_MS });
			return await read();
		} catch (error) {
			if (!isReplaced(error) || performance.now() - start > OPENS_WITHIN_MS) throw error;
		}
	}
}

function differences(shown: Shown, folded: Shown): readonly string[] {
	const [is, should] = [JSON.stringify(shown), JSON.stringify(folded)];
	return is === should ? [] : [`shown ${is}, the log says ${should}`];
}

interface Opening {
	readonly page: Page;
	readonly url: string;
	readonly profile: Profile;
	/** Where the page's clock stands. */
	readonly now: number;
	readonly random: Random;
	readonly look?: Scenario['look'];
}

async function openAndJudge(opening: Opening): Promise<Verdict> {
	const { page, url, profile, now, random, look } = opening;
	const troubled: string[] = [];
	page.on('pageerror', ({ message }) => troubled.push(message));
	await page.goto(url, { waitUntil: 'commit', timeout: OPENS_WITHIN_MS });
	const wanted = shuffled(items, random).slice(0, ITEMS_SEEN);
	const { log, shown, alerts, hasWorker } = await readOpen(page, async () => ({
		log: await readStoredLog(page),
		shown: await readShown(page, wanted),
		alerts: await page.locator('[role="alert"]').allInnerTexts(),
		hasWorker: await page.evaluate(() => navigator.serviceWorker.controller !== null)
	}));
	profile.hasWorker ||= hasWorker;
	const unlike = [
		...differences(shown, foldShown(log.entries, now, wanted)),
		...((await look?.(page, url, log.entries)) ?? [])
	];
	return { ...profile.ledger.judge(log), unlike, troubled: [...troubled, ...alerts] };
}

/** Opens the app as the learner would and holds what is there against what is known. */
export async function judge(opening: Opening): Promise<Verdict> {
	try {
		return await openAndJudge(opening);
	} catch (error) {
		const troubled = [`it does not open: ${String(error)}`];
		return { lost: [], doubled: [], torn: [], unlike: [], troubled };
	}
}
