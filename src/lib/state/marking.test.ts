import { describe, expect, it } from 'vitest';
import * as made from '../../../tests/support/assignments';
import { newDevice } from '../../../tests/support/learners';
import { newFactory } from '../../../tests/support/stored-logs';
import { BUNDLED_CARDS, openTeaching } from '../../../tests/support/teachers';
import { openAnswers } from '../core/assignment/answers';
import { openAssignment } from '../core/assignment/assignment';
import { bytesOfHex } from '../core/assignment/bytes';
import { toLink } from '../core/assignment/link';
import { sealSheet } from '../core/assignment/sheet';
import type { SheetBody } from '../core/assignment/sheet-codec';
import type { CardKey } from '../core/item/card-key';
import { POLICIES } from '../core/teaching/set-policy';
import type { SentAssignment } from '../core/teaching/sent';
import type { Incoming } from './incoming-sheets';
import { Marking } from './marking.svelte';
import type { Teaching } from './teaching.svelte';

const { crypto, valueOf } = made;

/** A quiz of one question, sent; and the device that its teacher has. */
async function sendQuiz(item: CardKey = 'own-bank/four#') {
	const device = newDevice(newFactory());
	const teaching = await openTeaching(device);
	await teaching.call('Ms Kim');
	const set = {
		...teaching.newSet(POLICIES.practice),
		...{ title: 'Treaties', items: [item] }
	};
	await teaching.saveSet(set);
	const sent = valueOf(await teaching.send(set));
	return { device, teaching, sent };
}

/** Links to the sheets of as many students, each from a phone of its own. */
async function sheetsFor(
	sent: SentAssignment,
	count: number,
	answers: SheetBody['answers'] = ['Nara']
): Promise<string> {
	const { id, document } = valueOf(await openAssignment(sent.payload, crypto, BUNDLED_CARDS));
	const links = Array.from({ length: count }, async (_, at) => {
		const body = {
			...{ ...made.BODY, attempt: made.fresh(8), classNumber: at + 1, name: `Student ${at}` },
			...{ answers, spent: [1_000] }
		};
		const to = { id, sealKey: document.sealKey };
		const sheet = valueOf(await sealSheet(body, to, await made.device(), crypto));
		return toLink('https://kachi.example.org/a/', sheet.payload);
	});
	return (await Promise.all(links)).join('\n');
}

const countsOf = ({ fresh, again, cut, left, refused }: Incoming) => ({
	...{ fresh: fresh.length, again, cut, left, refused: refused.map(({ fault }) => fault.is) }
});

async function preview(teaching: Teaching, sent: SentAssignment, text: string) {
	const marking = new Marking(teaching, sent.set);
	await marking.open();
	return { marking, incoming: valueOf(await marking.preview(text)) };
}

const NONE = { fresh: 0, again: 0, cut: 0, left: 0, refused: [] };

describe('sheets that are taken in', () => {
	it('are new once, here already after that, and new again after they were taken back', async () => {
		const { teaching, sent } = await sendQuiz();
		const text = await sheetsFor(sent, 2);
		const { marking, incoming } = await preview(teaching, sent, text);
		expect(countsOf(incoming)).toEqual({ ...NONE, fresh: 2 });
		await marking.take(incoming);
		expect(marking.gradebook.rows).toHaveLength(2);
		expect(countsOf(valueOf(await marking.preview(text)))).toEqual({ ...NONE, again: 2 });
		await marking.takeBack();
		expect(marking.gradebook.rows).toHaveLength(0);
		const once = valueOf(await marking.preview(text));
		expect(countsOf(once)).toEqual({ ...NONE, fresh: 2 });
		await marking.take(once);
		expect(marking.gradebook.rows).toHaveLength(2);
	});

	it('are still here for the next tab, marked', async () => {
		const { device, teaching, sent } = await sendQuiz();
		const text = await sheetsFor(sent, 3);
		const { marking, incoming } = await preview(teaching, sent, text);
		await marking.take(incoming);
		const later = await preview(await openTeaching(device), sent, text);
		expect(countsOf(later.incoming)).toEqual({ ...NONE, again: 3 });
		expect(later.marking.gradebook.rows.map(({ total }) => total?.points)).toEqual([1, 1, 1]);
	});
});

describe('a key that the teacher changes', () => {
	it('marks everyone anew on every tab, and goes out with the answers alone', async () => {
		const { device, teaching, sent } = await sendQuiz('own-bank/three#');
		const { marking, incoming } = await preview(teaching, sent, await sheetsFor(sent, 2, [true]));
		await marking.take(incoming);
		const points = ({ gradebook: { rows } }: Marking) => rows.map(({ total }) => total?.points);
		const changed = async (from: Marking) => {
			const signer = await made.teacher(teaching.teacher?.seed);
			const wanted = { teacher: signer.publicKey, assignments: [bytesOfHex(sent.id)] };
			const opened = await openAnswers(valueOf(await from.answers(undefined)), wanted, crypto);
			return valueOf(opened).document.parts[0]?.changedKeys.map(({ at }) => at);
		};
		expect(points(marking)).toEqual([1, 1]);
		const kept = sent.payload.slice();
		expect(await marking.changeKey('own-bank/three#', false)).toBe(true);
		expect(points(marking)).toEqual([0, 0]);
		expect(teaching.sentOf(sent.id)?.payload).toEqual(kept);
		expect(await changed(marking)).toEqual([0]);

		const later = new Marking(await openTeaching(device), sent.set);
		await later.open();
		expect(points(later)).toEqual([0, 0]);
		await later.changeKey('own-bank/three#', undefined);
		expect(points(later)).toEqual([1, 1]);
		expect(await changed(later)).toEqual([]);
	});
});
