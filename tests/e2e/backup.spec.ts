import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import {
	backupOf,
	choose,
	chosen,
	figure,
	fingerprint,
	offered,
	openSettings,
	readFileOf,
	restore,
	takeBack,
	type ChosenFile
} from '../support/data-part';
import { review } from '../support/entries';
import { expect, test } from '../support/site';
import { cardsIn, dump, fingerprintOf, logOf } from '../support/stored-data';
import { answerAndGoOn, countsOf, openStudy, openToday } from '../support/study';

const PICTURE = fileURLToPath(new URL('../../static/icon-192.png', import.meta.url));

async function study(page: Page, url: string, count: number): Promise<readonly string[]> {
	await openStudy(page, url);
	const before = (await logOf(page)).length;
	const cards: string[] = [];
	for (let n = 0; n < count; n++) cards.push(await answerAndGoOn(page, n % 2 === 0));
	await expect.poll(async () => (await logOf(page)).length).toBe(before + count);
	return cards;
}

/** Some cards are studied and a backup is made. */
async function studyAndBackUp(page: Page, url: string, count: number): Promise<ChosenFile> {
	await study(page, url, count);
	await openSettings(page, url);
	return offered(page, 'Make a backup');
}

test('a backup restored in an empty browser gives the same state, after a look that changes nothing', async ({
	page,
	site,
	newDevice
}) => {
	const cards = await study(page, site.url, 4);
	await openToday(page, site.url);
	const counts = await countsOf(page);
	await openSettings(page, site.url);
	const before = await fingerprint(page);
	expect(before).toBe(await fingerprintOf(await logOf(page)));
	const file = await offered(page, 'Make a backup');
	expect(file.name).toMatch(/^kachi-backup-\d{4}-\d\d-\d\d\.kachi$/);
	await expect(page.getByText(`Saved as ${file.name}`)).toBeVisible();

	const other = await newDevice();
	await openSettings(other, site.url);
	// The device gives itself a name while the page is already there.
	await expect.poll(() => dump(other)).toContain('"key":"head"');
	const empty = await dump(other);
	await choose(other, file);
	await expect(other.getByRole('heading', { name: 'What is in this backup' })).toBeFocused();
	await expect(figure(other, 'new')).toHaveText('4');
	await expect(figure(other, 'whose')).toContainText('A learner of another device');
	expect(await dump(other)).toBe(empty);
	await other.getByRole('button', { name: 'Cancel' }).click();
	expect(await dump(other)).toBe(empty);

	await restore(other, file);
	await expect(other.getByText('Entries that came in: 4.').first()).toBeVisible();
	expect(await fingerprint(other)).toBe(before);
	expect(cardsIn(await logOf(other))).toEqual(cards);
	await openToday(other, site.url);
	expect(await countsOf(other)).toEqual(counts);
});

test('a backup restored twice is restored once, and says that nothing is new', async ({
	page,
	site,
	newDevice
}) => {
	const file = await studyAndBackUp(page, site.url, 2);
	const other = await newDevice();
	await openSettings(other, site.url);
	await restore(other, file);
	const once = await dump(other);
	for (const device of [other, page]) {
		await choose(device, file);
		await expect(device.getByText('All of it is already here.')).toBeVisible();
		await expect(figure(device, 'new')).toHaveText('0');
		await expect(figure(device, 'here')).toHaveText('2');
		await expect(device.getByRole('button', { name: 'Restore', exact: true })).toHaveCount(0);
		await device.getByRole('button', { name: 'Close' }).click();
	}
	expect(await dump(other)).toBe(once);
});

test('a restore is taken back: the state is the one before it, and what was answered since stays', async ({
	page,
	site,
	newDevice
}) => {
	const other = await newDevice();
	await openSettings(other, site.url);
	await restore(other, await studyAndBackUp(page, site.url, 2));
	await study(other, site.url, 1);
	const file = await studyAndBackUp(page, site.url, 2);
	await openSettings(other, site.url);
	const before = await logOf(other);
	const state = await fingerprint(other);

	await restore(other, file);
	expect(await fingerprint(other)).not.toBe(state);
	await takeBack(other);
	expect(await fingerprint(other)).toBe(state);
	expect(await logOf(other)).toEqual(before);
	await expect(other.getByRole('button', { name: 'Take it back' })).toHaveCount(0);

	await restore(other, file);
	const [since] = await study(other, site.url, 1);
	const after = (await logOf(other)).filter((entry) => cardsIn([entry])[0] === since).at(-1);
	await openSettings(other, site.url);
	await takeBack(other);
	const left = await logOf(other);
	expect(left).toHaveLength(before.length + 1);
	expect(left).toEqual(expect.arrayContaining([...before, after]));
	expect(await fingerprint(other)).toBe(await fingerprintOf([...before, after]));
});

test('the backup made before a restore can be saved, and holds what was here before it', async ({
	page,
	site
}) => {
	const learner = { id: 'one-learner' };
	const before = [review('phone.1', 100, 'bank/one#'), review('phone.2', 200, 'bank/two#')];
	const later = [review('tablet.1', 300, 'bank/three#')];
	await openSettings(page, site.url);
	await restore(page, await backupOf(learner, before));
	await expect(page.getByRole('button', { name: 'Save the backup made before it' })).toHaveCount(0);
	await restore(page, await backupOf(learner, [...before, ...later]));
	await expect(page.getByText(/^Last restore: .*Entries that came in: 1\.$/)).toBeVisible();

	// Also after a visit elsewhere: it is kept, not remembered by the page.
	await openSettings(page, site.url);
	const kept = await offered(page, 'Save the backup made before it');
	expect(kept.name).toMatch(/^kachi-before-restore-\d{4}-\d\d-\d\d\.kachi$/);
	const { header, entries } = await readFileOf(kept);
	expect(header.learner.id).toBe(learner.id);
	expect(entries).toEqual(before);
});

const flipped = (bytes: Buffer): Buffer => {
	const at = Math.floor(bytes.length / 2);
	return Buffer.from(bytes.map((byte, place) => (place === at ? byte ^ 0x10 : byte)));
};
const ofNewerFormat = (bytes: Buffer): Buffer =>
	gzipSync(gunzipSync(bytes).toString().replace('"format":1', '"format":2'));
const ofHalfTheText = (bytes: Buffer): Buffer => {
	const text = gunzipSync(bytes);
	return gzipSync(text.subarray(0, text.length / 2));
};

const damaged = 'It is damaged, or was not copied to its end.';
const foreign = 'It is not a backup of Kachi';

test('a file that is no whole backup is refused with its reason, and nothing changes', async ({
	page,
	site
}) => {
	const { buffer } = await studyAndBackUp(page, site.url, 3);
	const files: readonly (readonly [ChosenFile, string])[] = [
		[chosen('cut.kachi', buffer.subarray(0, buffer.length / 2)), damaged],
		[chosen('flipped.kachi', flipped(buffer)), damaged],
		[chosen('half.kachi', ofHalfTheText(buffer)), 'It ends too early'],
		[chosen('picture.png', readFileSync(PICTURE)), foreign],
		[chosen('letter.kachi', 'Dear diary,\n'), foreign],
		[chosen('empty.kachi', ''), foreign],
		[chosen('newer.kachi', ofNewerFormat(buffer)), 'It was made by a newer version of Kachi']
	];
	const before = await dump(page);
	for (const [file, reason] of files) {
		await choose(page, file);
		const panel = page.getByRole('region', { name: 'This file cannot be restored' });
		await expect(panel, file.name).toContainText(reason);
		await expect(panel).toContainText('Nothing here has changed.');
		expect(await dump(page), file.name).toBe(before);
		await panel.getByRole('button', { name: 'Close' }).click();
		await expect(panel).toHaveCount(0);
	}
	// The page is none the worse for it.
	await choose(page, chosen('good.kachi', buffer));
	await expect(figure(page, 'here')).toHaveText('3');
});
