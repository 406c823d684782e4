import type { Page } from '@playwright/test';
import { handedIn, type HandedIn } from './handed-in';
import { LONG_HE, LONG_JA, LONG_KO } from './long-names';
import type { Look } from './page-states';
import { pasteAndKeep, QUIZ_TEXT } from './paste-states';
import { setQuiz } from './set-quiz';
import { ITEMS } from './assignments';
import { expect } from './site';
import { beginTeaching } from './teach';

/** Two columns, of which the first is asked for. */
const TYPED = `Term\tMeaning
Nara\tthe town that hosts the fair of all the regions around it, with a name that was another once
Amur\tthe longest river of the region
`;

const DUE = '2031-05-04T09:30';
const LATE = { at: Date.UTC(2031, 4, 4, 3), offset: 540 };

/** A class as it comes: right, wrong, blank, late, twice, and with names of every script. */
const SHEETS: readonly HandedIn[] = [
	{ name: LONG_KO, classNumber: 1, typed: 'Nara', chosen: 'Han River' },
	{ name: LONG_JA, classNumber: 2, typed: 'Nara city', chosen: 'Geum River' },
	{ name: LONG_HE, classNumber: 3, chosen: 'Han River', started: LATE },
	{ name: 'Ada', classNumber: 4, typed: 'Nara', device: 'her phone' },
	{ name: 'Ada', classNumber: 4, typed: 'Kyoto', device: 'another phone', borrowed: true },
	{ name: '김민서', classNumber: 14, typed: 'nara', chosen: 'Han River', lasted: -9_000 },
	{ name: '김민서', typed: 'Donaudampfschifffahrtsgesellschaft'.repeat(4), number: 7 },
	{ name: '佐藤 葵', classNumber: 9_999, typed: '奈良', chosen: 'Nakdong River' }
];

/** Switches what is asked of two columns to typing, before they are kept. */
async function bringOwn(page: Page, url: string): Promise<void> {
	await pasteAndKeep(page, url, QUIZ_TEXT, 'Rivers');
	await expect(page.locator('textarea')).toHaveValue('');
	await page.locator('textarea').fill(TYPED);
	await page.locator('input[value="typed"]').check();
	await page.locator('main input[type="text"]').fill('Fairs');
	await page.locator('.primary.wide').click();
	await expect(page.locator('[data-own="Fairs"]')).toBeVisible();
}

/** Sends a quiz of one's own questions. @returns its link */
async function sendOwn(page: Page, url: string): Promise<string> {
	await page.goto(`${url}teach/`);
	await page.locator('[data-new]').click();
	await page.locator('[data-title] input').fill(LONG_KO);
	await page.locator('[data-title] input').blur();
	for (const words of ['runs through', 'hosts the fair', 'longest river']) {
		await page.locator('input[type="search"]').fill(words);
		await page.locator('[data-choose^="own-"]').first().check();
	}
	await expect(page.locator('[data-chosen] li')).toHaveCount(3);
	await page.locator('.set > details summary').last().click();
	await page.locator('input[type="datetime-local"]').last().fill(DUE);
	await page.locator('[data-send]').click();
	await expect(page.locator('.sent')).toBeVisible();
	return page.locator('.sent input[readonly]').inputValue();
}

const take = async (page: Page, text: string) => {
	await page.locator('textarea').fill(text);
	await page.locator('form button[type="submit"]').click();
};

/** A quiz of a teacher that was sent, with its page of marks open. @returns its link */
export async function openMarks(page: Page, url: string): Promise<string> {
	await beginTeaching(page, url, LONG_JA);
	await bringOwn(page, url);
	const link = await sendOwn(page, url);
	await page.goto(`${url}teach/`);
	await page.locator('main a[href*="/teach/mark/"]').click();
	await expect(page.locator('textarea')).toBeVisible();
	return link;
}

/** Takes the sheets of a class in. */
async function takeClassIn(page: Page, link: string): Promise<void> {
	await take(page, await handedIn(link, SHEETS));
	await page.locator('[data-incoming] .primary').click();
	await expect(page.locator('[data-taken]')).toBeVisible();
}

/** Visits the page of marks before anything came, and what comes in. */
export async function takeInStates(page: Page, url: string, look: Look): Promise<void> {
	const link = await openMarks(page, url);
	await look('marks, no sheet yet');
	await take(page, 'See you tomorrow!');
	await expect(page.locator('[role="status"] .wrong')).toBeVisible();
	await look('marks, nothing found');
	const other = await setQuiz(url, [ITEMS.choice], 'device');
	const foreign = await handedIn(other.link, [{ name: 'Ada' }]);
	const sheets = await handedIn(link, SHEETS);
	const altered = `${sheets.slice(0, 200)}A${sheets.slice(201)}`.split('\n')[0] ?? '';
	await take(page, `${sheets}\n${sheets}\n${foreign}\n${altered}\n${sheets.slice(0, 150)}`);
	await expect(page.locator('[data-incoming]')).toBeVisible();
	await look('marks, what would come in');
	await page.locator('[data-incoming] .primary').click();
	await expect(page.locator('[data-taken]')).toBeVisible();
	await look('marks, a table');
	await page.goto(`${url}teach/mark/?id=none`);
	await expect(page.locator('main p').last()).toBeVisible();
	await look('marks, never sent');
}

/** Visits one student, one question, and what goes back. */
export async function markStates(page: Page, url: string, look: Look): Promise<void> {
	const link = await openMarks(page, url);
	await takeClassIn(page, link);
	const student = async (at: number) => {
		await page.locator('tbody th button').nth(at).click();
		await expect(page.locator('dialog h3').first()).toBeVisible();
	};
	const close = () => page.locator('dialog header button').click();
	await page.locator('thead th button').nth(2).click();
	await look('marks, by total');
	await page.locator('thead th button').first().click();
	await student(2);
	await look('marks, a student who was late');
	await close();
	await student(3);
	await expect(page.locator('dialog section')).toHaveCount(2);
	await page.locator('dialog section > details summary').first().click();
	await look('marks, two devices, whose sheet it is');
	const answer = page.locator('dialog ol > li').first();
	await answer.locator('details summary').click();
	await look('marks, points by hand');
	await answer.locator('form input').fill('50');
	await answer.locator('form textarea').fill('오래기억해야하는긴메모'.repeat(9));
	await answer.locator('form button').click();
	await expect(page.locator('dialog .note').first()).toBeVisible();
	await look('marks, points were given by hand');
	await close();
	await page.locator('thead th button').nth(3).click();
	await expect(page.locator('dialog h2').nth(1)).toBeVisible();
	await look('marks, a question with options');
	await page.locator('[data-key] summary').click();
	await page.locator('[data-key] label input:not(:checked)').first().check();
	await look('marks, another option is to be right');
	await page.locator('[data-key] form .primary').click();
	await expect(page.locator('[data-key] [role="status"] p').first()).toBeVisible();
	await look('marks, a key that was changed');
	await close();
	await page.locator('thead th button').nth(4).click();
	await expect(page.locator('dialog li').first()).toBeVisible();
	await look('marks, a question that is typed');
	await page.locator('dialog li .button').first().click();
	await look('marks, an answer accepted');
	await close();
	await page.locator('section .ways .button').first().click();
	await expect(page.locator('section input[readonly]')).toBeVisible();
	await look('marks, given back');
	await page.locator('section .ways .button').nth(1).click();
	await expect(page.locator('section h3')).toBeVisible();
	await look('marks, a practice given out');
}
