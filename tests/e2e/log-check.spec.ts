import type { Page } from '@playwright/test';
import {
	backupOf,
	figure,
	fingerprint,
	offered,
	openSettings,
	readFileOf,
	restore
} from '../support/data-part';
import { entry, review, undo } from '../support/entries';
import { expect, test } from '../support/site';
import { fingerprintOf, logOf, putInLog } from '../support/stored-data';
import { answer, answerOne, countsOf, openStudy, openToday } from '../support/study';

const GOOD = 3;
const learner = { id: 'one-learner' };

const check = (page: Page) => page.getByRole('button', { name: 'Check now' }).click();

/** Days since 1970, and hundredths of it as entries in tests are dated. */
const dayOf = (date: string) => Date.parse(date) / 86_400_000;
const on = (date: string) => 100 * dayOf(date);

const well = [
	review('phone.1', on('2026-11-20'), 'japan-korea/seoul-talks-host#'),
	review('phone.2', on('2026-11-21'), 'japan-korea/seoul-talks-host#')
];

const odd = {
	rated: { ...review('phone.3', on('2026-11-21') + 1, 'bank/one#'), rating: 7 },
	ancient: review('phone.4', on('1970-01-02'), 'bank/two#'),
	distant: review('phone.5', on('2099-01-01'), 'bank/three#'),
	homeless: review('phone.6', on('2026-11-22'), 'no-bank/no-item#'),
	itself: undo('phone.7', on('2026-11-22') + 1, 'phone.7'),
	unknown: { ...well[0], id: 'phone.8', kind: 'dream', t: on('2026-11-22') + 2 },
	newer: { ...well[0], id: 'phone.9', v: 9, t: on('2026-11-22') + 3 },
	twin: { ...entry('note', 'phone.2', on('2026-11-21'), { item: 'a/b', text: 'another' }) }
};

test('a log of oddities is kept whole, counted by what is odd, and does no harm', async ({
	page,
	site
}) => {
	const values = [...well, ...Object.values(odd)];
	await page.clock.setFixedTime('2026-11-25T03:00:00Z');
	await openSettings(page, site.url);
	await restore(page, await backupOf(learner, values, ['not an entry']));
	expect(await logOf(page)).toHaveLength(values.length);
	await check(page);
	await expect(page.getByRole('region', { name: /^Some things are odd/ })).toBeVisible();
	for (const [id, count] of Object.entries({
		entries: '10',
		devices: '1',
		unknown: '1',
		newer: '1',
		erased: '0',
		malformed: '1',
		doubled: '1',
		jumps: '2',
		'self-undos': '1',
		agrees: 'Yes'
	})) {
		await expect(figure(page, id), id).toContainText(count);
	}
	await expect(figure(page, 'unknown')).toBeVisible();
	await expect(page.getByText('dream × 1')).toBeVisible();

	// The clock of the last answer is asked about, and study goes on.
	await openToday(page, site.url);
	await expect(page.getByRole('region', { name: 'Which date is right?' })).toBeVisible();
	await openStudy(page, site.url);
	await answer(page);
	await expect.poll(async () => (await logOf(page)).length).toBe(values.length + 1);
	await openSettings(page, site.url);
	const log = await logOf(page);
	expect(log).toEqual(expect.arrayContaining(values));
	expect(await fingerprint(page)).toBe(await fingerprintOf(log));
	const { entries } = await readFileOf(await offered(page, 'Make a backup'));
	expect(entries).toEqual(expect.arrayContaining(values));
});

test('what cannot be read is set aside, and a backup still holds it', async ({ page, site }) => {
	await answerOne(page, site.url);
	await putInLog(page, [
		[['zz', 1], { nonsense: true }],
		[['zz', 2], 'garbage']
	]);
	await openSettings(page, site.url);
	await check(page);
	await expect(figure(page, 'unreadable')).toContainText('2');
	await page.getByRole('button', { name: 'Set aside what cannot be read' }).click();
	await expect(page.getByRole('region', { name: 'All is well.' })).toBeVisible();
	await expect(figure(page, 'unreadable')).toHaveText('0');
	await expect(figure(page, 'aside')).toHaveText('2');
	expect(await logOf(page)).toHaveLength(1);
	const { entries, unreadable } = await readFileOf(await offered(page, 'Make a backup'));
	expect(entries).toHaveLength(1);
	expect(unreadable).toEqual(expect.arrayContaining([{ nonsense: true }, 'garbage']));
	await openToday(page, site.url);
	expect((await countsOf(page))[2]).toBe('1');
});

test('a state that does not agree with the log is worked out again', async ({ page, site }) => {
	await answerOne(page, site.url);
	await openSettings(page, site.url);
	const [first] = (await logOf(page)) as readonly Record<string, unknown>[];
	// Beside the app, which cannot know of it.
	const added = { ...first, id: 'zz.1', batch: 'zz', card: 'bank/one#', rating: GOOD };
	await putInLog(page, [[['zz', 1], added]]);
	await check(page);
	await expect(figure(page, 'agrees')).toContainText('No');
	await page.getByRole('button', { name: 'Work everything out again' }).click();
	await expect(figure(page, 'agrees')).toHaveText('Yes');
	await page.getByRole('button', { name: 'Close' }).click();
	expect(await fingerprint(page)).toBe(await fingerprintOf(await logOf(page)));
	await page.getByRole('link', { name: 'Today', exact: true }).click();
	expect((await countsOf(page))[2]).toBe('2');
});
