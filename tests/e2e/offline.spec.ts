import { expect, test } from '../support/site';
import {
	answerAndGoOn,
	countsOf,
	openToday,
	partKept,
	storedLog,
	studyToTheEnd,
	workerInCharge
} from '../support/study';
import { beginTeaching } from '../support/teach';

test('one visit is enough: reload, a deep link, an unknown path and a session without a network', async ({
	context,
	page,
	site,
	complaints
}) => {
	await openToday(page, site.url);
	await workerInCharge(page);
	await context.setOffline(true);
	await site.stop();

	await page.reload();
	expect((await countsOf(page))[2]).toBe('0');

	await page.goto(`${site.url}item/?id=japan-korea/seoul-talks-host`);
	await expect(page.getByRole('heading', { name: 'Ahn Gyu-back' })).toBeVisible();
	await page.getByRole('button', { name: 'Show the answer and why' }).click();
	await expect(
		page.getByText("South Korea's defence minister at the talks in Seoul")
	).toBeVisible();

	await page.goto(`${site.url}no/such/page`);
	await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
	// The router asks in vain for a newer version; no more than that.
	expect(complaints.splice(0).filter((said) => !said.includes('DISCONNECTED'))).toEqual([]);

	await page.getByRole('link', { name: 'Go to Today' }).click();
	await page.getByRole('link', { name: 'Study now' }).click();
	const cards = await studyToTheEnd(page);
	await page.goto(site.url);
	expect((await countsOf(page))[2]).toBe(String(cards.length));
	expect((await storedLog(page)).entries).toHaveLength(cards.length);

	await context.setOffline(false);
	await page.reload().catch(() => undefined);
	await expect(page.getByText('That is all for today.')).toBeVisible();
});

test('every page opens by its address without a network, those that are not kept too', async ({
	context,
	page,
	site,
	complaints
}) => {
	await openToday(page, site.url);
	await workerInCharge(page);
	await context.setOffline(true);
	for (const [path, name] of [
		['study/', /^.+$/],
		['quiz/', 'Quiz'],
		['quiz/run/?id=none', 'There is no such quiz here'],
		['quiz/result/?id=none', 'There is no such quiz here'],
		['missed/', 'Missed'],
		['missed/print/', /^.+$/],
		['drill/', 'Nothing to drill'],
		['test/', 'I have a test'],
		['browse/', 'Browse'],
		['topic/?id=japan-korea/leaders', 'Leaders'],
		['source/?id=japan-korea/nara-summit-brief', /^.+$/],
		['settings/', 'Settings']
	] as const) {
		await page.goto(site.url + path);
		await expect(page.getByRole('heading', { name, exact: true }).first(), path).toBeVisible();
	}
	expect(complaints.splice(0).filter((said) => !said.includes('DISCONNECTED'))).toEqual([]);
});

test('quizzes that teachers set open without a network from the second start on', async ({
	context,
	page,
	site
}) => {
	const parts = () =>
		page.evaluate(async () => (await caches.keys()).filter((name) => name.includes('-part-')));
	await openToday(page, site.url);
	await workerInCharge(page);
	expect(await parts()).toEqual([]);
	await page.reload();
	await partKept(page, 'take');
	expect(await parts()).toHaveLength(1);
	await context.setOffline(true);
	await site.stop();
	for (const [path, name] of [
		['a/', 'Open a quiz'],
		['take/?id=none', 'There is no such quiz on this device'],
		['collect/', 'Collect answers'],
		['hand-in/?id=none', 'There is no such quiz here']
	] as const) {
		await page.goto(site.url + path);
		await expect(page.getByRole('heading', { name }).first(), path).toBeVisible();
	}
	await page.goto(`${site.url}collect/`);
	await page.getByRole('button', { name: 'Scan' }).first().click();
	await expect(page.locator('[data-scan]')).toBeVisible();
});

test('who switches teaching on can teach without a network', async ({ context, page, site }) => {
	await openToday(page, site.url);
	await workerInCharge(page);
	await beginTeaching(page, site.url);
	await partKept(page, 'teach');
	await context.setOffline(true);
	await site.stop();
	for (const [path, name] of [
		['teach/', 'Teach'],
		['teach/class/', /^Class/],
		['teach/words/', /words/],
		['teach/paste/', 'Paste questions'],
		['teach/mark/?id=none', /^.+$/]
	] as const) {
		await page.goto(site.url + path);
		await expect(page.getByRole('heading', { name, level: 1 }).first(), path).toBeVisible();
	}
});

test('a session that loses the network goes on', async ({ context, page, site }) => {
	await openToday(page, site.url);
	await workerInCharge(page);
	await page.getByRole('link', { name: 'Study now' }).click();
	await answerAndGoOn(page);
	await context.setOffline(true);
	await answerAndGoOn(page);
	await answerAndGoOn(page);
	await page.getByRole('link', { name: 'Back to Today' }).click();
	expect((await countsOf(page))[2]).toBe('3');
});

test('it says once, and only once, that it works offline', async ({ page, site }) => {
	await openToday(page, site.url);
	await expect(page.getByText('Kachi now works without a network.')).toBeVisible();
	await page.getByRole('button', { name: 'OK' }).click();
	await expect(page.getByText('Kachi now works without a network.')).toBeHidden();
	await page.reload();
	await countsOf(page);
	await expect(page.getByText('Kachi now works without a network.')).toBeHidden();
});

test('the news of it takes no press that began before it came up', async ({ page, site }) => {
	// Runs in the page: whether the news can be pressed as soon as it is there.
	await page.addInitScript(() => {
		new MutationObserver(() => {
			const news = document.querySelector('.news');
			if (!news || 'pressable' in window) return;
			const { x, y, width, height } = news.getBoundingClientRect();
			const hit = document.elementFromPoint(x + width / 2, y + height / 2);
			Object.assign(window, { pressable: news.contains(hit) });
		}).observe(document, { childList: true, subtree: true });
	});
	await openToday(page, site.url);
	await page.getByRole('button', { name: 'OK' }).click();
	await expect(page.getByText('Kachi now works without a network.')).toBeHidden();
	expect(await page.evaluate(() => (window as { pressable?: boolean }).pressable)).toBe(false);
});

test('an item that no bank has is said in words', async ({ page, site }) => {
	await page.goto(`${site.url}item/?id=japan-korea/nothing-like-this`);
	await expect(page.getByRole('heading', { name: 'There is no such question here' })).toBeVisible();
	await expect(page.getByText('No question has this address.')).toBeVisible();
	await page.getByRole('link', { name: 'Browse all questions' }).click();
	await expect(page.getByRole('searchbox')).toBeVisible();
});
