import type { Page } from '@playwright/test';
import { itemOfCard } from '../../src/lib/core/item/card-key';
import { allItems, itemOf, someItem } from '../support/authored';
import { expect, test } from '../support/site';
import { answerAndGoOn, answerOne, openStudy, openToday, storedLog } from '../support/study';

const search = (page: Page) =>
	page.getByRole('searchbox', { name: 'Search questions, answers and notes' });
const rows = (page: Page) => page.locator('a[data-item]');
const count = (page: Page) => page.locator('.line').getByRole('status');
const done = (page: Page) => page.locator('.did');
const boxes = (page: Page) => page.getByRole('checkbox');
const acts = (page: Page) => page.getByRole('button', { name: 'With the selected questions' });
const total = allItems().length;

/** How many of the authored items there are. */
const itemsWith = (fits: (item: ReturnType<typeof itemOf>) => boolean) =>
	allItems().filter((key) => fits(itemOf(`${key}#`))).length;
const orders = itemsWith(({ kind }) => kind === 'order');

const entriesOf = async (page: Page, kind: string) =>
	(await storedLog(page)).entries.filter((entry) => entry.kind === kind);
const suspendedIn = async (page: Page) =>
	((await entriesOf(page, 'suspend')) as readonly { cards?: readonly string[] }[]).map(
		({ cards }) => cards?.length
	);

async function selectAll(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Select', exact: true }).click();
	await page.getByRole('button', { name: /^Select all \d+$/ }).click();
}

async function openBrowse(page: Page, url: string, query = ''): Promise<void> {
	await page.goto(`${url}browse/${query}`);
	await expect(search(page)).toBeVisible();
}

test('a question is found by its words, whatever their case and accents', async ({
	page,
	site
}) => {
	await openToday(page, site.url);
	await page.getByRole('link', { name: 'Browse' }).click();
	await expect(page.getByRole('heading', { name: 'Browse' })).toBeVisible();
	// The search comes with the list, which may be loading still.
	await expect(search(page)).toBeVisible();
	// The list draws its beginning; the count is of all.
	await expect(count(page)).toHaveText(`${total} of ${total} questions`);
	await search(page).fill('NÁRA');
	await expect(count(page)).toHaveText(new RegExp(`^[1-9]\\d? of ${total} questions$`));
	await search(page).fill('nara SUMMIT japan talks WHO');
	await expect(rows(page)).toHaveCount(1);
	await rows(page).first().click();
	await expect(page.getByRole('heading', { name: /Nara summit/ })).toBeVisible();
	// Typing was not waited for: the address has it all the same.
	await page.goBack();
	await expect(search(page)).toHaveValue('nara SUMMIT japan talks WHO');
	await expect(rows(page)).toHaveCount(1);
});

test('menus write into the search, which stands in the address, and Back takes them back', async ({
	page,
	site
}) => {
	await openStudy(page, site.url);
	await answerAndGoOn(page, false);
	await expect(page.locator('article')).toBeVisible();
	await openBrowse(page, site.url);
	const drawn = await rows(page).count();
	await page.getByLabel('State').selectOption('Being learnt');
	await expect(search(page)).toHaveValue('is:learning');
	await expect(rows(page)).toHaveCount(1);
	await expect(rows(page).first()).toContainText('Being learnt');
	await expect(rows(page).first()).toContainText('Missed');
	await page.getByLabel('Kind').selectOption('Flashcard');
	await expect(search(page)).toHaveValue('is:learning kind:flashcard');
	await expect(page).toHaveURL(/\?q=is%3Alearning\+kind%3Aflashcard$/);
	await expect(page.getByText('No question matches.')).toBeVisible();
	await page.goBack();
	await expect(rows(page)).toHaveCount(1);
	await page.reload();
	await expect(rows(page)).toHaveCount(1);
	await expect(page.getByLabel('State')).toHaveValue('is:learning');
	await page.getByLabel('State').selectOption('Any state');
	await expect(search(page)).toHaveValue('');
	await page.goBack();
	await page.goBack();
	await expect(rows(page)).toHaveCount(drawn);
});

test('each term finds what it names', async ({ page, site }) => {
	await openStudy(page, site.url);
	const card = await answerAndGoOn(page, false);
	await openBrowse(page, site.url);
	const phrase = itemOf(card).evidence[0]?.source ?? '';
	const cited = itemsWith(({ evidence }) => evidence.some(({ source }) => source === phrase));
	const found: readonly (readonly [string, number])[] = [
		['is:learning', 1],
		['is:missed', 1],
		['-is:new', 1],
		['is:new', total - 1],
		['is:leech', 0],
		['stability<10', 1],
		['stability >= 10', 0],
		['difficulty>=1', 1],
		['lapses=0', 1],
		['due<1', 1],
		['flag:3', 0],
		['kind:order', orders],
		['-kind:order', total - orders],
		['kind:order or is:learning', orders + (itemOf(card).kind === 'order' ? 0 : 1)],
		[`source:${phrase}`, cited],
		['topic:leaders or -topic:leaders', total]
	];
	for (const [text, many] of found) {
		await search(page).fill(text);
		await expect(count(page), text).toHaveText(`${many} of ${total} questions`);
		await expect(page.locator('[data-mistake]')).toHaveCount(0);
	}
	const { key, item } = someItem('choice', ({ stem }) => /^[A-Za-z ,]+\?$/.test(stem));
	const words = item.stem.split(' ').slice(0, 4);
	await search(page).fill(`"${words.join(' ')}"`);
	await expect(page.locator(`a[data-item="${key}"]`)).toBeVisible();
	await search(page).fill(`"${[...words].reverse().join(' ')}"`);
	await expect(page.getByText('No question matches.')).toBeVisible();
});

test('a part that cannot be read is marked, the rest is searched, and one press mends it', async ({
	page,
	site
}) => {
	await openBrowse(page, site.url);
	await search(page).fill('is:nw kind:order');
	await expect(page.locator('[data-mistake] mark')).toHaveText('is:nw');
	await expect(search(page)).toHaveAttribute('aria-invalid', 'true');
	await expect(search(page)).toHaveAccessibleDescription(/is:nw There is no such state/);
	await expect(count(page)).toHaveText(`${orders} of ${total} questions`);
	await page.getByRole('button', { name: 'Did you mean is:new?' }).click();
	await expect(search(page)).toHaveValue('is:new kind:order');
	await expect(search(page)).toBeFocused();
	await expect(page.locator('[data-mistake]')).toHaveCount(0);
	await search(page).fill('topic:leeders');
	await expect(page.getByRole('button', { name: 'Did you mean topic:leaders?' })).toBeVisible();
	await search(page).fill('stability<soon');
	await expect(page.getByText('A number belongs here.')).toBeVisible();
	await expect(count(page)).toHaveText(`${total} of ${total} questions`);
});

test('an address of before means the same search', async ({ page, site }) => {
	await openBrowse(page, site.url, '?topic=japan-korea/leaders&kind=choice&state=new&q=tokyo');
	await expect(search(page)).toHaveValue('tokyo topic:japan-korea/leaders kind:choice is:new');
	await expect(page.getByLabel('Topic')).toHaveValue('topic:leaders');
	await expect(page.getByLabel('Kind')).toHaveValue('kind:choice');
	await expect(rows(page).first()).toContainText(/tokyo/i);
	await page.getByLabel('Topic').selectOption('Any topic');
	await expect(search(page)).toHaveValue('tokyo kind:choice is:new');
});

test('many questions are suspended as one act, and brought back by one undo', async ({
	page,
	site
}) => {
	await openBrowse(page, site.url, '?q=kind:order');
	await selectAll(page);
	await expect(page.locator(`[data-chosen="${orders}"]`)).toBeVisible();
	await boxes(page).first().uncheck();
	await expect(page.locator(`[data-chosen="${orders - 1}"]`)).toBeVisible();
	await boxes(page).first().check();
	await acts(page).click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /^Suspend/ })
		.click();
	await expect(done(page)).toContainText(`Suspended · Questions: ${orders}`);
	await expect(acts(page)).toBeFocused();
	await expect(page.locator('li .suspended')).toHaveCount(orders);
	await expect.poll(() => suspendedIn(page)).toEqual([orders]);
	await done(page).getByRole('button', { name: 'Undo' }).click();
	await expect(done(page)).toHaveCount(0);
	await expect(page.locator('li .suspended')).toHaveCount(0);
	await expect.poll(() => entriesOf(page, 'undo').then((all) => all.length)).toBe(1);
});

test('all questions are flagged at once, those that are not drawn too', async ({ page, site }) => {
	await openBrowse(page, site.url);
	await selectAll(page);
	await expect(page.locator(`[data-chosen="${total}"]`)).toBeVisible();
	await acts(page).click();
	await page.locator('dialog [data-flag="4"]').click();
	await expect(done(page)).toContainText(`Flag: Blue · Questions: ${total}`);
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await search(page).fill('flag:4');
	await expect(count(page)).toHaveText(`${total} of ${total} questions`);
	await expect.poll(() => entriesOf(page, 'flag').then((all) => all.length)).toBe(1);
	await done(page).getByRole('button', { name: 'Undo' }).click();
	await expect(count(page)).toHaveText(`0 of ${total} questions`);
});

test('what is chosen is made new again after a question, by keyboard alone', async ({
	page,
	site
}) => {
	await answerOne(page, site.url);
	await openBrowse(page, site.url, '?q=-is:new');
	await expect(rows(page)).toHaveCount(1);
	await page.getByRole('button', { name: 'Select', exact: true }).focus();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	await expect(boxes(page)).toBeFocused();
	await page.keyboard.press('Space');
	await expect(boxes(page)).toBeChecked();
	await page.keyboard.press('Tab');
	await expect(acts(page)).toBeFocused();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog');
	await expect(dialog.getByRole('button', { name: /^Suspend/ })).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(dialog).toContainText('Make the selected questions new again (1)?');
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(count(page)).toHaveText(`0 of ${total} questions`);
	await expect(done(page)).toContainText('New again · Questions: 1');
	await done(page).getByRole('button', { name: 'Undo' }).press('Enter');
	await expect(count(page)).toHaveText(`1 of ${total} questions`);
	await expect(page.getByRole('button', { name: 'Done', exact: true })).toBeFocused();
});

test('a card with a history has a forgetting curve, and a new one has none', async ({
	page,
	site
}) => {
	const card = await answerOne(page, site.url);
	await page.goto(`${site.url}item/?id=${itemOfCard(card)}`);
	await page.getByText('How well you remember it').click();
	const curve = page.locator(`[data-curve="${card}"]`);
	await expect(curve.getByRole('img', { name: /Reviews: 1\. Today about 100\s?%/ })).toBeVisible();
	await expect(curve.locator('.dot')).toHaveCount(1);
	await expect(curve.locator('[data-recall]')).toHaveText(/^100\s?%$/);
	const other = allItems().find((key) => key !== itemOfCard(card));
	await page.goto(`${site.url}item/?id=${other}`);
	await expect(page.locator('.parts summary')).toHaveCount(2);
});

test('what is known is told of a topic and of what was found, once something was asked', async ({
	page,
	site
}) => {
	await openBrowse(page, site.url);
	await expect(count(page)).toBeVisible();
	await expect(page.locator('[data-known]')).toHaveCount(0);
	const card = await answerOne(page, site.url);
	await openBrowse(page, site.url);
	await expect(page.locator('[data-known]')).toHaveText(
		/^You probably know about \d+\s?% of these/
	);
	await search(page).fill('is:new');
	await expect(page.locator('[data-known]')).toHaveCount(0);
	await page.goto(`${site.url}item/?id=${itemOfCard(card)}`);
	await page.locator('main a[data-topic]').click();
	await expect(page.locator('[data-known]')).toContainText('on what was asked so far (1)');
});

test('a question is found by its answer, which its row does not give away', async ({
	page,
	site
}) => {
	const { key, item } = someItem('text', ({ stem, key }) => !stem.includes(key));
	await openBrowse(page, site.url);
	await search(page).fill(item.key.toUpperCase());
	const row = page.locator(`a[data-item="${key}"]`);
	await expect(row).toBeVisible();
	await expect(row).not.toContainText(item.key);
	await search(page).fill(`${item.key} zebra`);
	await expect(page.getByText('No question matches.')).toBeVisible();
});

test('an empty list says so, and offers everything again', async ({ page, site }) => {
	await openBrowse(page, site.url, '?q=zebra&topic=japan-korea/leaders');
	await expect(page.getByText('No question matches.')).toBeVisible();
	await page.getByRole('button', { name: 'Clear filters' }).click();
	await expect(rows(page).first()).toBeVisible();
	await expect(search(page)).toHaveValue('');
	await expect(search(page)).toBeFocused();
	await expect(page).toHaveURL(/\/browse\/$/);
});

test('a list is walked through by keyboard alone', async ({ page, site }) => {
	await openBrowse(page, site.url);
	await search(page).focus();
	await page.keyboard.type('tokyo');
	await expect(rows(page).first()).toContainText(/tokyo/i);
	const key = await rows(page).first().getAttribute('data-item');
	const isThere = () =>
		rows(page)
			.first()
			.evaluate((el) => el === document.activeElement);
	for (let i = 0; i < 8 && !(await isThere()); i++) await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(`${site.url}item/?id=${key}`);
	await page.goBack();
	await expect(search(page)).toHaveValue('tokyo');
});

test('what cannot be a filter shows everything', async ({ page, site }) => {
	await openBrowse(page, site.url, '?state=lost&kind=essay&flag=9');
	await expect(rows(page).nth(8)).toBeVisible();
});
