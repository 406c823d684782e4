import type { Page } from '@playwright/test';
import { expect, test } from '../support/site';
import {
	answer,
	answerAndGoOn,
	openToday,
	partKept,
	storedLog,
	workerInCharge
} from '../support/study';
import { beginTeaching } from '../support/teach';

const lookForUpdate = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		await registration?.update();
	});

const isWaiting = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		return registration?.waiting?.state === 'installed';
	});

async function versionOf(page: Page): Promise<string | null> {
	await page.getByRole('link', { name: 'Settings' }).click();
	return page.locator('[data-version]').getAttribute('data-version');
}

/**
 * Stops the worker that another waits for, as a browser does with one that is idle: only then does
 * the next take over. With a debugger attached, as here, it may leave it running for good.
 */
async function stopReplaced(page: Page): Promise<void> {
	const devtools = await page.context().newCDPSession(page);
	const stopped: Promise<unknown>[] = [];
	devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
		if (!versions.some(({ status }) => status === 'installed')) return;
		for (const { status, runningStatus, versionId } of versions) {
			if (status !== 'activated' || runningStatus !== 'running') continue;
			// It may come after the session was given up, or the page has gone: then the next try tells.
			const stop = devtools.send('ServiceWorker.stopWorker', { versionId });
			stopped.push(stop.catch(() => undefined));
		}
	});
	await devtools.send('ServiceWorker.enable');
	await Promise.all(stopped);
	await devtools.detach();
}

/** The version, or nothing while the page is being replaced. */
async function versionShown(page: Page) {
	try {
		await stopReplaced(page);
		return await versionOf(page);
	} catch {
		return undefined;
	}
}

test('a new version waits until the session ends, then takes over', async ({ page, site }) => {
	await openToday(page, site.url);
	await workerInCharge(page);
	expect(await versionOf(page)).toBe('0.1.0');
	await page.getByRole('link', { name: 'Study' }).click();
	await answerAndGoOn(page);

	site.deploy('build-next');
	await lookForUpdate(page);
	await expect.poll(() => isWaiting(page)).toBe(true);
	const mark = await page.evaluate(() => ((window as { mark?: number }).mark = Math.random()));
	await answer(page);
	await expect(page.locator('.saved')).toHaveText('Saved');
	expect(await isWaiting(page)).toBe(true);
	expect(await page.evaluate(() => (window as { mark?: number }).mark)).toBe(mark);

	await page.getByRole('link', { name: 'Back to Today' }).click();
	await expect(page.locator('[data-done="2"]')).toBeVisible();
	await expect.poll(() => versionShown(page), { timeout: 20_000 }).toBe('next');
	expect(await page.evaluate(() => (window as { mark?: number }).mark)).toBe(undefined);
	expect((await storedLog(page)).entries).toHaveLength(2);
});

test('a session in another tab keeps a new version waiting', async ({ context, page, site }) => {
	await openToday(page, site.url);
	await workerInCharge(page);
	const studying = await context.newPage();
	await studying.goto(`${site.url}study/`);
	await expect(studying.locator('article')).toBeVisible();

	site.deploy('build-next');
	await lookForUpdate(page);
	await expect.poll(() => isWaiting(page)).toBe(true);
	expect(await versionOf(page)).toBe('0.1.0');
	await answerAndGoOn(studying);
	expect(await isWaiting(page)).toBe(true);

	await studying.getByRole('link', { name: 'Back to Today' }).click();
	await expect(studying.locator('[data-done="1"]')).toBeVisible();
	// Every tab that is in no session becomes the new version.
	await expect.poll(() => versionShown(studying), { timeout: 20_000 }).toBe('next');
	await expect.poll(() => versionShown(page), { timeout: 20_000 }).toBe('next');
});

test('who asks for an update is told of one, which takes over once no session is open', async ({
	context,
	page,
	site
}) => {
	await openToday(page, site.url);
	await workerInCharge(page);
	const studying = await context.newPage();
	await studying.goto(`${site.url}study/`);
	await expect(studying.locator('article')).toBeVisible();

	site.deploy('build-next');
	expect(await versionOf(page)).toBe('0.1.0');
	await page.getByRole('button', { name: 'Check for an update' }).click();
	const found = 'A new version was found and takes over once no session is open.';
	await expect(page.getByText(found)).toBeVisible();
	await expect.poll(() => isWaiting(page)).toBe(true);
	expect(await versionOf(page)).toBe('0.1.0');

	await studying.getByRole('link', { name: 'Back to Today' }).click();
	await expect.poll(() => versionShown(page), { timeout: 20_000 }).toBe('next');
});

test('a new version takes over at start when nothing is open', async ({ page, site }) => {
	await openToday(page, site.url);
	await workerInCharge(page);
	await page.goto('about:blank');
	site.deploy('build-next');
	await openToday(page, site.url);
	await expect.poll(() => versionShown(page), { timeout: 20_000 }).toBe('next');
});

test('a release can be withdrawn: the worker and its caches go, the answers stay', async ({
	context,
	page,
	site
}) => {
	await openToday(page, site.url);
	await workerInCharge(page);
	await page.getByRole('link', { name: 'Study now' }).click();
	await expect(page.locator('article')).toBeVisible();
	await answer(page);
	await expect(page.locator('.saved')).toHaveText('Saved');

	site.deploy('build-withdrawn');
	await page.getByRole('link', { name: 'Back to Today' }).click();
	await lookForUpdate(page);
	const left = (where: Page) =>
		where
			.evaluate(async () => [
				(await navigator.serviceWorker.getRegistrations()).length,
				(await caches.keys()).length
			])
			.catch(() => undefined);
	await expect
		.poll(() => stopReplaced(page).then(() => left(page)), { timeout: 20_000 })
		.toEqual([0, 0]);

	// A page opened from now on comes from the network, once, and calls no worker back.
	const fresh = await context.newPage();
	let loads = 0;
	fresh.on('load', () => (loads += 1));
	await openToday(fresh, site.url);
	await expect(fresh.locator('[data-done="1"]')).toBeVisible();
	await fresh.waitForTimeout(1_500);
	expect(loads).toBe(1);
	expect(await left(fresh)).toEqual([0, 0]);
	expect((await storedLog(fresh)).entries).toHaveLength(1);
});

test('a new version brings the parts in use along, and what was the old one’s is gone', async ({
	context,
	page,
	site
}) => {
	const files = () =>
		page.evaluate(async () => {
			const name = (await caches.keys()).find((each) => each.endsWith('-part-teach')) ?? '';
			return (await (await caches.open(name)).keys()).map(({ url }) => url).sort();
		});
	await openToday(page, site.url);
	await workerInCharge(page);
	await beginTeaching(page, site.url);
	await partKept(page, 'teach');
	const before = await files();
	site.deploy('build-next');
	await lookForUpdate(page);
	await expect.poll(() => versionShown(page), { timeout: 20_000 }).toBe('next');
	await context.setOffline(true);
	await page.goto(`${site.url}teach/`);
	await expect(page.getByRole('heading', { name: 'Teach', level: 1 })).toBeVisible();
	await context.setOffline(false);
	await expect.poll(files).not.toEqual(before);
	expect((await files()).length).toBe(before.length);
});
