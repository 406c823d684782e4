import type { Page } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../support/site';
import { answer, answerAndGoOn, countsOf, openToday, workerInCharge } from '../support/study';

/** Lets none of the app's files through that were not needed so far. */
async function withholdTheRest(page: Page): Promise<() => Promise<void>> {
	// The page of errors comes last, after all that Today needs.
	await page.waitForLoadState('networkidle');
	const had = new Set(
		await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
	);
	const files = '**/_app/immutable/**';
	await page.route(files, (route) =>
		had.has(route.request().url()) ? route.continue() : route.abort()
	);
	return () => page.unroute(files);
}

const LOAD_FAILED = 'This page could not be loaded';

const isTold = (page: Page, title: string) =>
	expect(page.getByRole('heading', { name: title })).toBeVisible();

test('an unknown address says what was not found, and the ways on work', async ({ page, site }) => {
	const ways = [
		['Go to Today', /\/$/],
		['Study', /\/study\/$/],
		['Settings', /\/settings\/$/]
	] as const;
	for (const [way, address] of ways) {
		await page.goto(`${site.url}no/such/%ED%95%9C/?q=1`);
		await isTold(page, 'There is no such page');
		await expect(page.getByText('Nothing is at /no/such/한/.')).toBeVisible();
		await expect(page).toHaveTitle('There is no such page · Kachi');
		await page.locator('.message').getByRole('link', { name: way }).click();
		await expect(page).toHaveURL(address);
		await expect(page.locator('.message')).toHaveCount(0);
	}
});

test('an unknown address says so without a network, too', async ({
	context,
	page,
	site,
	complaints
}) => {
	await openToday(page, site.url);
	await workerInCharge(page);
	await context.setOffline(true);
	await site.stop();
	await page.goto(`${site.url}no/such/page`);
	await isTold(page, 'There is no such page');
	await page.getByRole('link', { name: 'Go to Today' }).click();
	expect((await countsOf(page))[2]).toBe('0');
	// The router asks in vain for a newer version.
	expect(complaints.splice(0).filter((said) => !said.includes('DISCONNECTED'))).toEqual([]);
});

test.describe('without a worker that keeps the app', () => {
	test.use({ serviceWorkers: 'block' });

	for (const { name, link, is } of [
		{ name: 'Settings', link: 'Settings', is: '.settings' },
		{ name: 'Study', link: 'Study now', is: 'article' }
	]) {
		test(`${name} that cannot be fetched says so, and is there once it can be`, async ({
			page,
			site,
			complaints
		}) => {
			await openToday(page, site.url);
			const letThrough = await withholdTheRest(page);
			await page.getByRole('link', { name: link }).click();
			await isTold(page, LOAD_FAILED);
			await expect(page).toHaveURL(new RegExp(`/${name.toLowerCase()}/$`));
			for (const colorScheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
				expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
			}
			await page.getByRole('button', { name: 'Try again' }).click();
			await isTold(page, LOAD_FAILED);
			await letThrough();
			await page.getByRole('button', { name: 'Try again' }).click();
			await expect(page.locator(is)).toBeVisible();
			complaints.splice(0);
		});
	}

	test('without a network it is tried again in place, and Today is a way on', async ({
		context,
		page,
		site,
		complaints
	}) => {
		await openToday(page, site.url);
		await page.evaluate(() => ((window as { mark?: boolean }).mark = true));
		await context.setOffline(true);
		await page.getByRole('link', { name: 'Settings' }).click();
		await isTold(page, LOAD_FAILED);
		await page.getByRole('button', { name: 'Try again' }).click();
		await isTold(page, LOAD_FAILED);
		await page.getByRole('link', { name: 'Go to Today' }).click();
		expect((await countsOf(page))[2]).toBe('0');
		expect(await page.evaluate(() => (window as { mark?: boolean }).mark)).toBe(true);
		await context.setOffline(false);
		await page.getByRole('link', { name: 'Settings' }).click();
		await expect(page.locator('.settings')).toBeVisible();
		complaints.splice(0);
	});

	test('a part of Settings that cannot be fetched is missed alone, and tried again', async ({
		page,
		site,
		complaints
	}) => {
		const parts = '**/_app/immutable/**';
		let isWithheld = false;
		await page.route(parts, async (route) => {
			if (!isWithheld) return route.continue();
			const body = await (await route.fetch()).text();
			return body.includes('application/octet-stream') ? route.abort() : route.continue();
		});
		isWithheld = true;
		await page.goto(`${site.url}settings/`);
		await expect(page.getByText('This part could not be loaded.')).toBeVisible();
		await expect(page.getByLabel('New cards a day')).toBeVisible();
		isWithheld = false;
		await page.locator('#data').getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByRole('button', { name: 'Make a backup' })).toBeVisible();
		complaints.splice(0);
	});

	test('a session without its questions says so, and goes on once they are there', async ({
		page,
		site,
		complaints
	}) => {
		let isWithheld = true;
		await page.route('**/_app/immutable/**', async (route) => {
			if (!isWithheld) return route.continue();
			const body = await (await route.fetch()).text();
			return body.includes('"evidence":') || body.includes('evidence:[')
				? route.abort()
				: route.continue();
		});
		await page.goto(`${site.url}study/`);
		await expect(page.getByRole('alert')).toBeVisible();
		isWithheld = false;
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.locator('article')).toBeVisible();
		await answer(page);
		await expect(page.locator('.saved')).toHaveText('Saved');
		complaints.splice(0);
	});
});

test('where nothing can be kept every page says so and shows itself all the same', async ({
	page,
	site
}) => {
	await page.addInitScript(() =>
		Object.defineProperty(window, 'indexedDB', { value: undefined, configurable: true })
	);
	const notice = page.getByRole('alert').filter({ hasText: 'Your answers are not being saved' });
	for (const [path, shown] of [
		['', '.go'],
		['study/', 'article'],
		['settings/', '.settings'],
		['item/?id=japan-korea/seoul-talks-host', '.reveal']
	] as const) {
		await page.goto(`${site.url}${path}`);
		await expect(notice).toBeVisible();
		await expect(page.locator(shown)).toBeVisible();
	}
	await page.goto(`${site.url}settings/`);
	await page.getByRole('button', { name: 'Add a learner' }).click();
	await page.getByLabel('Name of the new learner').fill('Mina');
	await page.getByRole('button', { name: 'Add', exact: true }).click();
	await isTold(page, 'The learner could not be added');
	await page.getByRole('radio', { name: '130%' }).check();
	await expect(page.locator('html')).toHaveAttribute('data-text', '130');
});

test('a page that breaks says so in its place, and the others go on', async ({
	page,
	site,
	complaints
}) => {
	await openToday(page, site.url);
	await page.evaluate(() => {
		const { NumberFormat } = Intl;
		(window as { mend?: () => void }).mend = () => (Intl.NumberFormat = NumberFormat);
		Intl.NumberFormat = function () {
			throw new Error('broken on purpose');
		} as unknown as typeof NumberFormat;
	});
	await page.getByRole('link', { name: 'Settings' }).click();
	await isTold(page, 'Something went wrong');
	expect(complaints.splice(0)).toEqual([expect.stringContaining('broken on purpose')]);
	await page.evaluate(() => (window as { mend?: () => void }).mend?.());
	await page.getByRole('link', { name: 'Go to Today' }).click();
	await page.getByRole('link', { name: 'Study now' }).click();
	await answerAndGoOn(page);
});
