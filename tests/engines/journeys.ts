import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { toLink } from '../../src/lib/core/assignment/link';
import { countEntries } from '../../src/lib/state/incoming-backup';
import { backupOf } from '../support/data-part';
import {
	PATIENCE,
	attributeOf,
	offeredFile,
	textOf,
	waitFor,
	waitForText,
	type Driver
} from '../support/driver';
import { ITEMS } from '../support/assignments';
import { setQuiz } from '../support/set-quiz';
import type { Site } from '../support/site';
import { digitsOf, fingerprintOf } from '../support/stored-data';
import { arrange, isArranged } from '../support/arrange';
import { itemOf, optionId, tickedIds, typedText } from '../support/authored';
import { storedLog, workerInCharge } from '../support/study';

interface Journey {
	readonly title: string;
	readonly run: (driver: Driver, site: Site) => Promise<void>;
}

const QUESTION =
	'article [data-option]:enabled, article form, article [data-check], footer .primary';

/** The two numbers on Today's cards, and what was done. */
async function countsOf(driver: Driver): Promise<readonly string[]> {
	await waitFor(driver, '.go[aria-busy="false"]');
	return driver.evaluate(() => [
		...Array.from(document.querySelectorAll('.picture dd'), (number) => number.textContent),
		document.querySelector('[data-done]')?.getAttribute('data-done') ?? ''
	]);
}

const handOf = (driver: Driver) => ({
	click: (selector: string) => driver.click(selector),
	listOf: (selector: string, attribute: string) =>
		driver.evaluate(
			(at, name) => [...document.querySelectorAll(at)].map((each) => each.getAttribute(name) ?? ''),
			selector,
			attribute
		)
});

/** Answers the card on the page and goes on to what follows it. */
async function answerAndGoOn(driver: Driver): Promise<string> {
	await waitFor(driver, QUESTION);
	const card = await attributeOf(driver, 'article[data-card]', 'data-card');
	const item = itemOf(card);
	const [option, text] = [optionId(item, true), typedText(item, true, card)];
	const ticked = tickedIds(item, true);
	if (option !== undefined) {
		await driver.click(`[data-option="${option}"]`);
		await driver.click('.bar .primary', 'Next');
	} else if (ticked !== undefined) {
		for (const id of ticked) await driver.click(`[data-option="${id}"]`);
		await driver.click('article form .primary');
		await driver.click('.bar .primary', 'Next');
	} else if (text !== undefined) {
		await driver.type('article form input', text);
		await driver.click('article form .primary');
		await driver.click('.bar .primary', 'Next');
	} else if (isArranged(item)) {
		await arrange(handOf(driver), item, true);
		await driver.click('.bar .primary', 'Next');
	} else {
		await driver.click('footer .primary', 'Show answer');
		await driver.click('[data-rating="3"]');
	}
	await waitFor(driver, `.end, article:not([data-card="${card}"])`);
	return card;
}

async function studyToTheEnd(driver: Driver): Promise<readonly string[]> {
	const cards: string[] = [];
	while ((await textOf(driver, '.end h1')) === '') {
		if (cards.length > 200) throw new Error('the session does not end');
		cards.push(await answerAndGoOn(driver));
	}
	await waitForText(driver, '.end .saved', 'Saved');
	return cards;
}

async function studyAndReload(driver: Driver, site: Site): Promise<void> {
	await driver.goto(site.url);
	expect((await countsOf(driver))[2]).toBe('0');
	await driver.click('.go .primary', 'Study now');
	const cards = await studyToTheEnd(driver);
	const log = await storedLog(driver);
	expect(log.entries.map(({ card }) => card)).toEqual(expect.arrayContaining([...cards]));
	expect(log.entries).toHaveLength(cards.length);

	await driver.click('.end .primary', 'Back to Today');
	const counts = await countsOf(driver);
	expect(counts).toEqual(['0', '0', String(cards.length)]);
	await driver.reload();
	expect(await countsOf(driver)).toEqual(counts);
	expect(await storedLog(driver)).toEqual(log);
}

async function goOnWithoutNetwork(driver: Driver, site: Site): Promise<void> {
	await driver.goto(site.url);
	await countsOf(driver);
	await workerInCharge(driver);
	await driver.goOffline();
	await site.stop();

	await driver.reload();
	expect((await countsOf(driver))[2]).toBe('0');
	await driver.goto(`${site.url}item/?id=japan-korea/seoul-talks-host`);
	await waitForText(driver, 'h2', 'Ahn Gyu-back');
	await driver.click('.reveal', 'Show the answer and why');
	await waitFor(driver, '.explanation');

	await driver.goto(`${site.url}study/`);
	await answerAndGoOn(driver);
	await answerAndGoOn(driver);
	// What is not saved keeps the page: a browser would ask whether to leave it.
	await expect.poll(async () => (await storedLog(driver)).entries.length, PATIENCE).toBe(2);
	await driver.goto(site.url);
	expect((await countsOf(driver))[2]).toBe('2');
	expect((await storedLog(driver)).entries).toHaveLength(2);
}

/** Opens Settings and waits for what is loaded beside them. */
async function openSettings(driver: Driver, site: Site): Promise<void> {
	await driver.goto(`${site.url}settings/`);
	await waitFor(driver, '#data input[type=file]');
}

/** The state hash that the page shows; what is shown must agree with the log. */
async function fingerprint(driver: Driver): Promise<string> {
	await driver.click('button', 'Check now');
	await waitForText(driver, '[data-figure=agrees]', 'Yes');
	const digits = await textOf(driver, '[data-figure=fingerprint]');
	await driver.click('#data section:has([data-figure=fingerprint]) .actions button', 'Close');
	return digits.replaceAll(' ', '');
}

/** Chooses a file, sees how many entries would come in, and restores it. */
async function restoreFile(driver: Driver, path: string, entries: number): Promise<void> {
	await driver.choose('#data input[type=file]', path);
	await waitForText(driver, '[data-figure=new]', String(entries));
	await driver.click('#data .primary', 'Restore');
	await waitForText(driver, '[data-restored]', `Entries that came in: ${entries}.`);
}

/** Takes away everything that the browser keeps of the site; runs in the page. */
async function emptyBrowser(): Promise<void> {
	localStorage.clear();
	for (const { name = '' } of await indexedDB.databases()) {
		await new Promise<void>((resolve, reject) => {
			const request = indexedDB.deleteDatabase(name);
			request.onsuccess = () => resolve();
			request.onerror = () => reject(request.error);
		});
	}
}

async function backUpAndRestore(driver: Driver, site: Site): Promise<void> {
	await driver.goto(`${site.url}study/`);
	const cards = [await answerAndGoOn(driver), await answerAndGoOn(driver)];
	await openSettings(driver, site);
	const state = await fingerprint(driver);
	const path = await offeredFile(driver, () => driver.click('#data button', 'Make a backup'));
	expect(basename(path)).toMatch(/^kachi-backup-\d{4}-\d\d-\d\d\.kachi$/);

	// The app lets go of its databases, and on this page asks for nothing of them.
	await driver.evaluate(emptyBrowser);
	await openSettings(driver, site);
	expect((await storedLog(driver)).entries).toEqual([]);
	await restoreFile(driver, path, 2);
	expect(await fingerprint(driver)).toBe(state);
	const { entries } = await storedLog(driver);
	expect(entries.map(({ card }) => card)).toEqual(cards);
	expect(await fingerprintOf(entries)).toBe(state);
}

const frozen = (name: string) =>
	readFile(fileURLToPath(new URL(`../fixtures/log/v1/${name}`, import.meta.url)), 'utf8');

/** Two devices, a quiz, a wrong clock, a copied profile, and what is no entry at all. */
async function foldFrozenLog(driver: Driver, site: Site): Promise<void> {
	const values = JSON.parse(await frozen('entries.json')) as readonly unknown[];
	const path = join(driver.downloads, '..', `kachi-frozen-${process.pid}.kachi`);
	await writeFile(path, (await backupOf({ id: 'frozen' }, values)).buffer);
	await openSettings(driver, site);
	await restoreFile(driver, path, countEntries(values));
	await rm(path);
	expect(await fingerprint(driver)).toBe(await digitsOf([await frozen('state.txt')]));
}

const QUIZ = [ITEMS.choice, ITEMS['true-false'], ITEMS.text];

/** Answers whatever is asked, the typed question with these words. */
async function answerQuiz(driver: Driver, typed: string): Promise<void> {
	for (let at = 1; at <= QUIZ.length; at++) {
		await waitForText(driver, '.run > header .place', `${at} / ${QUIZ.length}`);
		await waitFor(driver, 'article [data-option], article form input');
		const isTyped = await driver.evaluate(() => !!document.querySelector('article form input'));
		if (isTyped) {
			await driver.type('article form input', typed);
			await driver.click('article form .primary');
		} else await driver.click('article [data-option]');
	}
}

/** A quiz that a teacher set goes through the engine's own cryptography, and back to Node. */
async function takeAndHandIn(driver: Driver, site: Site): Promise<void> {
	const quiz = await setQuiz(site.url, QUIZ, 'device');
	await driver.goto(quiz.link);
	await waitFor(driver, '[data-quiz] .name input');
	await driver.type('[data-quiz] .name input', '김민서');
	await driver.click('[data-quiz] form .primary');
	await answerQuiz(driver, '나라');
	await driver.click('[data-hand-in]');
	await waitFor(driver, '.hand-in svg[data-code]');
	const path = await offeredFile(driver, () => driver.click('.hand-in .button', 'Save as a file'));
	const sheet = await quiz.open(toLink(`${site.url}a/`, await readFile(path)));
	expect(sheet.body).toMatchObject({ name: '김민서', number: 1 });
	expect(sheet.responses).toHaveLength(QUIZ.length);
	expect(sheet.responses).toContainEqual({ kind: 'text', text: '나라' });
}

/** What Kachi lives by, to be held in every engine. */
export const journeys: readonly Journey[] = [
	{ title: 'a session is studied and saved, and a reload shows the same', run: studyAndReload },
	{
		title: 'one visit is enough: reload, a deep link and study without a network',
		run: goOnWithoutNetwork
	},
	{
		title: 'a backup goes out as a file and gives the same state where nothing is left',
		run: backUpAndRestore
	},
	{ title: 'one log comes to one state, in every engine and in Node', run: foldFrozenLog },
	{
		title: 'a quiz that a teacher set is taken, and its sheet opens in Node',
		run: takeAndHandIn
	}
];
