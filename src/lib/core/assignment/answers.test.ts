import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/assignments';
import { isReceived, makeAnswers, openAnswers, type AnswersDocument } from './answers';
import { makeClass, openClass } from './class-document';
import { makePractice, openPractice } from './practice';
import { signPlain } from './signed';

const { crypto } = made;
const [ONE, TWO, THREE] = [1, 2, 3].map((first) => made.bytesFrom(first, 32)) as [
	ReturnType<typeof made.bytesFrom>,
	ReturnType<typeof made.bytesFrom>,
	ReturnType<typeof made.bytesFrom>
];
const HASH = made.bytesFrom(40, 32);

const empty = { itemIds: [], additions: [], changedKeys: [], receipts: [] };
const ANSWERS: AnswersDocument = {
	classId: made.bytesFrom(5, 16),
	parts: [
		{
			...{ assignment: ONE, secret: made.SECRET, itemIds: ['one', 'two'] },
			additions: [{ at: 1, text: '나라시' }],
			changedKeys: [{ at: 0, key: Uint8Array.of(1, 2, 3) }],
			receipts: [HASH.slice(0, 6), made.bytesFrom(60, 6)]
		},
		{ ...empty, assignment: TWO, keys: Uint8Array.of(9) }
	]
};

const signer = await made.teacher();
const other = await made.teacher(made.OTHER_SEED);
const [teacher, assignments] = [signer.publicKey, [TWO, THREE]];

describe('answers', () => {
	it('come back as they were sent, to who has one of their assignments', async () => {
		const payload = made.valueOf(await makeAnswers(ANSWERS, signer, crypto));
		const opened = made.valueOf(await openAnswers(payload, { teacher, assignments }, crypto));
		expect(opened).toEqual({ document: ANSWERS, signedBy: teacher });
	});

	it('are for another assignment, or from another teacher', async () => {
		const payload = made.valueOf(await makeAnswers(ANSWERS, signer, crypto));
		const fault = async (whom: Uint8Array, ...ids: readonly Uint8Array[]) =>
			made.faultOf(await openAnswers(payload, { teacher: whom, assignments: ids }, crypto));
		expect(await fault(teacher, THREE)).toBe('other-assignment');
		expect(await fault(teacher)).toBe('other-assignment');
		expect(await fault(other.publicKey, ONE)).toBe('other-teacher');
	});

	it('say which sheets the teacher had', () => {
		const [part] = ANSWERS.parts;
		if (!part) throw new Error('there is one');
		expect(isReceived(part, HASH)).toBe(true);
		expect(isReceived(part, made.bytesFrom(41, 32))).toBe(false);
	});

	it('are not made for nothing, nor with ids that are none', async () => {
		const fault = async (parts: AnswersDocument['parts']) =>
			made.faultOf(await makeAnswers({ parts }, signer, crypto));
		expect(await fault([])).toBe('altered');
		expect(await fault([{ ...empty, assignment: ONE, itemIds: ['Not an id'] }])).toBe('altered');
		expect(await fault([{ ...empty, assignment: ONE.slice(1) }])).toBe('altered');
		const many = Array.from({ length: 51 }, () => ({ ...empty, assignment: ONE }));
		expect(await fault(many)).toBe('too-large');
	});
});

describe('a class', () => {
	const document = { id: made.bytesFrom(5, 16), name: '3학년 2반', teacher: '김 선생님' };

	it('comes back with the key that signed it', async () => {
		const payload = made.valueOf(await makeClass(document, signer, crypto));
		const opened = made.valueOf(await openClass(payload, crypto));
		expect(opened).toEqual({ document, signedBy: teacher });
		// It is to be scanned from a wall.
		expect(payload.length).toBeLessThan(180);
	});

	it('is not made under a bad name', async () => {
		for (const fields of [{ name: '' }, { teacher: 'a\u202eb' }, { name: 'x'.repeat(61) }]) {
			const result = await makeClass({ ...document, ...fields }, signer, crypto);
			expect(made.faultOf(result)).toBe('bad-name');
		}
	});

	it('is not what is signed for another use', async () => {
		const payload = made.valueOf(await makeAnswers(ANSWERS, signer, crypto));
		expect(made.faultOf(await openClass(payload, crypto))).toBe('other-kind');
		const nothing = await signPlain('class', new Uint8Array(), signer, crypto);
		expect(made.faultOf(await openClass(nothing, crypto))).toBe('altered');
	});
});

describe('practice', () => {
	const document = { title: 'Before the exam', assignments: [ONE, TWO] };

	it('comes back as it was sent', async () => {
		const payload = made.valueOf(await makePractice(document, signer, crypto));
		const opened = made.valueOf(await openPractice(payload, crypto, teacher));
		expect(opened).toEqual({ document, signedBy: teacher });
		expect(made.faultOf(await openPractice(payload, crypto, other.publicKey))).toBe(
			'other-teacher'
		);
	});

	it('is for one assignment at least', async () => {
		const none = { ...document, assignments: [] };
		expect(made.faultOf(await makePractice(none, signer, crypto))).toBe('altered');
	});
});
