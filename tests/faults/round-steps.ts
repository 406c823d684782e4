import type { Page } from '@playwright/test';
import { openAssignment } from '../../src/lib/core/assignment/assignment';
import { readLink, toLink } from '../../src/lib/core/assignment/link';
import { sealSheet } from '../../src/lib/core/assignment/sheet';
import * as made from '../support/assignments';
import { pasteSheets } from '../support/take';
import { beginTeaching, bringTyped, putOwnTogether, send } from '../support/teach';
import type { Book } from './round-book';

const COLUMNS = 'Nara\tthe town that hosts the fair\nAmur\tthe longest river of the region\n';
const WORDS = ['hosts the fair', 'longest river'];
/** Of one paste. */
const SHEETS = 3;

/** A quiz that was sent, on the profile of its teacher. */
export interface SentQuiz {
	readonly link: string;
	readonly set: string;
}

export interface Stage {
	readonly page: Page;
	readonly url: string;
	readonly quiz: SentQuiz;
	readonly book: Book;
	/** Called when what may be torn is about to be pressed. */
	about(): void;
}

/** Teaches, and sends a quiz of own questions. */
export async function sendQuiz(page: Page, url: string): Promise<SentQuiz> {
	await beginTeaching(page, url);
	await bringTyped(page, url, COLUMNS, 'Fairs');
	await putOwnTogether(page, url, 'Fair quiz', 'Fairs', WORDS);
	await page.getByRole('radio', { name: 'Only from my device' }).check();
	const link = await send(page);
	const href = await page.locator('.sent > a.button').last().getAttribute('href');
	return { link, set: new URL(href ?? '', url).searchParams.get('id') ?? '' };
}

/** Sheets of students who have devices of their own. */
async function sheetsOf({ link }: SentQuiz) {
	const payload = made.valueOf(readLink(link.slice(link.indexOf('#') + 1)));
	const { id, document } = made.valueOf(await openAssignment(payload, made.crypto, made.BANK));
	const to = { id, sealKey: document.sealKey };
	const sheet = async () => {
		const { classNumber: _, ...body } = made.BODY;
		const name = `Student ${made.fresh(4).join('-')}`;
		const answers = { answers: ['Nara', 'Danube'], spent: [1_000, 1_000] };
		const whole = { ...body, ...answers, name, attempt: made.fresh(8) };
		return made.valueOf(await sealSheet(whole, to, await made.device(), made.crypto)).payload;
	};
	return Promise.all(Array.from({ length: SHEETS }, sheet));
}

const chatOf = (url: string, payloads: readonly Uint8Array<ArrayBuffer>[]) =>
	payloads.map((payload) => `> ${toLink(`${url}a/`, payload)}\n`).join('');

/** Begins the quiz or goes on with it, answers what is left, and hands it in. */
export async function take({ page, quiz, book, about }: Stage): Promise<void> {
	await page.goto(quiz.link);
	const ways = page.locator('.take > a.primary, .take form .primary');
	await ways.first().waitFor();
	const name = page.getByLabel('Your name');
	if (await name.count()) {
		await name.fill('Ada');
		book.begin();
	}
	about();
	await ways.first().click();
	const next = page.locator('article form .primary, [data-hand-in="0"], .hand-in p[data-code]');
	for (;;) {
		await next.first().waitFor();
		if ((await page.locator('.hand-in p[data-code]').count()) > 0) break;
		const box = page.locator('article form input');
		if (await box.count()) await box.fill('Danube');
		await next.first().click();
	}
	await page.getByText('Saved on this phone').waitFor();
	book.handIn(new URL(page.url()).searchParams.get('id') ?? '');
}

/** Collects the sheets of a chat. */
export async function collect({ page, url, quiz, book, about }: Stage): Promise<void> {
	const payloads = await sheetsOf(quiz);
	const say = await book.paste('collected', payloads);
	await page.goto(`${url}collect/`);
	await page.locator('[data-count]').waitFor();
	about();
	await pasteSheets(page, chatOf(url, payloads));
	await page.locator('[data-said]', { hasText: `New: ${SHEETS}.` }).waitFor();
	say();
}

/** Takes the sheets of a chat in, to be marked. */
export async function takeIn({ page, url, quiz, book, about }: Stage): Promise<void> {
	const payloads = await sheetsOf(quiz);
	const say = await book.paste('sheet', payloads);
	await page.goto(`${url}teach/mark/?id=${quiz.set}`);
	await page.locator('.mark').waitFor();
	// Closed where sheets are in already.
	const closed = page.locator('.mark details:not([open]):has(textarea[spellcheck]) > summary');
	if (await closed.count()) await closed.click();
	await pasteSheets(page, chatOf(url, payloads));
	await page.locator(`[data-incoming="${SHEETS}"]`).waitFor();
	about();
	await page.getByRole('button', { name: `Take in ${SHEETS}` }).click();
	await page.locator(`[data-taken="${SHEETS}"]`).waitFor();
	say();
}
