import { expect, test } from '../support/site';
import {
	answer,
	answerAndGoOn,
	cardOn,
	countsOf,
	openStudy,
	openToday,
	storedLog,
	studyToTheEnd
} from '../support/study';

const TODAY = { left: 0, right: 1, done: 2 };

test('a whole session is studied, and a reload shows the same counts and intervals', async ({
	page,
	site
}) => {
	await openToday(page, site.url);
	const fresh = Number((await countsOf(page))[TODAY.right]);
	expect(fresh).toBeGreaterThan(8);
	await page.getByRole('link', { name: 'Study now' }).click();
	const cards = await studyToTheEnd(page);
	await page.getByRole('link', { name: 'Back to Today' }).last().click();
	const counts = await countsOf(page);
	expect(counts).toEqual(['0', '0', String(cards.length)]);
	await expect(page.getByText('That is all for today.')).toBeVisible();

	const first = cards[0] ?? '';
	const item = `${site.url}item/?id=${first.split('#')[0]}`;
	await page.goto(item);
	const state = page.locator(`[data-card="${first}"]`);
	await expect(state).toHaveText(/Comes back in \d+ days?/);
	const interval = await state.innerText();

	await page.reload();
	await expect(state).toHaveText(interval);
	await openToday(page, site.url);
	expect(await countsOf(page)).toEqual(counts);
});

test('an answer is stored once, in the form of the log', async ({ page, site }) => {
	await openStudy(page, site.url);
	const card = await answer(page, false);
	await expect(page.locator('.saved')).toHaveText('Saved');
	const { entries } = await storedLog(page);
	expect(entries).toHaveLength(1);
	expect(entries[0]).toMatchObject({
		v: 1,
		kind: 'review',
		card,
		rating: 1,
		score: 0,
		mode: 'study',
		delay: 60,
		step: 0,
		offset: 540
	});
	expect(entries[0]?.id).toMatch(/^[0-9a-z]{16}\.1$/);
});

test('the interval on the button is the interval that is stored', async ({ page, site }) => {
	await openStudy(page, site.url);
	await answer(page);
	await page.getByRole('button', { name: 'Change rating' }).click();
	const easy = page.locator('.change [data-rating="4"]');
	const shown = /(\d+) days?/.exec(await easy.innerText())?.[1];
	await easy.click();
	await expect(page.locator('.returns')).toHaveText(`Comes back in ${shown} days`);
	const card = await cardOn(page);
	await expect(page.locator('.saved')).toHaveText('Saved');
	await page.goto(`${site.url}item/?id=${card.split('#')[0]}`);
	await expect(page.locator(`[data-card="${card}"]`)).toHaveText(`Comes back in ${shown} days`);
});

test('a slip makes a wrong answer right, and undo takes both back', async ({ page, site }) => {
	await openStudy(page, site.url);
	await answer(page, false);
	await page.getByRole('button', { name: 'A slip?' }).click();
	await page.getByRole('button', { name: 'I tapped the wrong one' }).click();
	await expect(page.locator('.verdict')).toHaveText('Noted as a slip');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('[data-option]').first()).toBeEnabled();
	await page.getByRole('link', { name: 'Back to Today' }).click();
	expect((await countsOf(page))[TODAY.done]).toBe('0');
});

test('what is not known may be looked at, and counts as forgotten', async ({ page, site }) => {
	await openStudy(page, site.url);
	await page.getByRole('button', { name: "I don't know" }).click();
	await expect(page.locator('.verdict')).toHaveText('Now you have seen it');
	await expect(page.locator('.explanation')).toBeVisible();
	await expect(page.getByRole('button', { name: 'A slip?' })).toHaveCount(0);
	await expect(page.locator('.saved')).toHaveText('Saved');
	const [entry] = (await storedLog(page)).entries;
	expect(entry).toMatchObject({ kind: 'review', rating: 1, score: 0 });
	expect(entry).not.toHaveProperty('response');
	await expect(page.locator('.study > header')).toContainText('19 left · 1 again');
});

test('undo goes on where another page was looked at in between', async ({ page, site }) => {
	await openToday(page, site.url);
	await page.getByRole('link', { name: 'Study now' }).click();
	await expect(page.locator('article')).toBeVisible();
	const card = await answerAndGoOn(page);
	await expect(page.locator(`article:not([data-card="${card}"])`)).toBeVisible();
	await page.getByRole('link', { name: 'Back to Today' }).click();
	await page.getByRole('link', { name: 'Study now' }).or(page.locator('.go a')).first().click();
	await expect(page.locator('article')).toBeVisible();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.locator('article')).toHaveAttribute('data-card', card);
});

test('undo goes back to the first card, from the end of the session too', async ({
	page,
	site
}) => {
	await openToday(page, site.url);
	const before = await countsOf(page);
	await page.getByRole('link', { name: 'Study now' }).click();
	await expect(page.locator('article')).toBeVisible();
	const cards = await studyToTheEnd(page);
	for (const card of [...cards].reverse()) {
		await page.getByRole('button', { name: 'Undo' }).last().click();
		await expect(page.locator('article')).toHaveAttribute('data-card', card);
	}
	await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
	await page.getByRole('link', { name: 'Back to Today' }).click();
	expect(await countsOf(page)).toEqual(before);
	await page.reload();
	expect(await countsOf(page)).toEqual(before);
});

test('the next card is another item of another fact', async ({ page, site }) => {
	await openStudy(page, site.url);
	const seen = new Set<string>();
	for (let i = 0; i < 5; i++) seen.add((await answerAndGoOn(page)).split('#')[0] ?? '');
	expect(seen.size).toBe(5);
});

test('a second tab says where study is open, and can go on with it', async ({
	context,
	page,
	site
}) => {
	const elsewhere = { name: 'Study is open in another tab' };
	await openStudy(page, site.url);
	await answerAndGoOn(page);
	const other = await context.newPage();
	await other.goto(`${site.url}study/`);
	await expect(other.getByRole('heading', elsewhere)).toBeVisible();
	await other.getByRole('button', { name: 'Go on here' }).click();
	await expect(other.locator('article')).toBeVisible();
	await expect(page.getByRole('heading', elsewhere)).toBeVisible();
	await answerAndGoOn(other, false);

	await page.getByRole('button', { name: 'Go on here' }).click();
	await expect(page.locator('article')).toBeVisible();
	await expect(other.getByRole('heading', elsewhere)).toBeVisible();
	await answer(page);
	await expect.poll(async () => (await storedLog(page)).entries.length).toBe(3);
	const { entries } = await storedLog(page);
	expect(new Set(entries.map(({ id }) => id)).size).toBe(3);
});

test('a session that was left goes on from card to card when it is come back to', async ({
	page,
	site
}) => {
	await openStudy(page, site.url);
	const cards = [await answerAndGoOn(page)];
	for (let visit = 0; visit < 2; visit++) {
		await page.getByRole('link', { name: 'Back to Today' }).click();
		await page.getByRole('link', { name: 'Go on', exact: true }).click();
		await expect(page.locator('article')).toBeVisible();
		for (let at = 0; at < 3; at++) {
			const card = await answerAndGoOn(page);
			cards.push(card);
			await expect(page.locator(`article:not([data-card="${card}"])`)).toBeVisible();
		}
	}
	expect(new Set(cards).size).toBe(cards.length);
	await expect(page.locator('.study > header')).toContainText('13 left');
});
