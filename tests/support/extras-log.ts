/** Logs and choices that lead to what a session says and does now and then. */
import type { Page } from '@playwright/test';
import type { Entry } from '../../src/lib/core/log/entry';
import { AGAIN, GOOD } from '../../src/lib/core/scheduling/rating';
import { studyDay } from '../../src/lib/core/study-day';
import { allCards, itemOf } from './authored';
import { entry, review } from './entries';
import { putInLog } from './stored-data';
import { openToday } from './study';

const SEOUL = 540;
const today = () => studyDay(Date.now(), SEOUL, 4);

/** Logical times of days before this one; the app's own are far later. */
const on = (daysAgo: number) => (today() - daysAgo) * 100;

/** Cards of flashcards, one of each group. */
export function flashcards(): readonly string[] {
	const groups = new Map<string, string>();
	for (const card of allCards()) {
		const { kind, fact, id } = itemOf(card);
		const group = fact ?? id;
		if (kind === 'flashcard' && !groups.has(group)) groups.set(group, card);
	}
	return [...groups.values()];
}

/** A card that was learnt, then forgotten on each day, so many times, and is due. */
export const lapsed = (card: string, times: number): readonly Entry[] => [
	review('wren.1', on(times + 1), card, GOOD, { interval: 1 }),
	...Array.from({ length: times }, (_, at) =>
		review(`wren.${at + 2}`, on(times - at), card, AGAIN, { interval: 1 })
	)
];

/** Cards that are due. */
export const due = (cards: readonly string[]): readonly Entry[] =>
	cards.map((card, at) => review(`lark.${at + 1}`, on(3) + at, card, GOOD, { interval: 2 }));

/** A card that waits for a day to come. */
export const waiting = (card: string): Entry =>
	review('rook.1', on(4), card, GOOD, { interval: 6 });

/** A card in its steps that comes back in an hour. */
export const inAnHour = (card: string): Entry =>
	review('rook.2', on(0), card, GOOD, { at: Date.now(), day: today(), delay: 3_600, step: 0 });

/** No new cards. */
export const nothingNew = (): Entry =>
	entry('setting', 'rook.3', on(9), { key: 'newPerDay', value: 0 });

/** Puts entries of other devices into the log of a learner who has none yet. */
export async function openWith(page: Page, url: string, entries: readonly Entry[]): Promise<void> {
	await openToday(page, url);
	await putInLog(
		page,
		entries.map((each) => {
			const [device = '', seq] = each.id.split('.');
			return [[device, Number(seq)], each] as const;
		})
	);
}

/** Writes choices of the device beside the app, which reads them when it is opened. */
export async function prefer(page: Page, choices: Readonly<Record<string, unknown>>) {
	await page.evaluate(async (chosen) => {
		const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
		const name = names.find((each) => each.split(':').length === 2) ?? '';
		await new Promise<void>((resolve, reject) => {
			const request = indexedDB.open(name);
			request.onerror = () => reject(request.error ?? new Error('it does not open'));
			request.onsuccess = () => {
				const transaction = request.result.transaction('preferences', 'readwrite');
				const store = transaction.objectStore('preferences');
				const before = store.get('device');
				before.onsuccess = () => store.put({ ...before.result, ...chosen }, 'device');
				transaction.oncomplete = () => resolve(request.result.close());
				transaction.onabort = () => reject(transaction.error ?? new Error('it was aborted'));
			};
		});
	}, choices);
}

/**
 * A stand-in for the voices of the device, of which a browser under test has none: English and
 * Korean ones, whose words are kept in the page.
 */
export async function giveVoices(page: Page): Promise<void> {
	await page.addInitScript(() => {
		class Utterance {
			lang = '';
			voice: unknown = null;
			onend?: () => void;
			constructor(readonly text: string) {}
		}
		const said: string[] = [];
		const voices = ['en-US', 'ko-KR'].map((lang) => ({ name: lang, lang, localService: true }));
		const speechSynthesis = {
			getVoices: () => voices,
			speak: (spoken: Utterance) => {
				said.push(`${spoken.lang}: ${spoken.text}`);
				setTimeout(() => spoken.onend?.());
			},
			cancel: () => undefined,
			addEventListener: () => undefined
		};
		const standIns = { speechSynthesis, SpeechSynthesisUtterance: Utterance, said };
		for (const [name, value] of Object.entries(standIns)) {
			Object.defineProperty(globalThis, name, { value, configurable: true });
		}
	});
}

/** What the stand-in was given to say. */
export const saidIn = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => [...(globalThis as unknown as { said: readonly string[] }).said]);
