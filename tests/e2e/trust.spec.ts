import type { Page } from '@playwright/test';
import { keyWords } from '../../src/lib/platform/assignment/seed-words';
import { ITEMS, OTHER_SEED, teacher } from '../support/assignments';
import { classLink, setQuiz } from '../support/set-quiz';
import { expect, test } from '../support/site';
import { addClass, beginTeaching } from '../support/teach';

const OWN = [ITEMS.choice, ITEMS.text];
/** Words that stand side by side in the list and nowhere else. */
const IN_LIST = /abandon\W{1,4}ability/;

/** Whether a page has loaded the list of words so far. */
function watchList(page: Page): () => Promise<boolean> {
	const scripts: Promise<string>[] = [];
	page.on('response', (response) => {
		if (/\.js$/.test(response.url())) scripts.push(response.text().catch(() => ''));
	});
	return async () => (await Promise.all(scripts)).some((text) => IN_LIST.test(text));
}

test('a teacher’s four words stand beside the code of a class, and under Details on a student’s phone, which loads the list only then', async ({
	page,
	site,
	newDevice
}) => {
	await beginTeaching(page, site.url);
	await addClass(page, site.url, '3-2');
	const words = await page.locator('[data-words]').innerText();
	expect(words).toMatch(/^[a-z]+( [a-z]+){3}$/);
	await page.getByRole('button', { name: 'Show code' }).click();
	await expect(page.getByRole('dialog').locator('[data-words]')).toHaveText(words);
	await page.getByRole('button', { name: 'Close' }).click();

	const student = await newDevice();
	const hasList = watchList(student);
	await student.goto(await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue());
	await expect(student.getByLabel('Your name')).toBeVisible();
	await expect(student.locator('[data-words]')).toHaveCount(0);
	expect(await hasList()).toBe(false);
	await student.getByText('Details').click();
	await expect(student.locator('[data-words]')).toHaveText(words);
	expect(await hasList()).toBe(true);
});

test('the same name with another key is shown with the four words of that key', async ({
	page,
	site
}) => {
	await page.goto(await classLink(site.url));
	await page.getByLabel('Your name').fill('Ada');
	await page.getByRole('button', { name: 'Join' }).click();
	await expect(page.locator('[data-joined]')).toBeFocused();
	await page.goto(`${site.url}icon-192.png`);
	await page.goto(await classLink(site.url, 'ms kim', OTHER_SEED));
	const { publicKey } = await teacher(OTHER_SEED);
	const words = (await keyWords(publicKey)).join(' ');
	await expect(page.locator('[data-trust="other-key"] [data-words]')).toHaveText(words);
});

test('whatever was opened is passed on whole, as a link and as a code', async ({ page, site }) => {
	const { link } = await setQuiz(site.url, OWN, 'device');
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto(link);
	await page.getByText('Pass it on').click();
	await expect(page.getByRole('img', { name: 'Pass it on' })).toBeVisible();
	await page.getByRole('button', { name: 'Copy the link' }).click();
	await expect(page.getByText('Copied')).toBeVisible();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
});

test('a link that lost all behind its “#” says so; the page that is opened from the app does not', async ({
	page,
	site
}) => {
	const sentence = page.getByText('This link has lost its second half');
	await page.goto(`${site.url}a/`);
	await expect(sentence).toBeVisible();
	await page.goto(`${site.url}quiz/`);
	await page.getByRole('link', { name: 'Open a quiz from a teacher' }).click();
	await expect(page.getByRole('heading', { name: 'Open a quiz' })).toBeVisible();
	await expect(sentence).toHaveCount(0);
});

test('inside another app, a class leads out with its whole link before anything is kept there', async ({
	page,
	site
}) => {
	await page.addInitScript(() => {
		Object.defineProperty(navigator, 'userAgent', { get: () => 'Mobile Safari KAKAOTALK 10.4' });
	});
	const link = await classLink(site.url);
	await page.goto(link);
	await expect(page.getByRole('link', { name: 'Open in browser' })).toHaveAttribute(
		'href',
		`kakaotalk://web/openExternal?url=${encodeURIComponent(link)}`
	);
});
