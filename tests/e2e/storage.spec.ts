import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/site';
import { putInLog } from '../support/stored-data';
import {
	answer,
	answerAndGoOn,
	answerOne,
	countsOf,
	openStudy,
	openToday,
	storedLog
} from '../support/study';

/** Writes to a database of its own until not even a hundred bytes fit. */
async function fillDisk(): Promise<void> {
	const open = indexedDB.open('filler', 1);
	open.onupgradeneeded = () => open.result.createObjectStore('filler', { autoIncrement: true });
	const database = await new Promise<IDBDatabase>((resolve) => {
		open.onsuccess = () => resolve(open.result);
	});
	for (let size = 1_000_000; size >= 100;) {
		const fits = await new Promise<boolean>((resolve) => {
			const transaction = database.transaction('filler', 'readwrite');
			const noise = crypto.getRandomValues(new Uint8Array(Math.min(size, 65_536)));
			transaction.objectStore('filler').add(noise);
			transaction.oncomplete = () => resolve(true);
			transaction.onabort = () => resolve(false);
		});
		if (!fits) size = Math.floor(Math.min(size, 65_536) / 4);
	}
	database.close();
}

async function savedFile(page: Page) {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save answers as a file' }).click()
	]);
	expect(download.suggestedFilename()).toMatch(/^kachi-answers-\d{4}-\d\d-\d\d\.kachi$/);
	const text = gunzipSync(await readFile(await download.path())).toString();
	const [header, ...lines] = text
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as unknown);
	expect(header).toMatchObject({ kachi: 'backup', part: true });
	return lines.slice(0, -1) as { kind: string; id: string; card: string }[];
}

for (const [what, breakIt] of [
	[
		'is missing',
		() => Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true })
	],
	[
		'refuses to open',
		() => {
			IDBFactory.prototype.open = () => {
				throw new DOMException('no', 'SecurityError');
			};
		}
	]
] as const) {
	test(`where IndexedDB ${what}, it is said at once, and answers are offered as a file`, async ({
		page,
		site
	}) => {
		await page.addInitScript(breakIt);
		await openToday(page, site.url);
		await expect(page.getByRole('alert')).toContainText('Your answers are not being saved');
		await page.getByRole('link', { name: 'Study now' }).click();
		const first = await answerAndGoOn(page);
		const second = await answer(page, false);
		await expect(page.locator('.saved')).toHaveText('Not saved yet');
		await expect(page.getByText('Saved', { exact: true })).toHaveCount(0);
		const entries = await savedFile(page);
		expect(entries.map(({ card }) => card)).toEqual([first, second]);

		// Closing the page would lose them: the browser asks first.
		const asked = page.waitForEvent('dialog');
		const closing = page.close({ runBeforeUnload: true });
		const dialog = await asked;
		expect(dialog.type()).toBe('beforeunload');
		await dialog.dismiss();
		await closing;
		await page.getByRole('link', { name: 'Back to Today' }).click();
		expect((await countsOf(page))[2]).toBe('2');
	});
}

test('a connection that breaks once is opened anew, and the answer is saved once', async ({
	page,
	site
}) => {
	await openStudy(page, site.url);
	await page.evaluate(() => {
		const transaction = IDBDatabase.prototype.transaction;
		IDBDatabase.prototype.transaction = function () {
			IDBDatabase.prototype.transaction = transaction;
			throw new DOMException('the connection is closing', 'InvalidStateError');
		};
	});
	await answer(page);
	await expect(page.locator('.saved')).toHaveText('Saved');
	expect((await storedLog(page)).entries).toHaveLength(1);
});

test('a full device: answers stay, are never called saved, and are saved once there is room', async ({
	page,
	site
}) => {
	await openStudy(page, site.url);
	await answerAndGoOn(page);
	await page.evaluate(() => {
		const scope = window as unknown as { mend: () => void };
		const { add } = IDBObjectStore.prototype;
		scope.mend = () => (IDBObjectStore.prototype.add = add);
		IDBObjectStore.prototype.add = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await answer(page);
	await expect(page.getByRole('alert')).toContainText('The device is full');
	await expect(page.locator('.saved')).toHaveText('Not saved yet');
	await page.getByRole('button', { name: 'Next' }).click();
	const waiting = await answer(page);
	expect(await savedFile(page)).toHaveLength(2);
	expect((await storedLog(page)).entries).toHaveLength(1);

	await page.evaluate(() => (window as unknown as { mend: () => void }).mend());
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(page.getByRole('alert')).toHaveCount(0);
	const { entries } = await storedLog(page);
	expect(entries).toHaveLength(3);
	expect(entries.at(-1)?.card).toBe(waiting);
});

test('a quota that is really full leaves the answer in memory', async ({ context, page, site }) => {
	await openStudy(page, site.url);
	await answerAndGoOn(page);
	const devtools = await context.newCDPSession(page);
	await devtools.send('Storage.overrideQuotaForOrigin', {
		origin: new URL(site.url).origin,
		quotaSize: 200_000
	});
	await page.evaluate(fillDisk);
	await answer(page);
	await expect(page.getByRole('alert')).toContainText('Your answers are not being saved');
	await expect(page.locator('.saved')).toHaveText('Not saved yet');
	expect(await savedFile(page)).toHaveLength(1);
});

test('a database of a newer version is refused and left as it is', async ({
	page,
	site,
	complaints
}) => {
	await answerOne(page, site.url);
	const { databases } = await storedLog(page);
	const learner = databases.find((name) => name.split(':').length === 3) ?? '';
	// Beside the app, which would let go of its database but open it again.
	await page.goto(`${site.url}icon-192.png`);
	await page.evaluate(
		(name) =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.open(name, 99);
				request.onsuccess = () => resolve(request.result.close());
				request.onerror = () => reject(request.error);
			}),
		learner
	);
	complaints.splice(0);
	await openToday(page, site.url);
	await expect(page.getByRole('alert')).toContainText('a newer version of Kachi');
	expect((await storedLog(page)).entries).toHaveLength(1);
});

test('an unreadable entry and one from the future are kept and do no harm', async ({
	page,
	site
}) => {
	await answerOne(page, site.url);
	const future = { v: 9, id: 'zz.2', t: 1, at: 1, offset: 0, day: 0, kind: 'review' };
	await putInLog(page, [
		[['zz', 1], { nonsense: true }],
		[['zz', 2], future]
	]);
	await openToday(page, site.url);
	expect((await countsOf(page))[2]).toBe('1');
	expect((await storedLog(page)).entries).toHaveLength(3);
});
