import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect } from '@playwright/test';
import {
	attributeOf,
	offeredFile,
	textOf,
	waitFor,
	waitForText,
	type Driver
} from '../support/driver';
import type { Site } from '../support/site';
import { itemOf, optionId, storedLog, workerInCharge } from '../support/study';

interface Journey {
	readonly title: string;
	readonly run: (driver: Driver, site: Site) => Promise<void>;
}

const QUESTION = 'article [data-option]:enabled, footer .primary';

/** The two numbers on Today's cards, and what was done. */
async function countsOf(driver: Driver): Promise<readonly string[]> {
	await waitFor(driver, '.go[aria-busy="false"]');
	return driver.evaluate(() => [
		...Array.from(document.querySelectorAll('.picture dd'), (number) => number.textContent),
		document.querySelector('[data-done]')?.getAttribute('data-done') ?? ''
	]);
}

/** Answers the card on the page and goes on to what follows it. */
async function answerAndGoOn(driver: Driver): Promise<string> {
	await waitFor(driver, QUESTION);
	const card = await attributeOf(driver, 'article[data-card]', 'data-card');
	const item = itemOf(card);
	if (item.kind === 'choice') {
		await driver.click(`[data-option="${optionId(item, true)}"]`);
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
	await driver.goto(site.url);
	expect((await countsOf(driver))[2]).toBe('2');
	expect((await storedLog(driver)).entries).toHaveLength(2);
}

/** Offers a file as platform/save-file.ts does; runs in the page. */
function offer(name: string, text: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	link.download = name;
	link.click();
}

/** Runs in the page. */
function addFileInput(): void {
	const input = document.createElement('input');
	input.type = 'file';
	document.body.append(input);
}

/** Runs in the page. */
async function readChosenFile(): Promise<readonly string[]> {
	const [file] = document.querySelector<HTMLInputElement>('input[type=file]')?.files ?? [];
	return file ? [file.name, await file.text()] : [];
}

async function passFileOutAndIn(driver: Driver, site: Site): Promise<void> {
	const text = JSON.stringify({ app: '같이 価値' });
	await driver.goto(site.url);
	await countsOf(driver);
	const path = await offeredFile(driver, () => driver.evaluate(offer, 'kachi.json', text));
	expect(basename(path)).toBe('kachi.json');
	expect(await readFile(path, 'utf8')).toBe(text);

	await driver.evaluate(addFileInput);
	await driver.choose('input[type=file]', path);
	expect(await driver.evaluate(readChosenFile)).toEqual(['kachi.json', text]);
}

/** What Kachi lives by, to be held in every engine. */
export const journeys: readonly Journey[] = [
	{ title: 'a session is studied and saved, and a reload shows the same', run: studyAndReload },
	{
		title: 'one visit is enough: reload, a deep link and study without a network',
		run: goOnWithoutNetwork
	},
	{
		title: 'a file goes out of the page and comes in again under its policy',
		run: passFileOutAndIn
	}
];
