/** The pages and their states, each shown once to whoever looks: journeys that hold for all of them. */
import type { Page } from '@playwright/test';
import { arrangedStates } from './arranged-states';
import { someItem, typedText } from './authored';
import { backupOf, chosen, type ChosenFile } from './data-part';
import { review } from './entries';
import { expect } from './site';
import { deleteDatabases } from './stored-data';
import { answer, answerOne, cardOn, openStudy, openToday, storedLog } from './study';

/** Is called at each state with its name. */
export type Look = (where: string) => Promise<void>;

/** A learner with the longest name that a list must hold. */
const other = { id: 'another-learner', name: '대한민국일본관계사학습자이름이아주긴사람'.repeat(2) };
const log = [review('wren.1', 100, 'japan-korea/one#'), review('wren.2', 300, 'japan-korea/two#')];

const CHECK = /^(Check now|지금 점검|今すぐ点検)/;
const BESIDE = /^(Keep both|둘 다|両方)/;
const ERASE = /…$/;
const CLOCK = /^(Which date is right|어느 날짜|どちらの日付)/;

/** Visits every page and state; calls back at each. */
export async function everywhere(page: Page, url: string, look: Look): Promise<void> {
	await openToday(page, url);
	await look('today');
	await openStudy(page, url);
	await look('question');
	await answer(page, false);
	await look('wrong');
	await page.getByRole('button', { name: /^(A slip\?|실수였나요\?|押し間違い？)$/ }).click();
	await look('change');
	await page.goto(`${url}item/?id=japan-korea/seoul-talks-host`);
	await page.locator('.reveal').click();
	await look('item');
	await page.goto(`${url}item/?id=none`);
	await expect(page.locator('.message')).toBeVisible();
	await look('unknown item');
	await page.goto(`${url}settings/`);
	await expect(page.locator('.settings')).toBeVisible();
	await look('settings');
}

/** Visits what is done with a question besides answering, its history, and the list of all. */
export async function controlStates(page: Page, url: string, look: Look): Promise<void> {
	const act = async (button: string) => {
		await page.locator('[aria-haspopup="dialog"]').click();
		await page.locator(`dialog ${button}`).click();
	};
	await openStudy(page, url);
	await answer(page, false);
	await page.locator('[aria-haspopup="dialog"]').click();
	await page.locator('dialog .acts button').last().click();
	await page.locator('dialog textarea').fill('오래기억해야하는긴메모'.repeat(9));
	await look('sheet, about to reset');
	await page.keyboard.press('Escape');
	const item = (await cardOn(page)).split('#')[0];
	await act('[data-flag="6"]');
	await expect(page.locator('.did')).toBeVisible();
	await look('flagged, with a note');
	await page.goto(`${url}item/?id=${item}`);
	await act('.acts button:nth-child(2)');
	for (const summary of await page.locator('.parts summary').all()) await summary.click();
	await expect(page.locator('li[data-rating]').first()).toBeVisible();
	await look('history and why');
	await page.goto(`${url}browse/`);
	await expect(page.locator('a[data-item]').first()).toBeVisible();
	await look('browse');
	await page.goto(`${url}browse/?q=none&state=suspended&topic=japan-korea/leaders&kind=choice`);
	await expect(page.locator('.none')).toBeVisible();
	await look('browse, nothing found');
}

/** Visits what Settings opens: a backup looked at, refused and restored, the check, erasing. */
export async function dataStates(page: Page, url: string, look: Look): Promise<void> {
	const settings = async () => {
		await page.goto(`${url}settings/`);
		await expect(page.locator('input[type="file"]')).toBeAttached();
	};
	const chooseFile = (file: ChosenFile) => page.locator('input[type="file"]').setInputFiles(file);
	const data = page.locator('#data');
	// A backup of another learner gives way to nobody only where somebody has learnt.
	await answerOne(page, url);
	await settings();
	await page.getByRole('button', { name: CHECK }).click();
	await expect(page.locator('[data-figure="fingerprint"]')).toBeVisible();
	await look('check');
	await chooseFile(chosen('notes-on-a-very-long-subject.kachi', 'Dear diary,\n'));
	await expect(data.locator('[data-refused]')).toBeVisible();
	await look('refused');
	await settings();
	await chooseFile(await backupOf(other, log));
	await expect(page.locator('[data-figure="whose"]')).toBeVisible();
	await look('a backup of another learner');
	await data.getByRole('button', { name: BESIDE }).click();
	await expect(page.locator('[aria-current="true"]').first()).toBeVisible();
	await look('restored, with two learners');
	await data.getByRole('button', { name: ERASE }).click();
	await look('erase');
}

/** Visits the kinds that are typed or judged: asked, asked again, almost, right and wrong. */
export async function kindStates(page: Page, url: string, look: Look): Promise<void> {
	const open = async (key: string) => {
		await page.goto(`${url}item/?id=${key}`);
		await expect(page.locator('.reveal')).toBeVisible();
	};
	const type = async (text: string) => {
		await page.locator('main form input').fill(text);
		await page.locator('main form input').press('Enter');
	};
	for (const kind of ['text', 'cloze', 'number'] as const) {
		const { key, item } = someItem(kind);
		await open(key);
		await look(kind);
		await type('');
		await expect(page.locator('form [role="alert"]')).not.toBeEmpty();
		await look(`${kind}, asked again`);
		await type(typedText(item, false) ?? '');
		await expect(page.locator('.rows .wrong')).toBeVisible();
		await look(`${kind}, wrong`);
	}
	const { key, item } = someItem('cloze', ({ gaps: [gap] }) => /^[a-z]{9,}$/.test(gap.key));
	await open(key);
	await type(item.gaps[0].key.slice(0, -1));
	await expect(page.locator('.rows ins')).toBeVisible();
	await look('almost');
	await severalStates(page, url, look);
	const statement = someItem('true-false');
	await open(statement.key);
	await look('true or false');
	await page.locator(`[data-option="${!statement.item.key}"]`).click();
	await look('true or false, wrong');
	await arrangedStates(page, url, look);
}

/** Visits what has several answers, and what has several cards. */
async function severalStates(page: Page, url: string, look: Look): Promise<void> {
	const { key, item } = someItem('multiple');
	await page.goto(`${url}item/?id=${key}`);
	await expect(page.locator('fieldset')).toBeVisible();
	await look('multiple');
	await page.locator('main form .primary').click();
	await expect(page.locator('form [role="alert"]')).not.toBeEmpty();
	await look('multiple, nothing chosen');
	for (const { id } of item.options) await page.locator(`[data-option="${id}"]`).check();
	await look('multiple, too many');
	const [first] = item.keys;
	for (const id of item.keys)
		if (id !== first) await page.locator(`[data-option="${id}"]`).uncheck();
	const wrong = item.options.filter(({ id }) => !item.keys.includes(id)).slice(1);
	for (const { id } of wrong) await page.locator(`[data-option="${id}"]`).uncheck();
	await page.locator('main form .primary').click();
	await expect(page.locator('main .missed').first()).toBeVisible();
	await look('multiple, partly right');
	const several = someItem('cloze', ({ gaps }) => gaps.length > 1);
	await page.goto(`${url}item/?id=${several.key}&part=${several.item.gaps[1]?.id}`);
	await expect(page.locator('.parts summary')).toHaveCount(2);
	for (const summary of await page.locator('.parts summary').all()) await summary.click();
	await expect(page.locator('[data-why]').nth(1)).toBeVisible();
	await look('cloze, its second gap');
	await page.locator('.reveal').click();
	await look('cloze, all gaps filled');
}

/** Visits the question which date is right, and the page of answers that are gone. */
export async function troubledStates(page: Page, url: string, look: Look): Promise<void> {
	await openStudy(page, url);
	const before = (await storedLog(page)).entries.length;
	await answer(page);
	await expect.poll(async () => (await storedLog(page)).entries.length).toBe(before + 1);
	await page.clock.setFixedTime('2099-12-30T03:00:00Z');
	await openToday(page, url);
	await expect(page.getByRole('region', { name: CLOCK })).toBeVisible();
	await look('which date is right');
	await openStudy(page, url);
	await expect(page.getByRole('region', { name: CLOCK })).toBeVisible();
	await look('which date is right, while studying');
	await deleteDatabases(page, url, 'kachi:');
	await page.goto(url);
	await expect(page.locator('.recover')).toBeVisible();
	await look('recover');
	await page.locator('.recover button').last().click();
	await look('start afresh');
}
