import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { bankIndex } from '../../src/lib/core/bank/bank-parts';
import { generateCards } from '../../src/lib/core/bank/generate-cards';
import type { Entry } from '../../src/lib/core/log/entry';
import { stateOf, tallyOf } from '../../src/lib/core/log/fold';
import type { CardState } from '../../src/lib/core/log/fold-card';
import { foldLog } from '../../src/lib/core/log/fold-log';
import { settingsOf } from '../../src/lib/core/log/settings';
import { createScheduler, memoryModel } from '../../src/lib/core/scheduling/scheduler';
import { planStudy } from '../../src/lib/core/scheduling/study-queue';
import { studyDay } from '../../src/lib/core/study-day';
import { daysText, secondsText } from '../../src/lib/ui/interval-text';
import { bankFolders, compileFiles, readBankFiles } from '../../src/tools/bank/read-bank';

/** What the app makes of the log, as far as it can be seen. */
export interface Shown {
	/** The numbers on Today: due, new, done, then the cards seen of each topic. */
	readonly today: readonly string[];
	/** By card: when it comes back, and how often it was answered and forgotten. */
	readonly cards: Readonly<Record<string, readonly string[]>>;
}

const banks = bankFolders(fileURLToPath(new URL('../../questions', import.meta.url))).map(
	(folder) => {
		const compiled = compileFiles(readBankFiles(folder));
		if (!compiled.ok) throw new Error('the banks do not compile');
		return bankIndex(compiled.value);
	}
);
const cards = generateCards(banks);

/** The keys of all cards there are. */
export const cardKeys: readonly string[] = cards.map(({ key }) => key);

export const items: readonly string[] = [...new Set(cards.map(({ item }) => item))];

function cardTexts(state: CardState | undefined, now: number, day: number): readonly string[] {
	if (!state) return ['New: not studied yet'];
	const { due, reps, lapses } = state;
	const seconds = 'at' in due ? (due.at - now) / 1000 : 0;
	const days = 'day' in due ? due.day - day : 0;
	const time = days > 0 ? daysText(days, 'en') : secondsText(Math.max(60, seconds), 'en');
	const returns = days > 0 || seconds > 0 ? `Comes back in ${time}` : 'Due now';
	const forgotten = lapses > 0 ? `, forgotten ${lapses}× after it had been learnt` : '';
	return [returns, `Reviewed ${reps}×${forgotten}`];
}

/** What is to be seen: the fold of the stored log, worked out here and not by the page. */
export function foldShown(
	entries: readonly Entry[],
	now: number,
	wanted: readonly string[]
): Shown {
	const fold = foldLog(entries, memoryModel);
	const settings = settingsOf(fold.settings.live);
	const day = studyDay(now, -new Date(now).getTimezoneOffset(), settings.rolloverHour);
	const limits = { new: settings.newPerDay, reviews: settings.reviewsPerDay };
	const scheduler = createScheduler({ desiredRetention: settings.desiredRetention });
	const plan = planStudy({ cards, fold, day, limits, scheduler });
	const tally = tallyOf(fold, day);
	const done = tally.new + tally.review + tally.step + tally.practice;
	const topics = banks.flatMap(({ id, topics }) =>
		topics.map((topic) => {
			const own = cards.filter((card) => card.topic === topic.id && card.item.startsWith(`${id}/`));
			return `${own.filter(({ key }) => stateOf(fold, key)).length} of ${own.length}`;
		})
	);
	const shown = wanted.flatMap((item) => cards.filter((card) => card.item === item));
	return {
		today: [plan.due.length + plan.learning.length, plan.fresh.length, done, ...topics].map(String),
		cards: Object.fromEntries(
			shown.map(({ key }) => [key, cardTexts(stateOf(fold, key), now, day)])
		)
	};
}

/** Reads Today, which is open, then the pages of some items on the way there and back. */
export function readShown(page: Page, wanted: readonly string[]): Promise<Shown> {
	return page.evaluate(async (wanted) => {
		const textOf = (element: Element) => element.textContent?.trim() ?? '';
		const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
		const until = async (isSo: () => boolean) => {
			for (const start = performance.now(); !isSo();) {
				if (performance.now() - start > 5_000) throw new Error(`stuck on ${location.href}`);
				await new Promise((resolve) => setTimeout(resolve, 2));
			}
		};
		/** As a link does, and without one. */
		const go = (href: string) => {
			const link = document.createElement('a');
			link.href = href;
			document.body.append(link);
			link.click();
			link.remove();
		};

		// Topics wait for what else stands on Today, so that nothing jumps.
		await until(() => all('[data-topic]').length > 0);
		const today = [
			...all('.picture dd').map(textOf),
			all('[data-done]')[0]?.dataset.done ?? '',
			...all('[data-topic] small').map((each) => textOf(each).match(/\d+ of \d+/)?.[0] ?? '')
		];
		const home = location.href;
		const cards: Record<string, readonly string[]> = {};
		for (const item of wanted) {
			go(`${home}item/?id=${encodeURIComponent(item)}`);
			await until(() => all(`dd[data-card^="${item}#"]`).length > 0);
			for (const state of all('dd[data-card]')) {
				const texts = [
					...(state.parentElement?.querySelectorAll('dd:not([data-memory])') ?? [])
				].map(textOf);
				cards[state.dataset.card ?? ''] = texts;
			}
		}
		if (wanted.length > 0) go(home);
		await until(() => all('.go[aria-busy="false"]').length > 0);
		return { today, cards };
	}, wanted);
}
