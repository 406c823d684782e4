import { describe, expect, it } from 'vitest';
import { crypto, faultOf, SALT, valueOf } from '../../../tests/support/assignments';
import { newDevice } from '../../../tests/support/learners';
import { sealedSheet } from '../../../tests/support/sealed-sheets';
import { newFactory } from '../../../tests/support/stored-logs';
import { keptOn, openTeaching } from '../../../tests/support/teachers';
import { sealBackup } from '../core/assignment/backup-document';
import { ascii, type Bytes } from '../core/assignment/bytes';
import { MAX_BACKUP } from '../core/assignment/caps';
import { storedBytes } from '../core/assignment/stored-bytes';
import { POLICIES } from '../core/teaching/set-policy';
import { packBackup } from '../platform/backup-file';
import { erase, planStudent } from './erasing';
import { Marking } from './marking.svelte';
import { lookIntoFile, makeTeacherFile, takeInFile } from './teacher-file';
import type { Teaching } from './teaching.svelte';

/** A teacher whose class sent one sheet, on a device of their own. */
async function taught(begin = 'id') {
	const device = newDevice(newFactory(), begin);
	const teaching = await openTeaching(device);
	await teaching.call('Ms Kim');
	const classId = await teaching.addClass('3-2');
	const items = ['own-bank/one#'] as const;
	const set = { ...teaching.newSet(POLICIES.practice), title: 'Treaties', items };
	await teaching.saveSet(set);
	const sent = valueOf(await teaching.send(set, { classId }));
	const sheet = await sealedSheet(sent.payload, { name: 'Jiho', classNumber: 7 });
	const marking = await take(teaching, sent.set, sheet);
	return { device, teaching, classId, sent, sheet, marking };
}

async function take(teaching: Teaching, set: string, ...sheets: readonly Bytes[]) {
	const marking = new Marking(teaching, set);
	await marking.open();
	await marking.take(await marking.previewAll(sheets));
	return marking;
}

const namesIn = ({ gradebook }: Marking) => gradebook.rows.map(({ name }) => name);
const freshTeaching = (begin = 'new') => openTeaching(newDevice(newFactory(), begin));
const fileOf = async (teaching: Teaching) =>
	new Blob([valueOf(await makeTeacherFile(teaching)).bytes]);

const seedOf = ({ teacher }: Teaching): Bytes => {
	if (!teacher) throw new Error('nobody teaches');
	return teacher.seed;
};

describe('a teacher’s file', () => {
	it('brings class, set, sheets and marks to a new device, which opens new sheets', async () => {
		const { teaching, sent, classId, marking } = await taught();
		const hash = marking.gradebook.rows[0]?.attempts[0]?.hash ?? '';
		await marking.override(`${hash}:0`, { score: 1, note: 'so' });
		const file = await fileOf(teaching);
		const other = await freshTeaching();
		expect(faultOf(await lookIntoFile(other, file))).toBe('other-seed');
		const incoming = valueOf(await lookIntoFile(other, file, seedOf(teaching)));
		expect(incoming).toMatchObject({ classes: 1, sets: 1, sheets: 1, isTyped: true });
		expect(other.teacher).toBeUndefined();
		expect(await takeInFile(other, incoming)).toBe(true);
		expect(other.teacher).toMatchObject({ name: 'Ms Kim', seed: seedOf(teaching) });
		expect(other.needsWords(POLICIES.test)).toBe(false);
		expect(other.classOf(classId)?.name).toBe('3-2');
		const late = await sealedSheet(sent.payload, { name: 'Haru', classNumber: 8 });
		const there = await take(other, sent.set, late);
		expect(namesIn(there)).toEqual(['Jiho', 'Haru']);
		expect(there.gradebook.rows[0]?.total?.points).toBe(1);
	});

	it('adds to what is here, once, and overwrites nothing', async () => {
		const { teaching, sent } = await taught();
		const other = await freshTeaching();
		const first = valueOf(await lookIntoFile(other, await fileOf(teaching), seedOf(teaching)));
		await takeInFile(other, first);
		await other.addClass('1-1');
		await take(other, sent.set, await sealedSheet(sent.payload, { name: 'Haru' }));
		await teaching.addClass('2-2');
		await take(teaching, sent.set, await sealedSheet(sent.payload, { name: 'Sora' }));
		const back = await fileOf(other);
		const incoming = valueOf(await lookIntoFile(teaching, back));
		expect(incoming).toMatchObject({ classes: 1, sets: 0, sheets: 1, isTyped: false });
		await takeInFile(teaching, incoming);
		expect(teaching.classes.map(({ name }) => name).sort()).toEqual(['1-1', '2-2', '3-2']);
		expect(namesIn(await take(teaching, sent.set)).sort()).toEqual(['Haru', 'Jiho', 'Sora']);
		const again = valueOf(await lookIntoFile(teaching, back));
		expect(again).toMatchObject({ classes: 0, sheets: 0, report: { changes: false } });
	});

	it('does not bring back a student who was erased here, though the other device read the sheet by itself', async () => {
		const { device, teaching, sent, sheet, classId } = await taught();
		const other = await freshTeaching();
		await takeInFile(
			other,
			valueOf(await lookIntoFile(other, await fileOf(teaching), seedOf(teaching)))
		);
		const second = await sealedSheet(sent.payload, { name: 'Zzyxquth', classNumber: 9 });
		const there = await take(other, sent.set, second);
		const row = there.gradebook.rows.find(({ name }) => name === 'Zzyxquth');
		await there.override(`${row?.attempts[0]?.hash}:0`, { score: 1, note: 'of Zzyxquth' });
		await take(teaching, sent.set, second);
		await erase(
			teaching,
			await planStudent(teaching, { classId, student: 'no:9:zzyxquth', set: sent.set })
		);
		await takeInFile(teaching, valueOf(await lookIntoFile(teaching, await fileOf(other))));
		expect(namesIn(await take(teaching, sent.set))).toEqual(['Jiho']);
		const kept = await keptOn(device);
		for (const trace of [storedBytes(second), 'Zzyxquth']) expect(kept).not.toContain(trace);
		expect(kept).toContain(storedBytes(sheet));
	});

	it('erases here what was erased there, and keeps no copy of it to take back', async () => {
		const { teaching, sent, sheet, classId } = await taught();
		const device = newDevice(newFactory(), 'new');
		const other = await openTeaching(device);
		await takeInFile(
			other,
			valueOf(await lookIntoFile(other, await fileOf(teaching), seedOf(teaching)))
		);
		expect(await keptOn(device)).toContain(storedBytes(sheet));
		await erase(
			teaching,
			await planStudent(teaching, { classId, student: 'no:7:jiho', set: sent.set })
		);
		const incoming = valueOf(await lookIntoFile(other, await fileOf(teaching)));
		expect(incoming.report.erased).toBeGreaterThan(0);
		await takeInFile(other, incoming);
		expect(await keptOn(device)).not.toContain(storedBytes(sheet));
	});

	it('of another teacher is refused where quizzes went out, and whatever is here stays', async () => {
		const [one, two] = [await taught(), await taught('two')];
		const file = await fileOf(two.teaching);
		const before = await keptOn(one.device);
		expect(faultOf(await lookIntoFile(one.teaching, file))).toBe('other-seed');
		expect(faultOf(await lookIntoFile(one.teaching, file, seedOf(two.teaching)))).toBe(
			'teaches-here'
		);
		expect(await keptOn(one.device)).toBe(before);
	});

	it('gives its key to a device on which somebody had only begun to teach', async () => {
		const { teaching } = await taught();
		const other = await freshTeaching();
		await other.call('Another name');
		const typed = seedOf(teaching);
		await takeInFile(other, valueOf(await lookIntoFile(other, await fileOf(teaching), typed)));
		expect(other.teacher).toMatchObject({ name: 'Ms Kim', seed: typed });
	});
});

describe('a file that is none, or not whole', () => {
	it('says of each what it is, and changes nothing', async () => {
		const { device, teaching, sent, sheet } = await taught();
		const { bytes } = valueOf(await makeTeacherFile(teaching));
		const header = { learner: { id: 'a' }, made: { at: 0, offset: 0 }, app: '1' };
		const learners = await packBackup({ header, entries: [], unreadable: [] });
		const sealed = async (text: string) =>
			valueOf(await sealBackup(ascii(text), seedOf(teaching), SALT, crypto));
		const files: readonly (readonly [BlobPart, string])[] = [
			[bytes.slice(0, -40), 'cut'],
			[bytes.map((byte, at) => (at === 60 ? byte ^ 1 : byte)), 'altered'],
			[new Uint8Array(0), 'foreign'],
			['Dear class, …', 'foreign'],
			[learners, 'learner'],
			[sent.payload, 'other-kind'],
			[sheet, 'other-kind'],
			[Uint8Array.of(bytes[0] === undefined ? 0 : bytes[0] + 1, ...bytes.slice(1)), 'too-new'],
			[await sealed('{"kachi":"backup","format":9}\n'), 'too-new'],
			[await sealed('{"kachi":"backup","format":1}\n'), 'altered'],
			[await sealed('\u00ff\u00fe'), 'altered'],
			[new Uint8Array(MAX_BACKUP + 1), 'too-large']
		];
		const before = await keptOn(device);
		for (const [content, fault] of files) {
			expect(faultOf(await lookIntoFile(teaching, new Blob([content]))), fault).toBe(fault);
		}
		expect(await keptOn(device)).toBe(before);
	});
});
