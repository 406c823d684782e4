import type { Page } from '@playwright/test';
import type { Entry } from '../../src/lib/core/log/entry';
import type { Scenario } from './scenario';

/** The attempts that are not handed in, each with the items that have been answered in it. */
function openAttempts(entries: readonly Entry[]): ReadonlyMap<string, ReadonlySet<string>> {
	const open = new Map<string, Set<string>>();
	for (const entry of entries) if (entry.kind === 'start') open.set(entry.attempt, new Set());
	for (const entry of entries) {
		if (entry.kind === 'answer') open.get(entry.attempt)?.add(entry.item);
		if (entry.kind === 'finish') open.delete(entry.attempt);
	}
	return open;
}

/** How many answers an attempt that is opened shows; on Today before and after. */
function readAnswered(page: Page, attempt: string): Promise<number> {
	return page.evaluate(async (attempt) => {
		const until = async (isSo: () => boolean) => {
			for (const start = performance.now(); !isSo();) {
				if (performance.now() - start > 5_000) throw new Error(`stuck on ${location.href}`);
				await new Promise((resolve) => setTimeout(resolve, 2));
			}
		};
		const go = (href: string) => {
			const link = document.createElement('a');
			link.href = href;
			document.body.append(link);
			link.click();
			link.remove();
		};
		const home = location.href;
		go(`${home}quiz/run/?id=${attempt}`);
		const bar = () => document.querySelector<HTMLProgressElement>('.run > header > progress');
		await until(() => bar() !== null);
		const answered = bar()?.value ?? 0;
		go(home);
		await until(() => document.querySelector('.go[aria-busy="false"]') !== null);
		return answered;
	}, attempt);
}

/** An attempt that was open when the browser was killed goes on with what the log holds of it. */
async function resumed(page: Page, _: string, entries: readonly Entry[]) {
	const [attempt, items] = [...openAttempts(entries)].at(-1) ?? [];
	if (attempt === undefined || items === undefined) return [];
	const answered = await readAnswered(page, attempt);
	return answered === items.size
		? []
		: [`attempt ${attempt} goes on with ${answered} answers, the log has ${items.size}`];
}

/** A quiz of five or ten is begun, answered at once or at the end, left, taken up again and handed in. */
export const quiz: Scenario = {
	name: 'quiz',
	kills: { full: 60, short: 5 },
	longestMs: 900,
	eagerness: { study: 0, leave: 0.5, settings: 0, quiz: 10, pick: 8, begin: 2, resume: 10 },
	look: resumed
};
