import type { Page } from '@playwright/test';
import { itemOf, keyOfItem } from '../support/authored';
import { expect, test } from '../support/site';
import { openEvidence } from '../support/source-states';
import { answer, answerAndGoOn, openStudy, openToday, workerInCharge } from '../support/study';

const TESTS = 'This question tests what the article says, not whether it is so.';
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Evidence' });
const piece = (page: Page) => page.locator('[data-evidence="0"]');

test('evidence is opened, read and closed by keyboard while a question stands answered', async ({
	page,
	site
}) => {
	await openStudy(page, site.url);
	const card = await answer(page, false);
	const [evidence] = itemOf(card).evidence;
	await piece(page).focus();
	await page.keyboard.press('Enter');
	await expect(sheet(page)).toBeVisible();
	await expect(sheet(page)).toContainText(TESTS);
	await expect(
		sheet(page).getByRole('heading', { name: `Paragraph ${evidence?.paragraph}`, exact: true })
	).toBeVisible();
	expect(
		await sheet(page)
			.getByRole('list', { name: 'Words that stand there' })
			.locator('li')
			.allInnerTexts()
	).toEqual(evidence?.terms);
	// Where nothing has the focus, these would undo, open the menu and go on.
	await sheet(page).locator('cite').click();
	for (const key of ['u', 'm', 'Enter', ' ']) await page.keyboard.press(key);
	await expect(sheet(page)).toBeVisible();
	await expect(page.locator('article')).toHaveAttribute('data-card', card);
	await page.keyboard.press('Escape');
	await expect(sheet(page)).toHaveCount(0);
	await expect(piece(page)).toBeFocused();
	await expect(page.locator('.bar')).toBeVisible();
	// The keys are the session's again.
	await page.getByRole('button', { name: 'Next' }).focus();
	await page.keyboard.press('Enter');
	await expect(page.locator('article')).not.toHaveAttribute('data-card', card);
});

test('from the evidence one comes to its paragraph, to another question on it, and back', async ({
	page,
	site
}) => {
	// Neither the first paragraph, which is on the screen anyhow, nor one that one item cites alone.
	const key = keyOfItem(({ evidence: [first] }) => (first?.paragraph ?? 0) > 3);
	const [first] = itemOf(key).evidence;
	const [source, paragraph] = [first?.source, first?.paragraph];
	await openEvidence(page, site.url, key);
	const title = await sheet(page).locator('cite').innerText();
	await page.keyboard.press('Tab');
	await expect(sheet(page).getByRole('link', { name: 'About this article' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(
		new RegExp(`/source/\\?id=japan-korea/${source}&paragraph=${paragraph}$`)
	);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
	const section = page.locator(`[data-paragraph="${paragraph}"]`);
	await expect(section.locator('h2')).toBeFocused();
	await expect(section.locator('h2')).toBeInViewport();
	const numbers = await page
		.locator('[data-paragraph]')
		.evaluateAll((all) => all.map((each) => Number(each.getAttribute('data-paragraph'))));
	expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
	await expect(section.locator(`[data-item="${key.split('/')[1]}"]`)).toBeVisible();
	await section.locator('[data-item]').last().click();
	await expect(page).toHaveURL(/\/item\//);
	await page.goBack();
	await expect(section).toBeVisible();
	await page.goBack();
	await expect(page).toHaveURL(new RegExp(`/item/\\?id=${key}$`));
});

test('a reload shows the same paragraph, in the language of the learner', async ({
	page,
	site
}) => {
	await page.addInitScript(() => localStorage.setItem('kachi:/:language', 'ko'));
	await page.goto(`${site.url}source/?id=japan-korea/historic-partnership&paragraph=9`);
	await expect(page.locator('[data-paragraph="9"] h2')).toBeFocused();
	await page.reload();
	await expect(page.locator('[data-paragraph="9"] h2')).toHaveText(/9/);
	await expect(page.locator('[data-paragraph="9"] h2')).toBeInViewport();
	await expect(page.locator('main h1')).toHaveAttribute('lang', 'en');
	await expect(page.locator('main')).toContainText('날짜도 글쓴이도 나와 있지 않아요.');
});

test('a forecast is labelled as one, before and after its evidence is opened', async ({
	page,
	site
}) => {
	const forecast = keyOfItem(({ claim }) => claim === 'forecast');
	await openEvidence(page, site.url, forecast);
	await expect(sheet(page)).toContainText('A forecast of the article');
	await page.keyboard.press('Escape');
	await expect(page.locator('.explanation')).toContainText('A forecast of the article');
	const background = keyOfItem((item) => item.claim === 'fact' && item.background !== undefined);
	await openEvidence(page, site.url, background);
	await expect(sheet(page).getByText('Fact', { exact: true })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.locator('.explanation')).not.toContainText('forecast');
	await expect(
		page.getByRole('heading', { name: 'Background, not in the articles' })
	).toBeVisible();
});

test('all articles are listed, and an unknown one leads to the list', async ({ page, site }) => {
	await openToday(page, site.url);
	await page.locator('a[data-topic]').last().click();
	await page.getByRole('link', { name: 'The articles behind the questions' }).click();
	const articles = page.locator('a[data-source]');
	await expect(articles).toHaveCount(5);
	await articles.first().click();
	await expect(page.locator('main')).toContainText('AI-generated');
	await page.getByRole('link', { name: 'All sources' }).click();
	await expect(articles).toHaveCount(5);
	for (const id of ['japan-korea/none', 'none', '%F0%9F%92%A9#x']) {
		await page.goto(`${site.url}source/?id=${id}`);
		await expect(page.getByRole('heading', { name: 'There is no such source here' })).toBeVisible();
	}
	await page.getByRole('link', { name: 'All sources' }).click();
	await expect(articles).toHaveCount(5);
});

test('a topic shows how far one is, its questions, and the way to each', async ({ page, site }) => {
	await openStudy(page, site.url);
	await answerAndGoOn(page, false);
	await expect(page.locator('article')).toBeVisible();
	await openToday(page, site.url);
	// New cards come in the order of the bank: the first one is of the first topic.
	const row = page.locator('a[data-topic]').first();
	const [, seen, total] = /(\d+) of (\d+) seen/.exec(await row.innerText()) ?? [];
	expect(seen).toBe('1');
	await row.click();
	const count = (of: string) => page.locator(`[data-count="${of}"]`);
	await expect(count('learning')).toHaveText('1');
	await expect(count('known')).toHaveText('0');
	await expect(count('fresh')).toHaveText(String(Number(total) - 1));
	await expect(count('due')).toHaveText('1');
	const rows = page.locator('a[data-item]');
	await expect(rows.filter({ hasText: 'Being learnt' })).toHaveCount(1);
	const listed = await rows.count();
	await expect(page.locator('main')).toContainText(`Questions: ${listed} · Cards: ${total}`);
	await page.getByRole('link', { name: 'Browse with filters' }).click();
	await expect(page.getByRole('status').filter({ hasText: 'questions' })).toContainText(
		`${listed} of `
	);
	await page.goBack();
	await rows.last().click();
	await page.locator('main a[data-topic]').click();
	await expect(rows).toHaveCount(listed);
	await page.goto(`${site.url}topic/?id=japan-korea/none`);
	await page.getByRole('link', { name: 'Go to Today' }).click();
	await expect(row).toBeVisible();
});

test('sources and topics are there without a network', async ({ page, site }) => {
	await openToday(page, site.url);
	await workerInCharge(page);
	site.stop();
	await page.goto(`${site.url}source/?id=japan-korea/nara-summit-brief`);
	await expect(page.locator('[data-paragraph="1"]')).toBeVisible();
	await page.locator('[data-paragraph="1"] [data-item]').first().click();
	await page.locator('.reveal').click();
	await piece(page).click();
	await expect(sheet(page)).toContainText(TESTS);
	await page.keyboard.press('Escape');
	await page.locator('main a[data-topic]').click();
	await expect(page.locator('a[data-item]').first()).toBeVisible();
});
