import type { Page } from '@playwright/test';
import { allCards } from '../support/authored';
import { answered, dateIn, noonIn, openLearned } from '../support/learned';
import { expect, test } from '../support/site';
import { answerOne, cardOn, countsOf, openStudy, openToday } from '../support/study';

const goal = (page: Page) => page.locator('[data-goal]');
const streak = (page: Page) => page.locator('[data-streak]');
const warm = (page: Page) => page.locator('.panel .warm');
const [one = '', two = '', three = ''] = allCards();

/** The two numbers on Today: what is due, and what is new. */
async function plan(page: Page): Promise<{ due: number; fresh: number }> {
	const [due, fresh] = await countsOf(page);
	return { due: Number(due), fresh: Number(fresh) };
}

const daysOf = (page: Page) =>
	page.locator('[data-day]').evaluateAll((all) => all.map((day) => day.getAttribute('data-day')));

async function setTest(page: Page, url: string, date: string, topics?: readonly string[]) {
	await page.goto(`${url}test/`);
	await page.getByLabel('Date of the test').fill(date);
	for (const box of topics ? await page.getByRole('checkbox').all() : []) await box.uncheck();
	for (const topic of topics ?? []) await page.getByRole('checkbox', { name: topic }).check();
	await page.getByRole('button', { name: /^(Set the test|Save the changes)$/ }).click();
	await expect(page.getByRole('status').filter({ hasText: 'come first' })).toBeVisible();
}

test('an empty device shows nothing more than the way to set a test', async ({ page, site }) => {
	await openToday(page, site.url);
	await expect(page.locator('[data-topic]').first()).toBeVisible();
	await expect(page.locator('.panel')).toHaveCount(0);
	await page.getByRole('link', { name: 'I have a test' }).click();
	await expect(page.getByRole('heading', { name: 'I have a test' })).toBeVisible();
});

test('nothing jumps when what a learner has done has been read', async ({ page, site }) => {
	await openLearned(page, site.url, answered(0, 90, 12));
	await expect(page.locator('[data-topic]').first()).toBeVisible();
	await expect(goal(page)).toBeVisible();
	const shifted = await page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				let sum = 0;
				const observer = new PerformanceObserver((list) => {
					for (const entry of list.getEntries()) sum += (entry as { value?: number }).value ?? 0;
				});
				observer.observe({ type: 'layout-shift', buffered: true });
				setTimeout(() => resolve(sum), 300);
			})
	);
	expect(shifted).toBe(0);
});

test('the goal is shown, and changed on the spot', async ({ page, site }) => {
	await openLearned(page, site.url, answered(0, 3, 0, 9));
	await expect(goal(page)).toHaveText('3 of 20 today');
	await page.getByRole('button', { name: 'Change goal' }).click();
	await page.getByRole('radio', { name: '10' }).check();
	await expect(goal(page)).toHaveText('3 of 10 today');
	await page.getByLabel('Another number').fill('3');
	await page.keyboard.press('Enter');
	await expect(goal(page)).toHaveText('3 of 3 today');
	await page.getByRole('button', { name: 'Close' }).click();
	await expect(page.getByText('Reached for today.')).toBeVisible();
	await page.reload();
	await expect(goal(page)).toHaveText('3 of 3 today');
	await page.getByRole('button', { name: 'Change goal' }).click();
	await page.getByRole('radio', { name: 'None' }).check();
	await expect(goal(page)).toHaveText('No daily goal');
});

test('days in a row go on over a rest day, and grow with an answer', async ({ page, site }) => {
	const days = [1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12];
	await openLearned(
		page,
		site.url,
		days.flatMap((ago, at) => answered(at, at + 1, ago, 60))
	);
	await expect(streak(page)).toHaveText('Days in a row: 11');
	expect(await daysOf(page)).toEqual([
		...['studied', 'studied', 'rest', 'studied', 'studied', 'studied', 'open']
	]);
	await answerOne(page, site.url);
	await openToday(page, site.url);
	await expect(streak(page)).toHaveText('Days in a row: 12');
	expect((await daysOf(page)).at(-1)).toBe('studied');
});

test('the next seven days tell how many cards come back', async ({ page, site }) => {
	await openLearned(page, site.url, [
		...answered(0, 4, 5, 1),
		...answered(4, 7, 5, 7),
		...answered(7, 8, 5, 11),
		...answered(8, 9, 5, 30)
	]);
	const due = page.locator('[data-due]');
	await expect(due).toHaveCount(7);
	expect(
		await due.evaluateAll((all) => all.map((day) => Number(day.getAttribute('data-due'))))
	).toEqual([4, 0, 3, 0, 0, 0, 1]);
	await expect(due.nth(2)).toContainText('Cards on Friday: 3');
});

test('misses that can be worked off today lead to the notebook', async ({ page, site }) => {
	await openLearned(page, site.url, [
		{ card: one, daysAgo: 2, rating: 1, score: 0, interval: 3 },
		{ card: two, daysAgo: 1, rating: 1, score: 0, interval: 3 },
		{ card: three, daysAgo: 0, rating: 1, score: 0, interval: 3 }
	]);
	const misses = page.getByRole('link', { name: 'Misses to work off today: 2 of 3' });
	await expect(misses).toHaveAttribute('href', /\/missed\/$/);
});

test('after a break a plan is offered, kept and stopped', async ({ page, site }) => {
	await openLearned(page, site.url, answered(0, 90, 12));
	const before = await plan(page);
	expect(before.fresh).toBe(20);
	await expect(warm(page)).toContainText('Welcome back');
	await expect(page.locator('main')).not.toContainText(/behind|overdue/);
	await page.getByRole('button', { name: 'Choose a pace' }).click();
	const pace = page.locator('[data-pace]').first();
	await expect(page.locator('[data-pace]')).toHaveCount(3);
	await expect(pace).toContainText(/\d+ a day\s*until December/);
	const perDay = Number(await pace.getAttribute('data-pace'));
	await pace.click();
	await expect(warm(page)).toContainText(`Your plan: ${perDay} a day until December`);
	expect(await plan(page)).toEqual({ due: perDay, fresh: 0 });
	// What waits behind the plan is nobody's burden today.
	await expect(page.locator('li[data-due]').first()).toHaveAttribute('data-due', `${perDay}`);
	await page.reload();
	await expect(warm(page)).toContainText('Your plan');
	expect(await plan(page)).toEqual({ due: perDay, fresh: 0 });
	await answerOne(page, site.url);
	await openToday(page, site.url);
	expect(await plan(page)).toEqual({ due: perDay - 1, fresh: 0 });
	await page.getByRole('button', { name: 'Stop the plan' }).click();
	await expect.poll(async () => (await plan(page)).fresh).toBe(20);
	expect((await plan(page)).due).toBeGreaterThan(perDay);
});

test('a plan after a break ends by itself on its last day', async ({ page, site }) => {
	await openLearned(page, site.url, answered(0, 90, 12));
	await page.getByRole('button', { name: 'Choose a pace' }).click();
	await page.locator('[data-pace]').first().click();
	await expect(warm(page)).toContainText('Your plan');
	await page.clock.setFixedTime(noonIn(40));
	await openToday(page, site.url);
	await expect(goal(page)).toBeVisible();
	await expect(page.getByText('Your plan')).toHaveCount(0);
	expect((await plan(page)).fresh).toBe(20);
});

test('a test brings its topics first, as many new cards as it takes, and is over by itself', async ({
	page,
	site
}) => {
	await page.clock.setFixedTime(noonIn(0));
	await openToday(page, site.url);
	const before = await plan(page);
	expect(before.fresh).toBe(20);
	await setTest(page, site.url, dateIn(1));
	await openToday(page, site.url);
	await expect(warm(page)).toContainText('The test is tomorrow');
	await expect(warm(page)).toContainText(/about \d+ of \d+/);
	expect((await plan(page)).fresh).toBeGreaterThan(60);
	await setTest(page, site.url, dateIn(1), ['Dates']);
	await openStudy(page, site.url);
	await expect(page.locator('article')).toContainText('Dates');
	const card = await cardOn(page);
	await page.clock.setFixedTime(noonIn(2));
	await openToday(page, site.url);
	await expect(warm(page)).toContainText('is over');
	expect(await plan(page)).toEqual(before);
	await page.getByRole('button', { name: 'Close' }).click();
	await expect(page.locator('.panel .warm')).toHaveCount(0);
	await openStudy(page, site.url);
	expect(await cardOn(page)).not.toBe(card);
});

test('a last round is offered in the evening before a test and on its day', async ({
	page,
	site
}) => {
	await page.clock.setFixedTime(noonIn(0));
	await setTest(page, site.url, dateIn(1), ['Dates', 'Economy']);
	const drill = page.getByRole('link', { name: 'One last round' });
	await openToday(page, site.url);
	await expect(warm(page)).toBeVisible();
	await expect(drill).toHaveCount(0);
	for (const when of [noonIn(0).replace('T03', 'T10'), noonIn(1)]) {
		await page.clock.setFixedTime(when);
		await openToday(page, site.url);
		await expect(drill).toHaveAttribute(
			'href',
			/\/drill\/\?topic=japan-korea%2Fdates&topic=japan-korea%2Feconomy$/
		);
	}
});

test('a day that cannot be that of a test is told so, and a test can be removed', async ({
	page,
	site
}) => {
	await page.clock.setFixedTime(noonIn(0));
	await page.goto(`${site.url}test/`);
	const date = page.getByLabel('Date of the test');
	await page.getByRole('button', { name: 'Set the test' }).click();
	await expect(page.getByRole('alert')).toHaveText('Choose the date of the test.');
	await expect(date).toBeFocused();
	await date.fill(dateIn(-1));
	await expect(page.getByRole('alert')).toContainText('has passed');
	await date.fill(dateIn(366));
	await expect(page.getByRole('alert')).toContainText('more than a year away');
	await date.fill(dateIn(9));
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expect(page.locator('[data-about]')).toContainText(/about \d+ of \d+/);
	for (const box of await page.getByRole('checkbox').all()) await box.uncheck();
	await expect(page.getByRole('alert')).toHaveText('Choose at least one topic.');
	await page.getByRole('button', { name: 'Set the test' }).click();
	await expect(page.getByRole('button', { name: 'Remove the test' })).toHaveCount(0);
	await setTest(page, site.url, dateIn(9), ['Terms']);
	await page.reload();
	await expect(date).toHaveValue(dateIn(9));
	await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
	await page.getByRole('button', { name: 'Remove the test' }).click();
	await expect(page.getByText('The test is removed.')).toBeVisible();
	await openToday(page, site.url);
	await expect(page.locator('.panel')).toHaveCount(0);
	expect((await plan(page)).fresh).toBe(20);
});

test('a clock that is set back breaks nothing', async ({ page, site }) => {
	const days = [0, 1, 2, 3, 4, 5];
	await openLearned(
		page,
		site.url,
		days.flatMap((ago) => answered(ago, ago + 1, ago, 60))
	);
	await expect(streak(page)).toHaveText('Days in a row: 6');
	await page.clock.setFixedTime(noonIn(-3));
	await openToday(page, site.url);
	await expect(streak(page)).toHaveText('Days in a row: 4');
	await page.clock.setFixedTime(noonIn(0));
	await openToday(page, site.url);
	await expect(streak(page)).toHaveText('Days in a row: 6');
});
