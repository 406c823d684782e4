import type { Page } from '@playwright/test';
import { choose, figure, fingerprint, offered, openSettings } from '../support/data-part';
import { CANARY, eraseAll, learners, switchTo } from '../support/learners-part';
import { expect, test } from '../support/site';
import { fingerprintOf, logOf, logsOf, recordsOf } from '../support/stored-data';
import { answerOne, countsOf, openToday } from '../support/study';

const one = (page: Page) => page.getByRole('region', { name: 'Learner', exact: true });

async function add(page: Page, name: string, isAdding = false): Promise<void> {
	if (!isAdding) await page.getByRole('button', { name: 'Add a learner' }).click();
	await page.getByLabel('Name of the new learner').fill(name);
	await page.getByLabel('Name of the new learner').press('Enter');
	await expect(page.getByLabel('Name of the new learner')).toHaveCount(0);
}

async function rename(page: Page, name: string): Promise<void> {
	await page.getByLabel('Your name').fill(name);
	await page.getByLabel('Your name').blur();
}

/** Presses a button and holds it until typing has ended, as a finger does. */
async function pressWhileTyping(page: Page, button: string): Promise<void> {
	const box = await page.getByRole('button', { name: button }).boundingBox();
	if (!box) throw new Error(`no button: ${button}`);
	await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
	await page.mouse.down();
	await expect(page.getByLabel('Your name')).not.toBeFocused();
	await page.evaluate(() => new Promise(requestAnimationFrame));
	await page.mouse.up();
}

/** What says on Today whose turn it is. */
const turn = (page: Page) => page.locator('header').getByRole('link', { name: /^Learner: / });

const isNow = (page: Page, name: string | RegExp) =>
	expect(learners(page).locator('[aria-current="true"]')).toHaveText(name);

test('one learner sees a name and a way to add another, who begins with nothing', async ({
	page,
	site
}) => {
	await answerOne(page, site.url);
	await openSettings(page, site.url);
	await expect(one(page)).toBeVisible();
	await expect(learners(page)).toHaveCount(0);
	await rename(page, 'Jun');
	await expect(learners(page)).toHaveCount(0);
	await openToday(page, site.url);
	await expect(turn(page)).toHaveCount(0);
	await openSettings(page, site.url);
	const state = await fingerprint(page);
	const mine = await logOf(page);

	await page.getByRole('button', { name: 'Add a learner' }).click();
	await page.getByRole('button', { name: 'Cancel' }).click();
	await add(page, 'Mina');
	await expect(page.getByText('You now study as Mina.')).toBeVisible();
	await isNow(page, 'Mina');
	expect(await fingerprint(page)).toBe(await fingerprintOf([]));
	await openToday(page, site.url);
	expect((await countsOf(page))[2]).toBe('0');
	await expect(turn(page)).toHaveText('Learner: Mina');
	await answerOne(page, site.url);
	await openToday(page, site.url);
	await turn(page).click();
	await expect(page).toHaveURL(/settings\/#data$/);
	await switchTo(page, 'Jun');
	expect(await fingerprint(page)).toBe(state);
	expect([...(await logsOf(page)).values()]).toContainEqual(mine);
	await page.getByRole('link', { name: 'Today' }).click();
	await expect(turn(page)).toHaveText('Learner: Jun');
	expect((await countsOf(page))[2]).toBe('1');
});

for (const [typed, is] of [
	['Jun', 'which is kept'],
	[' ', 'which is refused']
] as const) {
	test(`the press that ends the typing of a name, ${is}, is not lost`, async ({ page, site }) => {
		await openSettings(page, site.url);
		await page.getByLabel('Your name').scrollIntoViewIfNeeded();
		await page.getByLabel('Your name').focus();
		await page.keyboard.type(typed);
		await pressWhileTyping(page, 'Add a learner');
		await expect(page.getByLabel('Name of the new learner')).toBeFocused();
		await expect(page.getByText('A name has at least')).toHaveCount(typed === ' ' ? 1 : 0);
		await add(page, 'Mina', true);
		await isNow(page, 'Mina');
		const other = typed === ' ' ? /^Learner / : typed;
		await expect(learners(page).getByRole('button', { name: other })).toBeVisible();
	});
}

test('names are trimmed, bounded and plain; equal ones are told apart by a code', async ({
	page,
	site
}) => {
	await openSettings(page, site.url);
	await rename(page, ' \u202e\u200b ');
	await expect(page.getByText('A name has at least one letter.')).toBeVisible();
	await rename(page, 'a'.repeat(61));
	await expect(page.getByText('A name has at most 60 characters.')).toBeVisible();
	await rename(page, '  \u202eMi\u200fna\u0007 ');
	await expect(page.getByLabel('Your name')).toHaveValue('Mina');
	await expect(page.getByText('A name has at most')).toHaveCount(0);
	await page.reload();
	await expect(page.getByLabel('Your name')).toHaveValue('Mina');
	await add(page, ' Mina ');
	await isNow(page, /^Mina · [0-9A-Z]{4}$/);
	await expect(learners(page).getByRole('button', { name: /^Mina · [0-9A-Z]{4}$/ })).toBeVisible();
	await rename(page, '민아'.normalize('NFD'));
	await isNow(page, '민아');
	await expect(learners(page).getByRole('button', { name: 'Mina', exact: true })).toBeVisible();
	expect(JSON.stringify(await recordsOf(page))).toContain('"민아"');
});

test('a name travels in the backup that is made, from the moment it is given', async ({
	page,
	site,
	newDevice
}) => {
	await answerOne(page, site.url);
	await openSettings(page, site.url);
	await rename(page, 'Jun');
	await expect(page.getByLabel('Your name')).toHaveValue('Jun');
	const file = await offered(page, 'Make a backup');
	const other = await newDevice();
	await answerOne(other, site.url);
	await openSettings(other, site.url);
	await choose(other, file);
	await expect(figure(other, 'whose')).toHaveText('Another learner · Jun');
	await other.getByRole('button', { name: 'Keep both: switch to that learner' }).click();
	await isNow(other, 'Jun');
});

test('a learner who was added and renamed is erased without a trace, and the other stays', async ({
	page,
	site
}) => {
	await answerOne(page, site.url);
	await openSettings(page, site.url);
	const state = await fingerprint(page);
	const before = [...(await logsOf(page)).keys()];
	await add(page, `${CANARY} the first`);
	await answerOne(page, site.url);
	await openSettings(page, site.url);
	await rename(page, `${CANARY} the second`);
	await isNow(page, `${CANARY} the second`);
	const id = [...(await logsOf(page)).keys()].find((each) => !before.includes(each)) ?? '';
	const everything = async () =>
		JSON.stringify(await recordsOf(page)) +
		(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))) +
		(await page.evaluate(async () => JSON.stringify(await indexedDB.databases())));
	expect(await everything()).toContain(CANARY);
	expect(await everything()).not.toContain('the first');
	const whose = new RegExp(`Takes away everything of ${CANARY} the second on this device`);
	await expect(page.getByText(whose)).toBeVisible();
	await eraseAll(page, `${CANARY} the second`);
	await expect(
		page.getByText(/^You now study as Learner without a name · [0-9A-Z]{4}\.$/)
	).toBeVisible();
	await expect(one(page)).toBeVisible();
	const left = await everything();
	expect(left).not.toContain(CANARY);
	expect(id).not.toBe('');
	expect(left).not.toContain(id);
	expect([...(await logsOf(page)).keys()]).toEqual(before);
	expect(await fingerprint(page)).toBe(state);
});

test('after the last one is erased a new and empty one begins', async ({ page, site }) => {
	await answerOne(page, site.url);
	await openSettings(page, site.url);
	await rename(page, 'Jun');
	const [before] = [...(await logsOf(page)).keys()];
	await eraseAll(page, 'Jun');
	await expect(page.getByText('A new learner begins here')).toBeVisible();
	await expect(page.getByLabel('Your name')).toHaveValue('');
	const [after, ...others] = [...(await logsOf(page)).keys()];
	expect(others).toEqual([]);
	expect(after).not.toBe(before);
	await openToday(page, site.url);
	expect((await countsOf(page))[2]).toBe('0');
	expect(JSON.stringify(await recordsOf(page))).not.toContain('Jun');
});
