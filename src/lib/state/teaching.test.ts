import { describe, expect, it } from 'vitest';
import { crypto, faultOf, valueOf } from '../../../tests/support/assignments';
import { newDevice } from '../../../tests/support/learners';
import { newFactory } from '../../../tests/support/stored-logs';
import { BUNDLED_CARDS, openTeaching, TAUGHT } from '../../../tests/support/teachers';
import { openAssignment, releaseKeys } from '../core/assignment/assignment';
import { hex } from '../core/assignment/bytes';
import { carriedCodec } from '../core/assignment/carried-items';
import { splitFile } from '../core/assignment/split-file';
import { openClass } from '../core/assignment/class-document';
import { openDocument } from '../core/assignment/signed';
import type { CardKey } from '../core/item/card-key';
import { POLICIES, type SetPolicy } from '../core/teaching/set-policy';
import type { Teaching } from './teaching.svelte';

const freshDevice = () => newDevice(newFactory());

async function newTeacher(device = freshDevice()) {
	const teaching = await openTeaching(device);
	await teaching.call('Ms Kim');
	return teaching;
}

async function newSet(
	teaching: Teaching,
	items: readonly CardKey[] = ['own-bank/one#', 'own-bank/six#c2'],
	policy: SetPolicy = POLICIES.practice
) {
	const set = { ...teaching.newSet(policy), title: 'Treaties', items };
	await teaching.saveSet(set);
	return set;
}

const open = (payload: Uint8Array) => openAssignment(payload, crypto, BUNDLED_CARDS);

describe('who begins to teach', () => {
	it('has a seed of their own, which stays with another name and in another tab', async () => {
		const device = freshDevice();
		const teaching = await newTeacher(device);
		const seed = teaching.teacher?.seed;
		expect(seed).toHaveLength(32);
		await teaching.call('Mr Sato');
		const other = await openTeaching(device);
		expect(other.teacher).toEqual({ name: 'Mr Sato', seed });
		expect((await newTeacher()).teacher?.seed).not.toEqual(seed);
	});

	it('is known by the same key after the words were typed on another device', async () => {
		const [teaching, other] = [await newTeacher(), await newTeacher()];
		const seed = teaching.teacher?.seed;
		if (!seed) throw new Error('there is one');
		await other.restore(seed, 'Ms Kim');
		const key = async ({ ports, teacher }: Teaching) =>
			teacher && hex((await ports.signer(teacher.seed)).publicKey);
		expect(await key(other)).toBe(await key(teaching));
		expect(other.needsWords(POLICIES.test)).toBe(false);
	});
});

describe('the file of a quiz', () => {
	it('carries the questions that came with the app, each once, and those alone', async () => {
		const teaching = await newTeacher();
		const items = ['app/one#', 'own-bank/four#', 'app/two#'] as const;
		const sent = valueOf(await teaching.send(await newSet(teaching, items)));
		const { payload, carried } = splitFile(await teaching.file(sent));
		expect(payload).toEqual(sent.payload);
		const opened = valueOf(
			await openDocument(carried ?? new Uint8Array(), 'items', carriedCodec, crypto)
		);
		expect(hex(opened.document.id)).toBe(sent.id);
		expect(opened.document.items.map(({ key }) => key)).toEqual(['app/one', 'app/two']);
	});

	it('is the payload where all questions are the teacher’s own', async () => {
		const teaching = await newTeacher();
		const sent = valueOf(await teaching.send(await newSet(teaching)));
		expect(await teaching.file(sent)).toEqual(sent.payload);
	});
});

describe('a class', () => {
	it('travels under its name and the teacher’s, signed with their key', async () => {
		const teaching = await newTeacher();
		const id = await teaching.addClass('3-2');
		const taught = teaching.classOf(id);
		if (!taught) throw new Error('it was saved');
		const opened = valueOf(await openClass(valueOf(await teaching.classPayload(taught)), crypto));
		expect(opened.document).toMatchObject({ name: '3-2', teacher: 'Ms Kim' });
		expect(hex(opened.document.id)).toBe(id);
	});
});

describe('a set', () => {
	it('is kept as it was left, doubled, and put away', async () => {
		const device = freshDevice();
		const teaching = await newTeacher(device);
		const classId = await teaching.addClass('3-2');
		const made = await newSet(teaching);
		const set = { ...made, ...(classId === undefined ? {} : { classId }) };
		await teaching.saveSet(set);
		const copy = await teaching.duplicate(set, 'Treaties 2');
		await teaching.archive(set);
		const { sets } = await openTeaching(device);
		expect(sets.map(({ id, archived, items }) => ({ id, archived, items }))).toEqual([
			{ id: copy, archived: false, items: set.items },
			{ id: set.id, archived: true, items: set.items }
		]);
		expect(sets.map((each) => each.classId)).toEqual([undefined, classId]);
	});
});

describe('a set that is sent', () => {
	it('opens as it was put together, and its frozen copy is still there after a reload', async () => {
		const device = freshDevice();
		const teaching = await newTeacher(device);
		const classId = await teaching.addClass('3-2');
		const sent = valueOf(await teaching.send(await newSet(teaching), { classId }));
		const opened = valueOf(await open(sent.payload));
		expect(hex(opened.id)).toBe(sent.id);
		expect(opened.document).toMatchObject({
			...{ title: 'Treaties', teacher: 'Ms Kim', itemIds: ['one', 'six'] },
			policy: { attempts: 0, counts: 'best', feedback: 'each', lang: 'ko' }
		});
		const other = await openTeaching(device);
		expect(other.sentOf(sent.id)).toEqual(JSON.parse(JSON.stringify(sent), revived(sent)));
		expect(other.sentOfSet(sent.set).map(({ id }) => id)).toEqual([sent.id]);
	});

	it('is as large as was foreseen, and nothing of it was kept by that', async () => {
		const teaching = await newTeacher();
		const set = await newSet(teaching);
		const foreseen = await teaching.sizeOf(set);
		expect(teaching.sent).toEqual([]);
		// Options are put in another order each time, which packs a little better or worse.
		const { length } = valueOf(await teaching.send(set)).payload;
		expect(Math.abs((foreseen ?? 0) - length)).toBeLessThan(64);
		expect(await teaching.sizeOf({ ...set, items: ['own-bank/none#'] })).toBeUndefined();
	});

	it('keeps of bundled items the copy by which they are marked, and names them in eight bytes', async () => {
		const teaching = await newTeacher();
		const set = await newSet(teaching, ['app/one#', 'own-bank/one#', 'app/two#']);
		const { items, payload } = valueOf(await teaching.send(set));
		expect(items.map(({ own, bundled }) => [own, bundled])).toEqual([
			['app/one#', true],
			['own-bank/one#', false],
			['app/two#', true]
		]);
		expect(items[0]?.item).toEqual(TAUGHT.get('app/one'));
		expect(items[1]?.item.id).toMatch(/^[0-9a-z]{6}-2$/);
		expect(valueOf(await open(payload)).items.map(({ is }) => is)).toEqual([
			...['bundled', 'own', 'bundled']
		]);
	});

	it('asks for the words before the first test, and for none before a practice', async () => {
		const teaching = await newTeacher();
		const set = await newSet(teaching, ['own-bank/one#'], POLICIES.test);
		expect(faultOf(await teaching.send(set))).toBe('words');
		await teaching.noteWrittenDown();
		const sent = valueOf(await teaching.send(set));
		const opened = valueOf(await open(sent.payload));
		expect(opened.keyed).toBeUndefined();
		expect(valueOf(await releaseKeys(opened, sent.secret, crypto))).toHaveLength(1);
	});

	it('hides no keys of bundled items, which are in every app', async () => {
		const teaching = await newTeacher();
		await teaching.noteWrittenDown();
		const set = await newSet(teaching, ['app/one#', 'own-bank/one#'], POLICIES.test);
		const sent = valueOf(await teaching.send(set));
		expect(sent.policy).toMatchObject({ keyMode: 'at-once', feedback: 'release' });
	});

	it('says what keeps it from going out', async () => {
		const teaching = await newTeacher();
		const fault = async (change: object) =>
			teaching.send({ ...(await newSet(teaching)), ...change });
		expect(faultOf(await fault({ title: '' }))).toBe('untitled');
		expect(faultOf(await fault({ items: [] }))).toBe('empty');
		expect(await fault({ items: ['own-bank/one#', 'own-bank/none#', 'own-bank/card#'] })).toEqual({
			...{ ok: false, error: { is: 'gone', count: 2 } }
		});
		expect(faultOf(await (await openTeaching(freshDevice())).send(await newSet(teaching)))).toBe(
			'bad-name'
		);
	});
});

describe('the same quiz', () => {
	it('goes out with a new date as an assignment of its own, as it was then', async () => {
		const device = freshDevice();
		const teaching = await newTeacher(device);
		const sent = valueOf(await teaching.send(await newSet(teaching)));
		// Its items have gone from their bank meanwhile.
		const later = await openTeaching(device, new Map());
		const due = { at: Date.UTC(2026, 11, 1), offset: 540 };
		const again = valueOf(await later.sameQuizNewDate(sent, due));
		expect(again).toMatchObject({ set: sent.set, label: 'again', policy: { due } });
		expect(again.id).not.toBe(sent.id);
		const [first, second] = [valueOf(await open(sent.payload)), valueOf(await open(again.payload))];
		expect(second.document).toMatchObject({ title: 'Treaties', itemIds: ['one', 'six'] });
		expect(hex(second.document.sealKey)).not.toBe(hex(first.document.sealKey));
		const stems = ({ items }: typeof first) =>
			items.map((item) => item.is === 'own' && item.question.stem);
		expect(stems(second)).toEqual(stems(first));
	});

	it('goes out with more time where it has a limit, and is not offered without', async () => {
		const teaching = await newTeacher();
		const policy = { ...POLICIES.practice, minutes: 15 };
		const sent = valueOf(await teaching.send(await newSet(teaching, ['own-bank/one#'], policy)));
		const more = await teaching.linkB(sent);
		expect(more && valueOf(more)).toMatchObject({ label: 'more-time', policy: { minutes: 23 } });
		const untimed = valueOf(await teaching.send(await newSet(teaching)));
		expect(await teaching.linkB(untimed)).toBeUndefined();
	});

	it('whose bundled items have gone says how many', async () => {
		const device = freshDevice();
		const teaching = await newTeacher(device);
		const sent = valueOf(await teaching.send(await newSet(teaching, ['app/one#', 'app/two#'])));
		const later = await openTeaching(device, new Map());
		expect(await later.sameQuizNewDate(sent, undefined)).toEqual({
			...{ ok: false, error: { is: 'gone', count: 2 } }
		});
	});
});

/** JSON has no bytes: those of what was sent stand in their places again. */
const revived =
	(sent: object) =>
	(key: string, value: unknown): unknown =>
		['payload', 'secret', 'salt'].includes(key) ? sent[key as never] : value;
