import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../tests/support/assignments';
import { newDevice } from '../../../tests/support/learners';
import { sealedSheet } from '../../../tests/support/sealed-sheets';
import { newFactory } from '../../../tests/support/stored-logs';
import { keptOn, openTeaching } from '../../../tests/support/teachers';
import type { Bytes } from '../core/assignment/bytes';
import { storedBytes } from '../core/assignment/stored-bytes';
import { choicePlace, itemPlace, sheetPlace } from '../core/gradebook/decisions';
import type { Row } from '../core/gradebook/table';
import { POLICIES } from '../core/teaching/set-policy';
import { erase, planClass, planStudent, type ErasePlan } from './erasing';
import { Marking } from './marking.svelte';
import type { Teaching } from './teaching.svelte';

/** It stands in a name and in a note, and nowhere else in the world. */
const CANARY = 'Zzyxquth';

async function newQuiz(teaching: Teaching, classId?: string) {
	const set = { ...teaching.newSet(POLICIES.practice), title: 'Treaties' };
	const items = ['own-bank/one#', 'own-bank/six#c2'] as const;
	await teaching.saveSet({ ...set, items });
	return valueOf(await teaching.send({ ...set, items }, { classId }));
}

async function marked(teaching: Teaching, set: string, sheets: readonly Bytes[] = []) {
	const marking = new Marking(teaching, set);
	await marking.open();
	await marking.take(await marking.previewAll(sheets));
	return marking;
}

function rowOf({ gradebook }: Marking, name: string): Row {
	const row = gradebook.rows.find((each) => each.name === name);
	if (!row) throw new Error(`${name} has no row`);
	return row;
}

const namesIn = ({ gradebook }: Marking) => gradebook.rows.map(({ name }) => name);

/** A class with two students, one of whom has a sheet that everything was decided about. */
async function taughtClass() {
	const device = newDevice(newFactory());
	const teaching = await openTeaching(device);
	await teaching.call('Ms Kim');
	const classId = await teaching.addClass('3-2');
	const sent = await newQuiz(teaching, classId);
	const sheet = await sealedSheet(sent.payload, { name: CANARY });
	const other = await sealedSheet(sent.payload, { name: 'Jiho', classNumber: 7 });
	const marking = await marked(teaching, sent.set, [sheet, other]);
	const row = rowOf(marking, CANARY);
	const hash = row.attempts[0]?.hash ?? '';
	await marking.override(sheetPlace(hash, 0), { score: 1, note: `${CANARY} said so` });
	await marking.override(sheetPlace(hash, 0));
	await marking.excuse([sheetPlace(hash, 1)], true);
	await marking.choose(choicePlace(sent.id, row.student), hash);
	const traces = [CANARY.toLowerCase(), storedBytes(sheet), hash];
	return { device, teaching, classId, sent, sheet, other, marking, row, traces };
}

type Taught = Awaited<ReturnType<typeof taughtClass>>;

const planOf = ({ teaching, sent, row }: Taught): Promise<ErasePlan> =>
	planStudent(teaching, { classId: row.classId, student: row.student, set: sent.set });

async function traced({ device, traces }: Taught): Promise<readonly string[]> {
	const kept = (await keptOn(device)).toLowerCase();
	return traces.filter((trace) => kept.includes(trace.toLowerCase()));
}

describe('a student who is erased', () => {
	it('leaves no name, sheet or decision in what the browser keeps, and the others stay', async () => {
		const taught = await taughtClass();
		expect(await traced(taught)).toEqual(taught.traces);
		const plan = await planOf(taught);
		expect([plan.sheets.length, plan.assignments]).toEqual([1, 1]);
		expect(await erase(taught.teaching, plan)).toBe(true);
		expect(await traced(taught)).toEqual([]);
		expect(namesIn(taught.marking)).toEqual(['Jiho']);
		const later = await openTeaching(taught.device);
		expect(namesIn(await marked(later, taught.sent.set))).toEqual(['Jiho']);
	});

	it('goes from every quiz of the class, and from none of another', async () => {
		const taught = await taughtClass();
		const { teaching, classId } = taught;
		const [second, elsewhere] = [await newQuiz(teaching, classId), await newQuiz(teaching)];
		for (const sent of [second, elsewhere]) {
			await marked(teaching, sent.set, [await sealedSheet(sent.payload, { name: CANARY })]);
		}
		const plan = await planOf(taught);
		expect([plan.sheets.length, plan.assignments]).toEqual([2, 2]);
		await erase(teaching, plan);
		expect(namesIn(await marked(teaching, second.set))).toEqual([]);
		expect(namesIn(await marked(teaching, elsewhere.set))).toEqual([CANARY]);
	});

	it('without a class goes from that quiz alone: nobody knows who is who in another', async () => {
		const taught = await taughtClass();
		const { teaching } = taught;
		const [one, two] = [await newQuiz(teaching), await newQuiz(teaching)];
		for (const sent of [one, two]) {
			await marked(teaching, sent.set, [await sealedSheet(sent.payload, { classNumber: 7 })]);
		}
		await erase(teaching, await planStudent(teaching, { student: 'no:7:minseo', set: one.set }));
		expect(namesIn(await marked(teaching, one.set))).toEqual([]);
		expect(namesIn(await marked(teaching, two.set))).toEqual(['Minseo']);
		expect(namesIn(await marked(teaching, taught.sent.set))).toEqual(['Jiho', CANARY]);
	});

	it('goes by what the teacher said of whose a sheet is, and that goes too', async () => {
		const taught = await taughtClass();
		const { teaching, marking, row } = taught;
		const said = 'Corrected Canary';
		await marking.sayWhose(row.attempts[0]?.hash ?? '', { number: 9, name: said });
		const moved = marking.gradebook.rows.find(({ name }) => name === said);
		expect(await keptOn(taught.device)).toContain(said);
		expect((await planOf(taught)).sheets).toHaveLength(0);
		await erase(teaching, await planOf({ ...taught, row: moved ?? row }));
		expect(await keptOn(taught.device)).not.toContain(said);
		expect(namesIn(marking)).toEqual(['Jiho']);
	});

	it('goes from an import that was taken back as well', async () => {
		const taught = await taughtClass();
		const { teaching, marking, sent } = taught;
		const again = await sealedSheet(sent.payload, { name: CANARY, number: 2 });
		await marking.take(await marking.previewAll([again]));
		await marking.takeBack();
		await erase(teaching, await planOf(taught));
		expect(await keptOn(taught.device)).not.toContain(storedBytes(again));
	});

	it('does not come back with an older backup, nor by an undo', async () => {
		const taught = await taughtClass();
		const { teaching } = taught;
		const before = (await teaching.log.store?.readAll()) ?? [];
		await erase(teaching, await planOf(taught));
		const report = await teaching.log.store?.merge(structuredClone(before), 1);
		expect(report).toMatchObject({ added: 0, changes: false });
		expect(report?.keptOut).toBeGreaterThan(0);
		await teaching.log.renew();
		const erasure = ((await teaching.log.store?.readAll()) ?? []).find(
			(value) => (value as { kind?: string }).kind === 'erase'
		) as { batch: string };
		const { batch } = erasure;
		await teaching.log.act('undo', [
			{ ...teaching.log.moment(), kind: 'undo', batch: 'undo', targets: { batch } }
		]);
		expect(await traced(taught)).toEqual([]);
		expect(namesIn(await marked(teaching, taught.sent.set))).toEqual(['Jiho']);
	});

	it('stays out when the same sheet comes again, and comes in with another', async () => {
		const taught = await taughtClass();
		const { teaching, marking, sent, sheet, other } = taught;
		const plan = await planOf(taught);
		await erase(teaching, plan);
		marking.forget(plan.sheets);
		expect(await marking.previewAll([sheet, other])).toMatchObject({
			...{ fresh: [], erased: 1, again: 1, refused: [] }
		});
		const anew = await sealedSheet(sent.payload, { name: CANARY, number: 2 });
		expect((await marking.previewAll([anew])).fresh).toHaveLength(1);
	});
});

describe('a class that is erased', () => {
	it('takes what was sent to it and what came back, and leaves the quiz and other classes', async () => {
		const taught = await taughtClass();
		const { device, teaching, classId = '', sent, other, marking } = taught;
		const set = teaching.setOf(sent.set);
		if (!set) throw new Error('it was saved');
		const everyone = valueOf(await teaching.send(set));
		const theirs = await sealedSheet(everyone.payload, { name: 'Haru' });
		await marking.take(await marking.previewAll([theirs]));
		await marking.excuse([itemPlace(sent.id, 0)], true);
		await marking.answers(classId);
		const plan = await planClass(teaching, classId);
		expect([plan.sheets.length, plan.assignments]).toEqual([2, 1]);
		expect(await erase(teaching, plan)).toBe(true);
		expect(await traced(taught)).toEqual([]);
		const kept = await keptOn(device);
		for (const trace of [storedBytes(other), sent.id, classId, '3-2']) {
			expect(kept).not.toContain(trace);
		}
		const later = await openTeaching(device);
		expect(later.classes).toEqual([]);
		expect(later.setOf(sent.set)).toEqual(set);
		expect(later.sentOfSet(sent.set).map(({ id }) => id)).toEqual([everyone.id]);
		expect(namesIn(await marked(later, sent.set))).toEqual(['Haru']);
	});

	it('is said to be erased of a sheet that comes for it afterwards', async () => {
		const { teaching, classId = '', sent, marking } = await taughtClass();
		await erase(teaching, await planClass(teaching, classId));
		const late = await sealedSheet(sent.payload, { name: 'Haru' });
		expect(await marking.previewAll([late])).toMatchObject({ fresh: [], erased: 1, refused: [] });
	});
});
