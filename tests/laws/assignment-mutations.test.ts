import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { makeAnswers, openAnswers } from '../../src/lib/core/assignment/answers';
import { makeAssignment, openAssignment } from '../../src/lib/core/assignment/assignment';
import {
	headOf,
	itemsCodec,
	readAssignment,
	writtenBody
} from '../../src/lib/core/assignment/assignment-codec';
import { documentTag, questionOf } from '../../src/lib/core/assignment/public-document';
import { sameBytes } from '../../src/lib/core/assignment/bytes';
import { makeClass, openClass } from '../../src/lib/core/assignment/class-document';
import { decodeAs, encodeAs, type Codec } from '../../src/lib/core/assignment/codec';
import type { Fault } from '../../src/lib/core/assignment/fault';
import { keysCodec } from '../../src/lib/core/assignment/key-codec';
import { findPayloads, readLink, toLink } from '../../src/lib/core/assignment/link';
import { makePractice, openPractice } from '../../src/lib/core/assignment/practice';
import { openSheet, sealSheet } from '../../src/lib/core/assignment/sheet';
import { sheetCodec } from '../../src/lib/core/assignment/sheet-codec';
import { signPlain } from '../../src/lib/core/assignment/signed';
import type { Result } from '../../src/lib/core/result';
import * as made from '../support/assignments';
import { law, lawOf } from './law';

const { crypto, valueOf } = made;

const tools = await made.toolsOf();
const { signer } = tools;
const [first] = made.BUNDLED;
const mixed = valueOf(
	await makeAssignment(await made.draftOf([...made.OWN, ...(first ? [first] : [])]), tools)
);
const released = valueOf(await makeAssignment(await made.draftOf(made.OWN, 'release'), tools));
const marked = valueOf(await makeAssignment(await made.draftOf(made.OWN, 'device'), tools));
const opener = await made.opener();
const target = { id: marked.id, opener, questions: marked.frozen.map(questionOf) };
const assignment = { id: marked.id, sealKey: opener.publicKey };
const teacher = signer.publicKey;
const receipts = [made.bytesFrom(0, 6)];
const part = { assignment: marked.id, itemIds: ['one'], additions: [], changedKeys: [], receipts };

/** Each kind of payload, and how it is opened. */
const payloads: Readonly<Record<string, Uint8Array>> = {
	class: valueOf(
		await makeClass({ id: made.bytesFrom(0, 16), name: '3-2', teacher: 'Kim' }, signer, crypto)
	),
	assignment: mixed.payload,
	released: released.payload,
	sheet: valueOf(await sealSheet(made.BODY, assignment, await made.device(), crypto)).payload,
	answers: valueOf(await makeAnswers({ parts: [part] }, signer, crypto)),
	practice: valueOf(
		await makePractice({ title: 'Again', assignments: [marked.id] }, signer, crypto)
	)
};

const openers: readonly ((payload: Uint8Array) => Promise<Result<unknown, Fault>>)[] = [
	(payload) => openClass(payload, crypto),
	(payload) => openAssignment(payload, crypto, made.BANK),
	(payload) => openSheet(payload, [target], crypto),
	(payload) => openAnswers(payload, { teacher, assignments: [marked.id] }, crypto),
	(payload) => openPractice(payload, crypto)
];

type Change = (bytes: Uint8Array) => Uint8Array;

const at = (place: number, { length }: Uint8Array) => (length === 0 ? 0 : place % length);

/** What happens to bytes on the way, by chance or on purpose. */
const changes: fc.Arbitrary<Change> = fc.oneof(
	fc.tuple(fc.nat(), fc.nat(7)).map(([place, bit]): Change => (bytes) => {
		const there = at(place, bytes);
		return bytes.map((byte, index) => (index === there ? byte ^ (1 << bit) : byte));
	}),
	fc.tuple(fc.nat(), fc.nat(255)).map(([place, value]): Change => (bytes) => {
		const there = at(place, bytes);
		return bytes.map((byte, index) => (index === there ? value : byte));
	}),
	fc.nat().map(
		(place): Change =>
			(bytes) =>
				bytes.slice(0, at(place, bytes))
	),
	fc.nat().map(
		(place): Change =>
			(bytes) =>
				bytes.slice(at(place, bytes))
	),
	fc.tuple(fc.nat(), fc.uint8Array({ maxLength: 8 })).map(([place, more]): Change => (bytes) => {
		const there = at(place, bytes);
		return Uint8Array.of(...bytes.slice(0, there), ...more, ...bytes.slice(there));
	}),
	fc.tuple(fc.nat(), fc.nat(20)).map(([place, length]): Change => (bytes) => {
		const there = at(place, bytes);
		return Uint8Array.of(...bytes.slice(0, there), ...bytes.slice(there + length));
	}),
	fc.tuple(fc.nat(), fc.nat(), fc.constantFrom(...Object.values(payloads))).map(
		([place, other, donor]): Change =>
			(bytes) =>
				Uint8Array.of(...bytes.slice(0, at(place, bytes)), ...donor.slice(at(other, donor)))
	)
);

const changed = (bytes: Uint8Array) =>
	fc
		.array(changes, { minLength: 1, maxLength: 3 })
		.map((all) => all.reduce((given, change) => change(given), bytes))
		.filter((given) => !sameBytes(given, bytes));

const isOneOfOurs = (given: Uint8Array) =>
	Object.values(payloads).some((payload) => sameBytes(payload, given));

describe('a payload that was changed', () => {
	for (const [kind, payload] of Object.entries(payloads)) {
		lawOf(
			1_000,
			`is opened as nothing, and throws nothing: ${kind}`,
			fc.asyncProperty(changed(payload), async (given) => {
				for (const open of openers) {
					const result = await open(given);
					expect(result.ok && !isOneOfOurs(given)).toBe(false);
				}
			})
		);
	}

	lawOf(
		1_000,
		'is opened as nothing where it is no payload at all',
		fc.asyncProperty(fc.uint8Array({ maxLength: 400, size: 'max' }), async (given) => {
			for (const open of openers) expect((await open(given)).ok).toBe(false);
		})
	);

	law(
		'is one of which a link says the same, or has a fault itself',
		fc.property(fc.constantFrom(...Object.values(payloads)), fc.nat(), fc.string(), (...given) => {
			const [payload, place, more] = given;
			const link = toLink('https://kachi.example/a/', payload);
			const there = place % link.length;
			const changedLink = `${link.slice(0, there)}${more}${link.slice(there + 1)}`;
			const read = readLink(changedLink);
			if (read.ok && sameBytes(read.value, payload)) {
				// The letters after the hash are the same, then.
				expect(changedLink.split(/#|%23/i).at(-1)?.trim()).toBe(link.split('#')[1]);
			}
			const found = findPayloads(changedLink, 'sheet');
			expect(found.ok).toBe(true);
		})
	);
});

const questions = mixed.frozen.map(questionOf);
const document = valueOf(await openAssignment(mixed.payload, crypto, made.BANK)).document;
const items = itemsCodec(documentTag(document.salt), 4);
const [head, body] = [headOf(document), valueOf(writtenBody(document))];
const plains: Readonly<Record<string, readonly [Uint8Array, Codec<never>]>> = {
	items: [encodeAs(items, document.items), items as unknown as Codec<never>],
	keys: [
		encodeAs(keysCodec(questions), mixed.frozen),
		keysCodec(questions) as unknown as Codec<never>
	],
	sheet: [encodeAs(sheetCodec, made.BODY), sheetCodec as unknown as Codec<never>]
};

describe('what is signed, and was made by another program', () => {
	for (const [kind, [plain, codec]] of Object.entries(plains)) {
		law(
			`is refused, or is written down again in the very same bytes: ${kind}`,
			fc.property(changed(plain), (given) => {
				const read = decodeAs(codec, given);
				if (!read.ok) return;
				expect(Buffer.compare(encodeAs(codec, read.value), given)).toBe(0);
			})
		);
	}

	law(
		'is refused, or is written down again in the very same bytes: an assignment',
		fc.property(changed(body), (given) => {
			const read = readAssignment(head, Uint8Array.from(given));
			if (read.ok) expect(Buffer.compare(valueOf(writtenBody(read.value)), given)).toBe(0);
		})
	);

	lawOf(
		300,
		'is opened as such or refused, and throws nothing',
		fc.asyncProperty(changed(body), async (given) => {
			const changedBody = Uint8Array.from(given);
			const payload = await signPlain('assignment', changedBody, signer, crypto, head);
			const opened = await openAssignment(payload, crypto, made.BANK);
			expect(opened.ok && sameBytes(opened.value.id, mixed.id)).toBe(false);
		})
	);
});
