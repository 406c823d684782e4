import { describe, expect, it } from 'vitest';
import type { Entry } from '$lib/core/log/entry';
import type { LearnerRecord, LogStore } from '$lib/core/ports';
import { StorageFailure } from '$lib/core/storage-failure';
import { packBackup, readBackup } from '$lib/platform/backup-file';
import { eraseLearnerDatabase } from '$lib/storage/learner-database';
import { review } from '../../../tests/support/entries';
import {
	answerCard,
	newDevice,
	openLearner,
	SCOPE,
	storeOf,
	type Device
} from '../../../tests/support/learners';
import {
	contents,
	dump,
	newFactory,
	stateOfValues,
	tamper,
	textOf
} from '../../../tests/support/stored-logs';
import { Backups, type BackupPorts } from './backups.svelte';
import type { BackupStage } from './backup-stage';
import type { LearnerPorts } from './learner-ports';
import type { Learner } from './learner.svelte';

interface SavedFile {
	readonly name: string;
	readonly file: Blob;
}

/** A device with one tab open, and the files that were saved from it. */
interface Opened {
	readonly device: Device;
	readonly learner: Learner;
	readonly backups: Backups;
	readonly files: SavedFile[];
}

async function open(device: Device, ports: Partial<LearnerPorts & BackupPorts> = {}) {
	const learner = await openLearner(device, ports);
	const files: SavedFile[] = [];
	const backups = new Backups(learner, {
		pack: packBackup,
		read: readBackup,
		save: (name, bytes) => files.push({ name, file: new Blob([bytes]) }),
		openStore: (id) => storeOf(device, id),
		learners: () => device.people.learners(),
		choose: (record) => device.people.choose(record),
		erase: async (id) => {
			await eraseLearnerDatabase(SCOPE, id, device.factory);
			await device.people.remove(id);
		},
		eraseBorrowed: () => Promise.resolve(),
		newDevice: () => device.ids.id(80),
		app: 'test',
		...ports
	});
	await backups.open();
	return { device, learner, backups, files } satisfies Opened;
}

const openFresh = (name: string, ports?: Partial<LearnerPorts & BackupPorts>) =>
	open(newDevice(newFactory(), name), ports);

async function answerAll({ learner }: Opened, ...cards: readonly string[]): Promise<void> {
	for (const card of cards) expect(await answerCard(learner, card)).toBe(true);
}

/** A backup of a device on which these cards were answered. */
async function backupOf(opened: Opened, ...cards: readonly string[]): Promise<Blob> {
	await answerAll(opened, ...cards);
	await opened.backups.make();
	expect(opened.backups.stage.is).toBe('made');
	return opened.files.at(-1)?.file as Blob;
}

const stored = async ({ device }: Opened, id?: string) =>
	(await storeOf(device, id ?? (await device.people.learner()).id).readAll()) as readonly Entry[];

const cardsIn = (entries: readonly Entry[]) =>
	entries.flatMap((entry) => ('card' in entry ? entry.card : [])).sort();

const idsOf = (learners: readonly LearnerRecord[]) => learners.map(({ id }) => id);

function incomingOf({ backups: { stage } }: Opened) {
	if (stage.is !== 'asking') throw new Error(`it is ${stage.is}`);
	return stage.incoming;
}

async function restore(opened: Opened, file: Blob, how?: 'join'): Promise<BackupStage> {
	await opened.backups.look(file);
	await opened.backups.restore(how);
	return opened.backups.stage;
}

/** Law: what the page shows is what the stored log of the learner comes to. */
async function expectTrue(opened: Opened): Promise<void> {
	expect(textOf(opened.learner.fold)).toBe(stateOfValues(await stored(opened)));
}

/** A store that keeps nothing while it is told so. */
function breaking(device: Device) {
	const broken = { now: false };
	const around = (store: LogStore): LogStore => ({
		...store,
		append: (token, drafts) =>
			broken.now
				? Promise.reject(new StorageFailure('quota', 'for the test'))
				: store.append(token, drafts)
	});
	const openLog = async () => {
		const learner = await device.people.learner();
		return { learner, store: around(storeOf(device, learner.id)) };
	};
	return { broken, openLog };
}

describe('a backup of one’s own', () => {
	it('says that nothing would come in, and changes nothing', async () => {
		const phone = await openFresh('phone');
		const file = await backupOf(phone, 'b/one#', 'b/two#');
		const before = contents(await stored(phone));
		await phone.backups.look(file);
		expect(incomingOf(phone)).toMatchObject({
			whose: 'own',
			entries: 2,
			answers: { count: 2, last: { card: 'b/two#' } },
			report: { added: 0, changes: false }
		});
		await phone.backups.restore();
		expect(phone.backups.stage).toMatchObject({ is: 'restored', report: { changes: false } });
		expect(contents(await stored(phone))).toEqual(before);
		expect(phone.backups.restored).toBe(undefined);
	});

	it('brings back a log that is gone, to the learner who missed it', async () => {
		const phone = await openFresh('phone');
		const file = await backupOf(phone, 'b/one#', 'b/two#');
		const state = textOf(phone.learner.fold);
		const { id } = await phone.device.people.learner();
		phone.learner.store?.close();
		await eraseLearnerDatabase(SCOPE, id, phone.device.factory);
		const again = await open(phone.device);
		expect(again.learner.missing).toBe(true);
		expect(await restore(again, file)).toMatchObject({ is: 'restored', report: { added: 2 } });
		expect(again.learner.missing).toBe(false);
		expect(again.learner.record?.id).toBe(id);
		expect(textOf(again.learner.fold)).toBe(state);
		await answerAll(again, 'b/three#');
		await expectTrue(again);
	});

	it('brings an older state together with what was done since', async () => {
		const phone = await openFresh('phone');
		const file = await backupOf(phone, 'b/one#');
		const { id } = await phone.device.people.learner();
		const tablet = newDevice(newFactory(), 'tablet');
		await tablet.people.choose({ id });
		const other = await open(tablet);
		await answerAll(other, 'b/two#');
		expect(await restore(other, file)).toMatchObject({ is: 'restored', report: { added: 1 } });
		expect(cardsIn(await stored(other))).toEqual(['b/one#', 'b/two#']);
		await expectTrue(other);
		const back = await backupOf(other);
		expect(await restore(phone, back)).toMatchObject({ report: { added: 1 } });
		expect(contents(await stored(phone))).toEqual(contents(await stored(other)));
		expect(textOf(phone.learner.fold)).toBe(textOf(other.learner.fold));
	});

	it('keeps the state from before, of the restore that changed something', async () => {
		const phone = await openFresh('phone');
		const { id } = await phone.device.people.learner();
		const tablet = newDevice(newFactory(), 'tablet');
		await tablet.people.choose({ id });
		const other = await open(tablet);
		const file = await backupOf(other, 'b/theirs#');
		await answerAll(phone, 'b/mine#');
		await restore(phone, file);
		await restore(phone, file);
		phone.backups.saveKept();
		const kept = await readBackup(phone.files.at(-1)?.file as Blob);
		expect(kept.ok && cardsIn(kept.value.entries as readonly Entry[])).toEqual(['b/mine#']);
	});

	it('carries what is no entry, and sets it aside where it comes in', async () => {
		const phone = await openFresh('phone');
		await answerAll(phone, 'b/one#');
		const rubbish = { rubbish: true };
		await tamper(phone.device.factory, 'log', (log) => log.put(rubbish, ['zz', 1]));
		const file = await backupOf(phone);
		const tablet = await openFresh('tablet');
		await restore(tablet, file);
		expect(await tablet.learner.store?.readAside()).toEqual([rubbish]);
		expect(cardsIn(await stored(tablet))).toEqual(['b/one#']);
	});
});

describe('a backup of another learner', () => {
	it('takes the place of a learner without answers, of whom nothing is left', async () => {
		const phone = await openFresh('phone');
		const file = await backupOf(phone, 'b/one#', 'b/two#');
		const tablet = await openFresh('tablet');
		await tablet.learner.set('newPerDay', 7);
		const before = await tablet.device.people.learner();
		await tablet.backups.look(file);
		expect(incomingOf(tablet)).toMatchObject({ whose: 'gives-way', report: { added: 2 } });
		await tablet.backups.restore();
		expect(tablet.backups.stage).toMatchObject({ is: 'restored', report: { added: 2 } });
		const { id } = await phone.device.people.learner();
		expect(idsOf(await tablet.device.people.learners())).toEqual([id]);
		const names = (await tablet.device.factory.databases()).map(({ name }) => name);
		expect(names.join()).not.toContain(before.id);
		expect(textOf(tablet.learner.fold)).toBe(textOf(phone.learner.fold));
		await answerAll(tablet, 'b/three#');
		await expectTrue(tablet);
	});

	it('does not take the place of one who has answered since, in another tab', async () => {
		const phone = await openFresh('phone');
		const file = await backupOf(phone, 'b/one#');
		const tablet = await openFresh('tablet');
		const { id } = await tablet.device.people.learner();
		await tablet.backups.look(file);
		expect(incomingOf(tablet).whose).toBe('gives-way');
		await answerAll(await open(tablet.device), 'b/precious#');
		await tablet.backups.restore();
		expect(tablet.backups.stage.is).toBe('restored');
		expect(cardsIn(await stored(tablet, id))).toEqual(['b/precious#']);
		expect(idsOf(await tablet.device.people.learners())).toContain(id);
	});

	it('does not take the place of one whose log cannot be opened just now', async () => {
		const phone = await openFresh('phone');
		const file = await backupOf(phone, 'b/one#');
		const device = newDevice(newFactory(), 'tablet');
		await answerAll(await open(device), 'b/precious#');
		const { id } = await device.people.learner();
		let isShut = true;
		const openLog = async () => {
			const learner = await device.people.learner();
			const store = storeOf(device, learner.id);
			const shut = () => Promise.reject(new StorageFailure('timeout', 'for the test'));
			return { learner, store: isShut ? { ...store, exists: shut, open: shut } : store };
		};
		const tablet = await open(device, { openLog });
		expect(tablet.learner.trouble).toBe('timeout');
		await tablet.backups.look(file);
		expect(incomingOf(tablet).whose).toBe('other');
		isShut = false;
		await tablet.backups.restore();
		expect(tablet.backups.stage.is).toBe('restored');
		expect(cardsIn(await stored(tablet, id))).toEqual(['b/precious#']);
	});

	it('does not take the place of one whose entries this app is too old to know', async () => {
		const phone = await openFresh('phone');
		const file = await backupOf(phone, 'b/one#');
		const tablet = await openFresh('tablet');
		await tablet.learner.store?.merge([{ ...review('z.1', 5, 'x'), v: 99 }], 1);
		await tablet.learner.refresh();
		await tablet.backups.look(file);
		expect(incomingOf(tablet).whose).toBe('other');
	});

	it('is in although who gave way could not be erased', async () => {
		const phone = await openFresh('phone');
		const file = await backupOf(phone, 'b/one#');
		const erase = () => Promise.reject(new DOMException('for the test', 'UnknownError'));
		const tablet = await openFresh('tablet', { erase });
		expect(await restore(tablet, file)).toMatchObject({ is: 'restored', report: { added: 1 } });
		expect(tablet.learner.record?.id).toBe((await phone.device.people.learner()).id);
		await expectTrue(tablet);
	});

	it('comes beside one with answers, whose log stays as it was', async () => {
		const phone = await openFresh('phone');
		const file = await backupOf(phone, 'b/one#');
		const tablet = await openFresh('tablet');
		await answerAll(tablet, 'b/mine#');
		const mine = await tablet.device.people.learner();
		const theirs = await phone.device.people.learner();
		await tablet.backups.look(file);
		expect(incomingOf(tablet).whose).toBe('other');
		await tablet.backups.restore();
		expect(idsOf(tablet.backups.learners)).toEqual([theirs.id, mine.id]);
		expect(cardsIn(await stored(tablet, theirs.id))).toEqual(['b/one#']);
		expect(cardsIn(await stored(tablet, mine.id))).toEqual(['b/mine#']);
		await tablet.backups.switchTo(mine);
		expect(tablet.learner.record?.id).toBe(mine.id);
		await answerAll(tablet, 'b/more#');
		expect(cardsIn(await stored(tablet, mine.id))).toEqual(['b/mine#', 'b/more#']);
		expect(cardsIn(await stored(tablet, theirs.id))).toEqual(['b/one#']);
	});

	it('is not taken in while answers wait, which would become another’s', async () => {
		const phone = await openFresh('phone');
		const file = await backupOf(phone, 'b/one#');
		const device = newDevice(newFactory(), 'tablet');
		const { broken, openLog } = breaking(device);
		const tablet = await open(device, { openLog });
		await answerAll(tablet, 'b/mine#');
		broken.now = true;
		expect(await answerCard(tablet.learner, 'b/waits#')).toBe(false);
		expect(await restore(tablet, file)).toMatchObject({ is: 'failed', trouble: 'quota' });
		expect(await device.people.learners()).toHaveLength(1);
		broken.now = false;
		await tablet.learner.retry();
		expect(cardsIn(await stored(tablet))).toEqual(['b/mine#', 'b/waits#']);
		expect(await restore(tablet, file)).toMatchObject({ is: 'restored' });
		expect(cardsIn(await stored(tablet))).toEqual(['b/one#']);
	});

	it('can be joined, and what comes of that learner later is one’s own', async () => {
		const phone = await openFresh('phone');
		const file = await backupOf(phone, 'b/one#');
		const tablet = await openFresh('tablet');
		await answerAll(tablet, 'b/mine#');
		const mine = await tablet.device.people.learner();
		expect(await restore(tablet, file, 'join')).toMatchObject({ report: { added: 1 } });
		expect(tablet.learner.record?.id).toBe(mine.id);
		expect(cardsIn(await stored(tablet))).toEqual(['b/mine#', 'b/one#']);
		await tablet.backups.look(await backupOf(phone, 'b/two#'));
		expect(incomingOf(tablet)).toMatchObject({ whose: 'own', report: { added: 1 } });
		await tablet.backups.restore();
		expect(cardsIn(await stored(tablet))).toEqual(['b/mine#', 'b/one#', 'b/two#']);
		await expectTrue(tablet);
	});
});

describe('taking a restore back', () => {
	it('leaves the log as it was, with what was done since', async () => {
		const phone = await openFresh('phone');
		const { id } = await phone.device.people.learner();
		const device = newDevice(newFactory(), 'tablet');
		await device.people.choose({ id });
		const tablet = await open(device);
		const file = await backupOf(phone, 'b/one#', 'b/two#');
		await answerAll(tablet, 'b/mine#');
		await restore(tablet, file);
		expect(tablet.backups.restored).toMatchObject({ added: 2 });
		await answerAll(tablet, 'b/since#');
		await tablet.backups.takeBack();
		expect(tablet.backups.stage).toEqual({ is: 'taken-back' });
		expect(tablet.backups.restored).toBe(undefined);
		expect(cardsIn(await stored(tablet))).toEqual(['b/mine#', 'b/since#']);
		await expectTrue(tablet);
	});

	it('makes a learner who was joined another one again', async () => {
		const phone = await openFresh('phone');
		const file = await backupOf(phone, 'b/one#');
		const tablet = await openFresh('tablet');
		await answerAll(tablet, 'b/mine#');
		await restore(tablet, file, 'join');
		await tablet.backups.takeBack();
		expect(cardsIn(await stored(tablet))).toEqual(['b/mine#']);
		await tablet.backups.look(file);
		expect(incomingOf(tablet).whose).toBe('other');
		await expectTrue(tablet);
	});

	it('fails in words where there is no log', async () => {
		const openLog = () => Promise.reject(new StorageFailure('unavailable', 'a private window'));
		const phone = await openFresh('phone', { openLog });
		await phone.backups.takeBack();
		expect(phone.backups.stage).toMatchObject({ is: 'failed', trouble: 'unavailable' });
	});
});

describe('a file of answers that could not be saved', () => {
	async function withWaiting() {
		const device = newDevice(newFactory(), 'phone');
		const { broken, openLog } = breaking(device);
		const phone = await open(device, { openLog });
		await answerAll(phone, 'b/saved#');
		broken.now = true;
		expect(await answerCard(phone.learner, 'b/waits#')).toBe(false);
		await phone.backups.saveWaiting();
		const { name, file } = phone.files[0] as SavedFile;
		expect(name).toMatch(/^kachi-answers-\d{4}-\d\d-\d\d\.kachi$/);
		return { phone, broken, file };
	}

	it('brings them in after the page is gone', async () => {
		const { phone, file } = await withWaiting();
		const later = await open(phone.device);
		expect(await restore(later, file)).toMatchObject({ is: 'restored', report: { added: 1 } });
		expect(cardsIn(await stored(later))).toEqual(['b/saved#', 'b/waits#']);
		await expectTrue(later);
	});

	it('does not bring in twice what was saved after all', async () => {
		const { phone, broken, file } = await withWaiting();
		broken.now = false;
		await phone.learner.retry();
		await phone.backups.look(file);
		expect(incomingOf(phone)).toMatchObject({ whose: 'own', entries: 0, report: { added: 0 } });
		await phone.backups.restore();
		expect(cardsIn(await stored(phone))).toEqual(['b/saved#', 'b/waits#']);
	});

	it('does not bring in twice what is saved while the learner makes up his mind', async () => {
		const { phone, broken, file } = await withWaiting();
		const later = await open(phone.device);
		await later.backups.look(file);
		expect(incomingOf(later).report.added).toBe(1);
		broken.now = false;
		await phone.learner.retry();
		await later.backups.restore();
		expect(cardsIn(await stored(later))).toEqual(['b/saved#', 'b/waits#']);
	});

	it('does not bring in what still waits in the same tab', async () => {
		const { phone, broken, file } = await withWaiting();
		await phone.backups.look(file);
		await phone.backups.restore();
		broken.now = false;
		await phone.learner.retry();
		expect(cardsIn(await stored(phone))).toEqual(['b/saved#', 'b/waits#']);
		await expectTrue(phone);
	});

	it('belongs to whoever is there when the browser kept nothing at all', async () => {
		const openLog = () => Promise.reject(new StorageFailure('unavailable', 'a private window'));
		const nobody = await openFresh('nobody', { openLog });
		expect(await answerCard(nobody.learner, 'b/waits#')).toBe(false);
		await nobody.backups.saveWaiting();
		const phone = await openFresh('phone');
		await phone.backups.look(nobody.files[0]?.file as Blob);
		expect(incomingOf(phone)).toMatchObject({ whose: 'own', report: { added: 1 } });
		await phone.backups.restore();
		expect(cardsIn(await stored(phone))).toEqual(['b/waits#']);
	});
});

describe('a file that is refused', () => {
	async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
		return new Uint8Array(await file.arrayBuffer());
	}

	const spoil = {
		foreign: () => Promise.resolve(new Blob(['name,card\n1,2\n'])),
		damaged: async (file: Blob) => {
			const bytes = await bytesOf(file);
			bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x55;
			return new Blob([bytes]);
		},
		cut: async (file: Blob) => {
			const bytes = await bytesOf(file);
			return new Blob([bytes.slice(0, bytes.length - 20)]);
		}
	};

	it.each(Object.entries(spoil))('leaves everything untouched: %s', async (_, spoiled) => {
		const phone = await openFresh('phone');
		const file = await spoiled(await backupOf(phone, 'b/one#', 'b/two#'));
		const before = await dump(phone.device.factory);
		await phone.backups.look(file);
		expect(phone.backups.stage.is).toBe('refused');
		await phone.backups.restore();
		expect(phone.backups.stage.is).toBe('refused');
		expect(await dump(phone.device.factory)).toEqual(before);
	});
});

describe('one deed at a time', () => {
	it('takes a backup in once however often it is asked for', async () => {
		const phone = await openFresh('phone');
		const file = await backupOf(phone, 'b/one#');
		const tablet = await openFresh('tablet');
		await tablet.backups.look(file);
		await Promise.all([tablet.backups.restore(), tablet.backups.restore()]);
		expect(tablet.backups.stage).toMatchObject({ is: 'restored', report: { added: 1 } });
		expect(cardsIn(await stored(tablet))).toEqual(['b/one#']);
	});

	it('erases a learner with all that was kept, and goes on with another', async () => {
		const phone = await openFresh('phone');
		await answerAll(phone, 'b/one#');
		const { id } = await phone.device.people.learner();
		await phone.backups.erase();
		expect(phone.backups.stage).toEqual({
			is: 'erased',
			learner: expect.objectContaining({ id }) as unknown,
			others: []
		});
		expect(phone.learner.record?.id).not.toBe(id);
		expect(phone.learner.stateOf('b/one#')).toBe(undefined);
		expect(JSON.stringify(await dump(phone.device.factory))).not.toContain('b/one#');
		await answerAll(phone, 'b/two#');
		await expectTrue(phone);
	});

	it('erases what others left here on loan, and nothing where that is refused', async () => {
		let erased = 0;
		const eraseBorrowed = () => Promise.resolve(void (erased += 1));
		await (await openFresh('phone', { eraseBorrowed })).backups.erase();
		expect(erased).toBe(1);
		const refuse = () => Promise.reject(new DOMException('for the test', 'UnknownError'));
		const phone = await openFresh('phone', { eraseBorrowed: refuse });
		await answerAll(phone, 'b/one#');
		await phone.backups.erase();
		expect(phone.backups.stage).toMatchObject({ is: 'failed', with: 'erasing' });
		expect(cardsIn(await stored(phone))).toEqual(['b/one#']);
	});

	it('says who was erased, and who is left', async () => {
		const phone = await openFresh('phone');
		const { people } = phone.device;
		const first = await people.learner();
		await people.rename(first.id, 'Jun');
		await phone.learner.handOver(async () => void (await people.add('Mina')));
		const { id } = await people.learner();
		await phone.backups.erase();
		expect(phone.backups.stage).toEqual({
			is: 'erased',
			learner: expect.objectContaining({ id, name: 'Mina' }) as unknown,
			others: [expect.objectContaining({ id: first.id, name: 'Jun' })]
		});
		expect(phone.backups.learners).toHaveLength(1);
		expect(phone.learner.record).toMatchObject({ id: first.id, name: 'Jun' });
	});
});
