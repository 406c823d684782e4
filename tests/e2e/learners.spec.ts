import type { Page } from '@playwright/test';
import {
	backupOf,
	choose,
	figure,
	fingerprint,
	offered,
	openSettings,
	restore,
	takeBack
} from '../support/data-part';
import { entry, review } from '../support/entries';
import { CANARY, eraseAll, learners, switchTo } from '../support/learners-part';
import { expect, test } from '../support/site';
import { dump, fingerprintOf, logOf, logsOf, recordsOf } from '../support/stored-data';
import { answerOne, countsOf, openToday } from '../support/study';

/** One who has answered other questions than anybody meets here on the first day. */
const wren = { id: 'wren-of-another-phone', name: 'Wren' };
const wrens = [
	review('wren.1', 100, 'japan-korea/one#'),
	review('wren.2', 300, 'japan-korea/two#')
];

/** Takes another learner in beside the one who is here. */
async function keepBoth(page: Page): Promise<void> {
	await choose(page, await backupOf(wren, wrens));
	await expect(figure(page, 'whose')).toHaveText('Another learner · Wren');
	await page.getByRole('button', { name: 'Keep both: switch to that learner' }).click();
	await expect(page.getByRole('heading', { name: 'Restored' })).toBeVisible();
}

test('two learners on one device never see what the other did, and each finds it all again', async ({
	page,
	site
}) => {
	const card = await answerOne(page, site.url);
	const item = `${site.url}item/?id=${card.split('#')[0]}`;
	await openSettings(page, site.url);
	const [mine = []] = [...(await logsOf(page)).values()];
	const state = await fingerprint(page);

	await keepBoth(page);
	expect(await fingerprint(page)).toBe(await fingerprintOf(wrens));
	await page.goto(item);
	await expect(page.locator(`[data-card="${card}"]`)).toHaveText('New: not studied yet');
	await openToday(page, site.url);
	expect((await countsOf(page))[2]).toBe('0');
	await answerOne(page, site.url);

	await openSettings(page, site.url);
	const hers = (await logsOf(page)).get(wren.id) ?? [];
	expect(hers).toHaveLength(wrens.length + 1);
	await switchTo(page, /^Learner /);
	expect(await fingerprint(page)).toBe(state);
	await page.goto(item);
	await expect(page.locator(`[data-card="${card}"]`)).toHaveText(/^Comes back in /);
	await openToday(page, site.url);
	expect((await countsOf(page))[2]).toBe('1');
	await openSettings(page, site.url);
	await switchTo(page, 'Wren');
	expect(await fingerprint(page)).toBe(await fingerprintOf(hers));
	const logs = await logsOf(page);
	expect([...logs.keys()].sort()).toContain(wren.id);
	expect([...logs.values()]).toEqual(expect.arrayContaining([mine, hers]));
	expect(logs.size).toBe(2);
});

test('another learner’s backup is joined only after the word is typed, and is one’s own from then on', async ({
	page,
	site
}) => {
	await answerOne(page, site.url);
	await openSettings(page, site.url);
	const mine = await logOf(page);
	const before = await dump(page);
	const file = await backupOf(wren, wrens);
	await choose(page, file);
	const join = page.getByRole('button', { name: 'Join them into one' });
	await expect(join).toHaveAttribute('aria-disabled', 'true');
	// As a keyboard presses it: Playwright itself would wait until it is on.
	await join.press('Enter');
	const word = page.getByLabel('To go on, type: JOIN');
	await word.fill('JION');
	await word.press('Enter');
	await expect(join).toBeVisible();
	expect(await dump(page)).toBe(before);

	await word.fill('join');
	await word.press('Enter');
	await expect(page.getByRole('heading', { name: 'Restored' })).toBeVisible();
	const joined = await logOf(page);
	expect(joined).toEqual(expect.arrayContaining([...mine, ...wrens]));
	expect(joined).toHaveLength(mine.length + wrens.length + 1);
	await expect(learners(page)).toHaveCount(0);
	expect(await fingerprint(page)).toBe(await fingerprintOf(joined));
	await choose(page, file);
	await expect(figure(page, 'whose')).toHaveText('Yours · Wren');
	await expect(page.getByText('All of it is already here.')).toBeVisible();
});

test('joining is taken back as well: the other learner is another one again', async ({
	page,
	site
}) => {
	await answerOne(page, site.url);
	await openSettings(page, site.url);
	const state = await fingerprint(page);
	const file = await backupOf(wren, wrens);
	await choose(page, file);
	await page.getByLabel('To go on, type: JOIN').fill('JOIN');
	await page.getByRole('button', { name: 'Join them into one' }).click();
	await expect(page.getByRole('heading', { name: 'Restored' })).toBeVisible();
	await takeBack(page);
	expect(await fingerprint(page)).toBe(state);
	await choose(page, file);
	await expect(figure(page, 'whose')).toHaveText('Another learner · Wren');
});

const canary = { id: `${CANARY}-id`, name: `${CANARY} by name` };
const canaries = [
	review('canary.1', 100, `${CANARY}/card#`),
	entry('note', 'canary.2', 200, { item: `${CANARY}/item`, text: `${CANARY} was here` })
];

test('erasing a learner leaves no trace of them in the browser, and the other as they were', async ({
	page,
	site
}) => {
	await openSettings(page, site.url);
	await restore(page, await backupOf(canary, canaries));
	// Once more: so that a backup is kept and there is a restore to take back.
	const later = review('canary.3', 300, `${CANARY}/other#`);
	await restore(page, await backupOf(canary, [...canaries, later], [{ odd: CANARY }]));
	await keepBoth(page);
	const state = await fingerprint(page);
	await switchTo(page, canary.name);
	const everything = () =>
		page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
	const found = (text: string) => text.split(CANARY).length - 1;
	expect(found(JSON.stringify(await recordsOf(page)))).toBeGreaterThan(10);
	expect(found(await everything())).toBe(1);

	await eraseAll(page, canary.name);
	await expect(page.getByText('You now study as Wren.')).toBeVisible();
	expect(found(JSON.stringify(await recordsOf(page)))).toBe(0);
	expect(found(await everything())).toBe(0);
	expect(await fingerprint(page)).toBe(state);
	await expect(learners(page)).toHaveCount(0);
	await page.reload();
	expect(await fingerprint(page)).toBe(state);
	expect([...(await logsOf(page)).keys()]).toEqual([wren.id]);
});

test('nothing is erased before the word is typed, and a backup made just before brings it all back', async ({
	page,
	site
}) => {
	await answerOne(page, site.url);
	await openSettings(page, site.url);
	const state = await fingerprint(page);
	await page.getByRole('button', { name: 'Erase everything…' }).click();
	const panel = page.getByRole('region', { name: 'This cannot be undone' });
	const button = panel.getByRole('button', { name: 'Erase everything' });
	const before = await dump(page);
	await button.press('Enter');
	await panel.getByLabel('To go on, type: ERASE').press('Enter');
	await expect(button).toHaveAttribute('aria-disabled', 'true');
	expect(await dump(page)).toBe(before);
	const file = await offered(page, 'Make a backup', panel);
	await panel.getByLabel('To go on, type: ERASE').fill('erase');
	await button.click();
	await expect(page.getByRole('heading', { name: 'Everything was erased.' })).toBeVisible();
	await openToday(page, site.url);
	expect((await countsOf(page))[2]).toBe('0');
	await openSettings(page, site.url);
	await restore(page, file);
	expect(await fingerprint(page)).toBe(state);
});
