import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/assignments';
import * as books from '../../../../tests/support/gradebooks';
import { makeAnswers, openAnswers } from '../assignment/answers';
import { makeAssignment } from '../assignment/assignment';
import { bytesOfHex } from '../assignment/bytes';
import { decodeAs } from '../assignment/codec';
import { keyCodec } from '../assignment/key-codec';
import type { Question } from '../assignment/public-document';
import { publicItem } from '../item/registry';
import { POLICIES } from '../teaching/set-policy';
import type { SentAssignment } from '../teaching/sent';
import { hex } from '../assignment/bytes';
import type { KeyMode } from '../assignment/policy';
import { answersForClass, classesOf } from './answers-for-class';
import type { Decisions } from './decisions';
import { gradebook } from './gradebook';

const { crypto, SECRET, SALT, valueOf } = made;
const CLASS = '0f'.repeat(16);

async function sent(keyMode: KeyMode, fields: Partial<SentAssignment> = {}) {
	const draft = await made.draftOf([made.own(made.ITEMS.text)], keyMode);
	const { id, frozen, payload } = valueOf(await makeAssignment(draft, await made.toolsOf()));
	const result: SentAssignment = {
		...{ id: hex(id), set: 's', classId: CLASS, label: 'first', title: '', at: 1 },
		...{ secret: SECRET, salt: SALT, payload, lang: 'en' },
		policy: { ...POLICIES.test, keyMode },
		items: frozen.map((item) => ({
			...{ own: 'own/four#' as const, revision: '1', item, part: '' as const, bundled: false }
		})),
		...fields
	};
	return result;
}

const DECISIONS = books.decided({
	accepted: new Map([['own/four#', [{ text: 'Osaka', at: 1 }]]]),
	excused: new Set(['*:aa:0'])
});

function documentOf(
	all: readonly SentAssignment[],
	classId: string | undefined = CLASS,
	decisions = DECISIONS
) {
	const [first] = all;
	const received = books.sheet({ responses: [null] });
	const ids = { ...received.sheet, id: bytesOfHex(first?.id ?? '') };
	const sheets = [{ ...received, sheet: ids }];
	const book = gradebook(books.inputOf(sheets, { assignments: all, decisions }));
	return valueOf(answersForClass(all, classId, book, decisions));
}

describe('the answers of a class', () => {
	it('hold the keys only where the document held none, and the secret only of a release', async () => {
		const partOf = async (mode: KeyMode) => documentOf([await sent(mode)]).parts[0];
		expect(await partOf('at-once')).not.toHaveProperty('keys');
		expect(await partOf('at-once')).not.toHaveProperty('secret');
		expect(await partOf('release')).toHaveProperty('secret', SECRET);
		expect(await partOf('release')).not.toHaveProperty('keys');
		expect(await partOf('device')).toHaveProperty('keys');
		expect(await partOf('device')).not.toHaveProperty('secret');
	});

	it('cover every assignment of the class and none of another', async () => {
		const one = await sent('release');
		const more = { ...one, id: '22'.repeat(32), label: 'more-time' as const };
		const other = { ...one, id: '33'.repeat(32), classId: 'ee'.repeat(16) };
		const { parts, classId } = documentOf([one, more, other]);
		expect(parts.map(({ assignment }) => hex(assignment))).toEqual([one.id, more.id]);
		expect(classId && hex(classId)).toBe(CLASS);
	});

	it('cover what went to whoever has the link too, so that one link fits every student', async () => {
		const { classId: _, ...open } = await sent('release');
		const toClass = { ...open, id: '22'.repeat(32), classId: CLASS };
		expect(classesOf([open, toClass])).toEqual([CLASS]);
		const { parts, classId } = documentOf([open, toClass]);
		expect(parts.map(({ assignment }) => hex(assignment))).toEqual([open.id, toClass.id]);
		expect(classId && hex(classId)).toBe(CLASS);
		expect(classesOf([open])).toEqual([undefined]);
		expect(classesOf([])).toEqual([]);
	});

	it('acknowledge every sheet, add what was accepted, and tell of no excuse', async () => {
		const [part] = documentOf([await sent('device')]).parts;
		expect(part).toMatchObject({ additions: [{ at: 0, text: 'Osaka' }], changedKeys: [] });
		expect(part?.itemIds).toEqual(['four']);
		expect(part?.receipts.map(({ length }) => length)).toEqual([6]);
	});

	it('of bundled items hold no ids and no keys, but what was accepted and receipts', async () => {
		const { items, ...rest } = await sent('at-once');
		const bundled = items.map((item) => ({ ...item, bundled: true }));
		const [part] = documentOf([{ ...rest, items: bundled }]).parts;
		expect(part).toMatchObject({ itemIds: [], additions: [{ at: 0, text: 'Osaka' }] });
		expect(part).not.toHaveProperty('keys');
		expect(part?.receipts).toHaveLength(1);
	});

	it('are read by a student as they were made', async () => {
		const assignment = await sent('device');
		const document = documentOf([assignment]);
		const signer = await made.teacher();
		const payload = valueOf(await makeAnswers(document, signer, crypto));
		const wanted = { teacher: signer.publicKey, assignments: [bytesOfHex(assignment.id)] };
		expect(valueOf(await openAnswers(payload, wanted, crypto)).document).toEqual(document);
	});

	it('hold changed keys at their places, of bundled and of own items, and the ones sent otherwise', async () => {
		const { choice, multiple, text } = made.ITEMS;
		const draft = await made.draftOf([made.own(choice), made.own(multiple), made.own(text)]);
		const { frozen } = valueOf(await makeAssignment(draft, await made.toolsOf()));
		const items = [choice, ...frozen].map((item, at) => ({
			own: `own/${at}#` as const,
			...{ revision: '1', item, part: '' as const, bundled: at === 0 }
		}));
		const changedKeys = new Map([
			['own/0#', { right: ['Text c'], at: 1 }],
			['own/1#', { right: ['Text b'], at: 1 }],
			['own/2#', { right: ['Text b', 'Text d'], at: 1 }],
			['own/3#', { right: ['Kyoto'], at: 1 }]
		]);
		const part = (given: Decisions) =>
			documentOf([{ ...sentText, items }], CLASS, given).parts[0]?.changedKeys ?? [];
		const sentText = await sent('at-once');
		expect(part(books.decided({}))).toEqual([]);
		const changed = part(books.decided({ changedKeys }));
		// What frozen[0] was sent with is its key still, and of what is typed no key is changed.
		expect(changed.map(({ at }) => at)).toEqual([0, 2]);
		const read = changed.map(({ at, key }) => {
			const item = items[at]?.item ?? choice;
			return valueOf(decodeAs(keyCodec(publicItem(item, '') as Question), key));
		});
		expect(read[0]).toMatchObject({ id: 'one', key: 'c', explanation: choice.explanation });
		const [, several] = read;
		const keys = several?.kind === 'multiple' ? several.keys : [];
		const options = several?.kind === 'multiple' ? several.options : [];
		expect(
			options
				.filter(({ id }) => keys.includes(id))
				.map((each) => each.text)
				.sort()
		).toEqual(['Text b', 'Text d']);
		expect(options.find((each) => each.text === 'Text b')).not.toHaveProperty('why');
	});
});
