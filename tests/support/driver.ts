import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** How long an engine may take for what it is waited for, and after how long it is asked again. */
export const PATIENCE = { timeout: 15_000, intervals: [30, 60, 120, 250] };

/** What a function in the page can be given. */
type Plain = string | number | boolean | null;

/**
 * A page in some engine, with only what every engine can be asked for: a journey that is written
 * against it runs in all of them. Playwright drives Chromium and Firefox, but WebKit only in a
 * build of its own; the WebKit of a Linux system is driven by WebDriver.
 */
export interface Driver {
	goto(url: string): Promise<void>;
	reload(): Promise<void>;
	/** Waits for the first visible element, with this text in it if there is one, and clicks it. */
	click(selector: string, text?: string): Promise<void>;
	/** Puts a file into an `<input type="file">` as if the user had chosen it. */
	choose(selector: string, path: string): Promise<void>;
	/** Types into the first such element, which is empty. */
	type(selector: string, text: string): Promise<void>;
	/** Runs a function in the page. It travels as text: it knows its arguments and nothing else. */
	evaluate<Args extends readonly Plain[], Result>(
		run: (...args: Args) => Result | Promise<Result>,
		...args: Args
	): Promise<Result>;
	/** Takes the network away as far as the engine can; the site must be stopped as well. */
	goOffline(): Promise<void>;
	/** Folder where that arrives which the page offers as a file. */
	readonly downloads: string;
}

/** Text of the first such element as it is shown, '' without one. */
export const textOf = (driver: Driver, selector: string) =>
	driver.evaluate(
		(at) => document.querySelector<HTMLElement>(at)?.innerText.trim() ?? '',
		selector
	);

/** An attribute of the first such element, '' without one. */
export const attributeOf = (driver: Driver, selector: string, name: string) =>
	driver.evaluate((at, of) => document.querySelector(at)?.getAttribute(of) ?? '', selector, name);

/** Waits until the first such element has this text. */
export const waitForText = (driver: Driver, selector: string, text: string) =>
	expect.poll(() => textOf(driver, selector), PATIENCE).toBe(text);

/** Waits until there is such an element. */
export const waitFor = (driver: Driver, selector: string) =>
	expect
		.poll(() => driver.evaluate((at) => document.querySelector(at) !== null, selector), {
			...PATIENCE,
			message: `no ${selector} on the page`
		})
		.toBe(true);

/** Under these names engines write a file that is not complete yet. */
const incomplete = /\.(?:part|crdownload|wkdownload)$/;

/** Path of the file that the page offers when this is done to it. */
export async function offeredFile(
	{ downloads }: Driver,
	act: () => Promise<unknown>
): Promise<string> {
	const before = await readdir(downloads);
	const arrived = async () =>
		(await readdir(downloads)).find((name) => !before.includes(name) && !incomplete.test(name));
	await act();
	let path = '';
	await expect(async () => {
		path = join(downloads, (await arrived()) ?? 'nothing');
		// Firefox lays down an empty file first, to keep the name.
		expect((await stat(path)).size).toBeGreaterThan(0);
	}).toPass(PATIENCE);
	return path;
}
