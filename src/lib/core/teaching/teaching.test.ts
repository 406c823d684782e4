import { describe, expect, it } from 'vitest';
import { ITEMS } from '../../../../tests/support/assignments';
import type { DocumentEntry } from '../log/entry';
import type { Fold } from '../log/fold';
import { readClasses } from './classes';
import { readSent, writtenSent, type SentAssignment } from './sent';
import {
	keyModesFor,
	POLICIES,
	readSetPolicy,
	sendable,
	travelling,
	usedFor,
	withMoreTime,
	withPolicy
} from './set-policy';
import { moved, readSets } from './sets';
import { bytesIn, storedBytes } from '../assignment/stored-bytes';
import { isTeaching } from './switch';
import { readTeacher } from './teacher';

/** A fold that has these settings. */
const foldOf = (settings: Readonly<Record<string, unknown>>) =>
	({ settings: { live: new Map(Object.entries(settings)) } }) as unknown as Fold;

const SEED = storedBytes(new Uint8Array(32));

describe('bytes of a log', () => {
	it.each([0, 1, 2, 3, 4, 31, 32, 40_000])('%i of them come back as they were', (length) => {
		const bytes = Uint8Array.from({ length }, (_, at) => at * 7);
		expect(bytesIn(storedBytes(bytes))).toEqual(bytes);
	});

	it.each([undefined, 7, 'a', 'abc=', 'ab+d', 'ab\ncd'])('%j is none', (text) => {
		expect(bytesIn(text)).toBeUndefined();
	});
});

describe('what is damaged', () => {
	it('is no teacher', () => {
		expect(readTeacher(foldOf({ teacher: { name: 'Kim', seed: SEED } }))?.name).toBe('Kim');
		for (const teacher of [
			7,
			null,
			{ name: 'Kim' },
			{ name: '', seed: SEED },
			{ name: 'K', seed: 'AA' }
		])
			expect(readTeacher(foldOf({ teacher }))).toBeUndefined();
	});

	it('is no class and no set, and the others are there', () => {
		const id = 'ab'.repeat(16);
		const fold = foldOf({
			...{ [`class:${id}`]: { name: '3-2', at: 2 }, 'class:x': { name: 'no' }, 'class:': 7 },
			...{ [`class:${'cd'.repeat(16)}`]: { name: 5 }, 'set:': {}, 'set:b': 'no' },
			'set:a': { title: 7, items: ['b/i#', 'b/i#', 'b/i', 9], policy: { attempts: -1 }, at: 1 }
		});
		expect(readClasses(fold)).toEqual([{ id, name: '3-2', archived: false, at: 2 }]);
		expect(readSets(fold)).toEqual([
			{ id: 'a', title: '', items: ['b/i#'], policy: POLICIES.practice, archived: false, at: 1 }
		]);
	});

	it('is nothing that was sent', () => {
		const sent: SentAssignment = {
			...{ id: 'ff', set: 's', label: 'first', title: 'T', at: 1, lang: 'en' },
			...{ secret: new Uint8Array(16), salt: new Uint8Array(16), payload: new Uint8Array(3) },
			policy: POLICIES.test,
			items: Object.values(ITEMS).map((item) => ({
				...{ own: `b/${item.id}#` as const, revision: '1', item, part: '', bundled: false }
			}))
		};
		const entry = { kind: 'document', ...writtenSent(sent) } as DocumentEntry;
		expect(readSent(entry)).toEqual(sent);
		const text = JSON.parse(entry.text ?? '') as Record<string, unknown>;
		for (const change of [
			...[{ items: 7 }, { items: [{}] }, { set: 1 }, { secret: '=' }],
			...sent.items.map(({ item, ...rest }) => ({
				items: [{ ...rest, item: { id: item.id, kind: item.kind, stem: '', explanation: '' } }]
			}))
		]) {
			expect(readSent({ ...entry, text: JSON.stringify({ ...text, ...change }) })).toBeUndefined();
		}
		expect(readSent({ ...entry, text: '{' })).toBeUndefined();
		expect(readSent({ ...entry, type: 'bank' })).toBeUndefined();
	});
});

describe('a policy', () => {
	it('that is none reads as the default of its use', () => {
		expect(readSetPolicy(7)).toEqual(POLICIES.practice);
		expect(readSetPolicy({ use: 'test', attempts: 1.5, minutes: 0, due: { at: 'x' } })).toEqual(
			POLICIES.test
		);
	});

	it('keeps its dates and limits when it is for another use', () => {
		const due = { at: 60_000, offset: 540 };
		const policy = withPolicy(POLICIES.practice, { due, minutes: 10, certainty: true });
		expect(usedFor(policy, 'test')).toEqual({ ...POLICIES.test, due, minutes: 10 });
		expect(withPolicy(policy, { due: undefined })).not.toHaveProperty('due');
	});

	it('hides no keys that every app has, and shows none before they are there', () => {
		expect(keyModesFor(true)).toEqual(['at-once']);
		expect(sendable(POLICIES.test, true)).toEqual({ ...POLICIES.test, keyMode: 'at-once' });
		const hidden = { ...POLICIES.practice, keyMode: 'device' } as const;
		expect(sendable(hidden, false).feedback).toBe('release');
	});

	it('travels in whole minutes and quarters of an hour', () => {
		expect(travelling({ at: 119_999, offset: 507 })).toEqual({ at: 60_000, offset: 510 });
	});

	it('gives a day more where there is a date and no limit', () => {
		const due = { at: 0, offset: 0 };
		expect(withMoreTime({ ...POLICIES.test, due })?.due?.at).toBe(86_400_000);
		expect(withMoreTime(POLICIES.test)).toBeUndefined();
	});
});

describe('a list', () => {
	it('has one a place earlier or later, and stays as it is at its ends', () => {
		expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
		expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
		expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
	});
});

describe('teaching', () => {
	it('is off until it is switched on', () => {
		expect(isTeaching(foldOf({}))).toBe(false);
		expect(isTeaching(foldOf({ teaching: 'yes' }))).toBe(false);
		expect(isTeaching(foldOf({ teaching: true }))).toBe(true);
	});
});
