/** A class for the bench: its questions, its quiz as sent from the app, and sheets sealed in Node. */
import type { Page } from '@playwright/test';
import { openAssignment } from '../../src/lib/core/assignment/assignment';
import { BundledCards } from '../../src/lib/core/assignment/bundled';
import { readLink, toLink } from '../../src/lib/core/assignment/link';
import type { Question } from '../../src/lib/core/assignment/public-document';
import { sealSheet } from '../../src/lib/core/assignment/sheet';
import * as made from '../support/assignments';
import { pasteAndKeep } from '../support/paste-states';
import { beginTeaching } from '../support/teach';

const HALF = 20;

const places = Array.from({ length: HALF }, (_, at) => at + 1);

const CHOICES = places
	.map((at) => `Bench: which is number ${at}?\nA. It is ${at}\nB. None\nC. Another\nANSWER: A\n`)
	.join('\n');

const TYPED = places.map((at) => `town ${at}\tBench: which town is number ${at}?`).join('\n');

/** Begins to teach and sends a quiz of 20 choices and 20 typed answers. @returns its link */
export async function sendQuiz(page: Page, url: string): Promise<string> {
	await beginTeaching(page, url);
	await pasteAndKeep(page, url, CHOICES, 'Choices');
	await page.goto(`${url}teach/paste/`);
	await page.locator('textarea').fill(TYPED);
	await page.locator('input[value="typed"]').check();
	await page.locator('main input[type="text"]').fill('Typed');
	await page.locator('.primary.wide').click();
	await page.locator('[data-own]').nth(1).waitFor();
	await page.goto(`${url}teach/`);
	await page.locator('[data-new]').click();
	await page.locator('[data-title] input').fill('Bench quiz');
	await page.locator('[data-title] input').blur();
	await page.getByRole('searchbox').fill('bench');
	for (let at = 0; at < 2 * HALF; at++) {
		const item = page.locator('[data-choose^="own-"]').nth(at);
		if ((await item.count()) === 0) await page.getByRole('button', { name: 'Show more' }).click();
		await item.check();
	}
	await page.locator('[data-send]').click();
	return page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
}

/** Every third answer is right; of the typed ones, slips and towns of one's own are among the rest. */
function answerTo(question: Question, student: number, at: number): number | string {
	const turn = (student * 7 + at) % 3;
	if (question.kind !== 'text') return turn;
	const town = /\d+/.exec(question.stem)?.[0] ?? '';
	return [`town ${town}`, `town of ${town}`, `place ${(student * 5 + at) % 40}`][turn] ?? '';
}

/** Sheets of students from a number on, each from a phone of its own, a link a line. */
export async function sheetsFor(link: string, from: number, count: number): Promise<string> {
	const payload = made.valueOf(readLink(link));
	const opened = made.valueOf(await openAssignment(payload, made.crypto, new BundledCards([])));
	const questions = opened.items.flatMap((item) => (item.is === 'own' ? item.question : []));
	const to = { id: opened.id, sealKey: opened.document.sealKey };
	const lines: string[] = [];
	for (let number = from; number < from + count; number++) {
		const body = {
			...{ ...made.BODY, attempt: made.fresh(8), classNumber: number, name: `Student ${number}` },
			answers: questions.map((question, at) => answerTo(question, number, at)),
			spent: questions.map((_, at) => 1_000 * (at + 1))
		};
		const sheet = made.valueOf(await sealSheet(body, to, await made.device(), made.crypto));
		lines.push(toLink(link.replace(/#.*/, ''), sheet.payload));
	}
	return lines.join('\n');
}
