import { createHash, createPublicKey, ECDH, verify as verifyByNode } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/assignments';
import * as rfc from '../../../../tests/support/rfc9180';
import { makeAssignment, openAssignment } from './assignment';
import { concat, padded, type Bytes } from './bytes';
import { encodeAs } from './codec';
import type { Signer } from './crypto-port';
import { firstByte, writeFrame } from './frame';
import { questionOf } from './public-document';
import { openSheet, sealSheet, type SheetTarget } from './sheet';
import { sheetCode } from './sheet-code';
import { sheetCodec, type SheetBody } from './sheet-codec';
import { sheetStanding } from './sheet-standing';
import { context } from './signed';

const { crypto, BODY } = made;

interface Set_ extends SheetTarget {
	readonly salt: Bytes;
	readonly sealKey: Bytes;
}

async function assignment(first: number, seed = made.SEED): Promise<Set_> {
	const salt = made.bytesFrom(first, 16);
	const opener = await made.opener(salt, seed);
	const fields = { salt, sealKey: opener.publicKey };
	const draft = await made.draftOf(made.OWN, 'device', fields);
	const { payload, id, frozen } = made.valueOf(
		await makeAssignment(draft, await made.toolsOf(seed))
	);
	const opened = made.valueOf(await openAssignment(payload, crypto, made.BANK));
	expect(opened.id).toEqual(id);
	return { id, opener, questions: frozen.map(questionOf), ...fields };
}

const [ONE, TWO] = [await assignment(1), await assignment(2)];
const ELSEWHERE = await assignment(3, made.OTHER_SEED);
const DEVICE = await made.device();

const seal = async (body: SheetBody = BODY, to: Set_ = ONE, device = DEVICE) =>
	made.valueOf(await sealSheet(body, to, device, crypto));

const open = (payload: Uint8Array, targets: readonly SheetTarget[] = [ONE, TWO], only?: Bytes) =>
	openSheet(payload, targets, crypto, only);

const fault = async (payload: Uint8Array, targets?: readonly SheetTarget[], only?: Bytes) =>
	made.faultOf(await open(payload, targets, only));

/** Seals whatever is given, as someone would who knows the protocol and not the device's key. */
async function forged(to: Set_, device: Signer, signature: Bytes, plain: Bytes, hashOf: Bytes) {
	const clear = concat(to.id.subarray(0, 8), hashOf.subarray(0, 6));
	const inside = padded(concat(device.publicKey, signature, plain), 64);
	const sealed = await crypto.seal(to.sealKey, inside, {
		info: concat(context('sheet'), to.id),
		aad: concat(Uint8Array.of(firstByte('sheet')), clear)
	});
	const content = concat(clear, sealed ?? new Uint8Array());
	return writeFrame({ kind: 'sheet', isDeflated: false, content });
}

const signedBytes = (id: Bytes, device: Signer, plain: Bytes) =>
	concat(context('sheet'), id, device.publicKey, plain);

/** A sheet made by the parts, each of which can be another's. */
async function resealed(
	body: SheetBody,
	to: Set_,
	by: { signedFor?: Bytes; device?: Signer } = {}
) {
	const { signedFor = to.id, device = DEVICE } = by;
	const plain = encodeAs(sheetCodec, body);
	const signature = await device.sign(signedBytes(signedFor, device, plain));
	const hash = await crypto.sha256(signedBytes(to.id, device, plain));
	return forged(to, device, signature, plain, hash);
}

describe('a sheet', () => {
	it('is opened by the teacher with the responses that were given', async () => {
		const { payload, hash } = await seal();
		const sheet = made.valueOf(await open(payload));
		expect(sheet).toMatchObject({ id: ONE.id, hash, deviceKey: DEVICE.publicKey, body: BODY });
		const [choice, multiple, trueFalse, text, number, cloze, match, order] = sheet.responses;
		const id = (at: number) => `041061-0${at}`;
		expect(choice).toEqual({ kind: 'choice', option: id(1) });
		expect(multiple).toEqual({ kind: 'multiple', options: [id(0), id(2)] });
		expect(trueFalse).toEqual({ kind: 'true-false', answer: true });
		expect(text).toEqual({ kind: 'text', text: '나라' });
		expect(number).toEqual({ kind: 'number', text: '12' });
		expect(cloze).toEqual({ kind: 'cloze', gap: 'c2', text: 'Tuesday' });
		expect(match).toEqual({ kind: 'match', pairs: [[id(0), id(2)]] });
		expect(order).toEqual({ kind: 'order', steps: [id(0), id(2), id(1), id(3)] });
	});

	it('is opened by another program, written from the RFC on another cryptography', async () => {
		const { payload, hash } = await seal();
		// The length takes two bytes here.
		const content = payload.subarray(3);
		const [clear, sealed] = [content.subarray(0, 14), content.subarray(14)];
		const scalar = rfc.deriveScalar(rfc.hkdfSha256(made.SEED, ONE.salt, 'kachi/sealing/1'));
		const info = Buffer.concat([Buffer.from('kachi/sheet/1\0'), ONE.id]);
		const opened = rfc.openSealed(sealed, scalar, info, Buffer.concat([Buffer.of(0x31), clear]));
		const end = opened.lastIndexOf(0x80);
		expect(opened.length % 64).toBe(0);
		expect(opened.subarray(end + 1).every((byte) => byte === 0)).toBe(true);
		const [key, signature] = [opened.subarray(0, 33), opened.subarray(33, 97)];
		const body = opened.subarray(97, end);
		expect(Buffer.compare(body, encodeAs(sheetCodec, BODY))).toBe(0);

		const signed = Buffer.concat([Buffer.from('kachi/sheet/1\0'), ONE.id, key, body]);
		const digest = createHash('sha256').update(signed).digest();
		expect(Buffer.compare(digest, hash)).toBe(0);
		expect(clear.subarray(0, 8)).toEqual(ONE.id.subarray(0, 8));
		expect(Buffer.compare(clear.subarray(8), digest.subarray(0, 6))).toBe(0);
		const point = Buffer.from(
			ECDH.convertKey(key, 'prime256v1', undefined, undefined, 'uncompressed')
		);
		const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) =>
			half.toString('base64url')
		) as [string, string];
		const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
		const how = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
		expect(verifyByNode('sha256', signed, how, signature)).toBe(true);
	});

	it('that another program sealed is opened by us', async () => {
		expect(await fault(await resealed(BODY, ONE))).toBe('none');
	});

	it('has a length that says little, and a code to compare', async () => {
		const lengths = ['김', '김민서', 'Kim Minseo'].map(async (name) => {
			return (await seal({ ...BODY, name })).payload.length;
		});
		expect(new Set(await Promise.all(lengths)).size).toBe(1);
		expect(sheetCode(Uint8Array.of(0x99, 0xee, 0x4f))).toBe('K7Q4');
		expect(sheetCode(new Uint8Array(32))).toBe('0000');
		expect(sheetCode(new Uint8Array(32).fill(255))).toBe('ZZZZ');
		expect(sheetCode((await seal()).hash)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
	});

	it('is not sealed with a bad name, with nothing answered at all, or to no key', async () => {
		const not = async (body: SheetBody, to = ONE) =>
			made.faultOf(await sealSheet(body, to, DEVICE, crypto));
		expect(await not({ ...BODY, name: 'x\u202e' })).toBe('bad-name');
		expect(await not({ ...BODY, answers: [], spent: [] })).toBe('altered');
		expect(await not({ ...BODY, spent: [] })).toBe('altered');
		expect(await not({ ...BODY, certainty: [1] })).toBe('altered');
		expect(await not(BODY, { ...ONE, sealKey: new Uint8Array(33) })).toBe('altered');
	});
});

describe('what is no sheet for this teacher', () => {
	it('is for another one, or for another assignment than is wanted', async () => {
		expect(await fault((await seal(BODY, ELSEWHERE)).payload)).toBe('other-teacher');
		expect(await fault((await seal(BODY, TWO)).payload)).toBe('none');
		expect(await fault((await seal(BODY, TWO)).payload, [ONE, TWO], ONE.id)).toBe(
			'other-assignment'
		);
	});

	it('says that it is for another assignment than it was sealed for', async () => {
		const { payload } = await seal();
		const moved = Uint8Array.from(payload);
		moved.set(TWO.id.subarray(0, 8), 3);
		expect(await fault(moved)).toBe('altered');
	});

	it('was taken out of its seal and sealed for another assignment', async () => {
		const signed = { signedFor: ONE.id };
		expect(await fault(await resealed(BODY, TWO, signed))).toBe('other-assignment');
		// Where the first assignment is not known, the signature does not hold all the same.
		expect(await fault(await resealed(BODY, TWO, signed), [TWO])).toBe('altered');
	});

	it('was changed after it was signed, or signed by another device than it says', async () => {
		const plain = encodeAs(sheetCodec, BODY);
		const signature = await DEVICE.sign(signedBytes(ONE.id, DEVICE, plain));
		const other = encodeAs(sheetCodec, { ...BODY, name: '이서준' });
		const hash = await crypto.sha256(signedBytes(ONE.id, DEVICE, other));
		expect(await fault(await forged(ONE, DEVICE, signature, other, hash))).toBe('altered');
		const device = await made.device();
		const hashed = await crypto.sha256(signedBytes(ONE.id, device, plain));
		expect(await fault(await forged(ONE, device, signature, plain, hashed))).toBe('altered');
	});

	it('has another hash in its header than its own', async () => {
		const plain = encodeAs(sheetCodec, BODY);
		const signature = await DEVICE.sign(signedBytes(ONE.id, DEVICE, plain));
		expect(await fault(await forged(ONE, DEVICE, signature, plain, new Uint8Array(6)))).toBe(
			'altered'
		);
	});

	it('answers what was not asked', async () => {
		const [first, ...rest] = BODY.answers;
		for (const answers of [
			[3, ...rest],
			[true, ...rest],
			['x', ...rest],
			[[0], ...rest],
			[first, [0, 0], ...rest.slice(1)],
			[first, [9], ...rest.slice(1)],
			[...BODY.answers.slice(0, 6), [0], [0, 1, 2, 3]],
			[...BODY.answers.slice(0, 6), [1, 1], [0, 1, 2, 3]]
		]) {
			expect(await fault(await resealed({ ...BODY, answers } as SheetBody, ONE))).toBe('altered');
		}
		const shorter = { ...BODY, answers: rest, spent: BODY.spent.slice(1) };
		expect(await fault(await resealed(shorter, ONE))).toBe('altered');
		const none = { ...BODY, answers: BODY.answers.map(() => null) };
		expect(await fault(await resealed(none, ONE))).toBe('none');
	});

	it('is cut, altered, or of another length', async () => {
		const { payload } = await seal();
		for (let length = 1; length < payload.length; length += 5) {
			expect(await fault(payload.slice(0, length))).toBe('cut');
		}
		for (let at = 0; at < payload.length; at += 3) {
			const bad = payload.map((byte, index) => (index === at ? byte ^ 4 : byte));
			expect(await fault(bad)).not.toBe('none');
		}
		const frame = (length: number) => {
			const content = concat(payload.slice(3), new Uint8Array(length));
			return writeFrame({ kind: 'sheet', isDeflated: false, content });
		};
		for (const length of [1, 64]) expect(await fault(frame(length))).toBe('altered');
		const content = payload.slice(3);
		const deflated = writeFrame({ kind: 'sheet', isDeflated: true, content });
		expect(await fault(deflated)).toBe('altered');
	});

	it('has padding that could have been another', async () => {
		const plain = encodeAs(sheetCodec, BODY);
		const signature = await DEVICE.sign(signedBytes(ONE.id, DEVICE, plain));
		const hash = await crypto.sha256(signedBytes(ONE.id, DEVICE, plain));
		const clear = concat(ONE.id.subarray(0, 8), hash.subarray(0, 6));
		const whole = padded(concat(DEVICE.publicKey, signature, plain), 64);
		const sealedWith = async (inside: Bytes) => {
			const sealed = await crypto.seal(ONE.sealKey, inside, {
				info: concat(context('sheet'), ONE.id),
				aad: concat(Uint8Array.of(firstByte('sheet')), clear)
			});
			const content = concat(clear, sealed ?? new Uint8Array());
			return fault(writeFrame({ kind: 'sheet', isDeflated: false, content }));
		};
		expect(await sealedWith(whole)).toBe('none');
		expect(await sealedWith(concat(whole, new Uint8Array(64)))).toBe('altered');
		expect(await sealedWith(new Uint8Array(256))).toBe('altered');
		expect(await sealedWith(whole.map((byte, at) => (at === whole.length - 1 ? 1 : byte)))).toBe(
			'altered'
		);
	});
});

/** The other signature of the same message by the same key (r, n − s). */
function twin(signature: Bytes): Bytes {
	const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
	const s = BigInt(`0x${Buffer.from(signature.subarray(32)).toString('hex')}`);
	const other = (order - s).toString(16).padStart(64, '0');
	return concat(signature.subarray(0, 32), Buffer.from(other, 'hex'));
}

describe('a sheet that is handed in twice', () => {
	it('is the same one, sealed or signed again', async () => {
		const plain = encodeAs(sheetCodec, BODY);
		const message = signedBytes(ONE.id, DEVICE, plain);
		const [signature, hash] = [await DEVICE.sign(message), await crypto.sha256(message)];
		expect(await crypto.verify(DEVICE.publicKey, twin(signature), message)).toBe(true);
		const sheets = await Promise.all(
			[
				seal().then(({ payload }) => payload),
				seal().then(({ payload }) => payload),
				forged(ONE, DEVICE, signature, plain, hash),
				forged(ONE, DEVICE, twin(signature), plain, hash)
			].map(async (payload) => made.valueOf(await open(await payload)))
		);
		const [first, ...again] = sheets;
		expect(new Set(sheets.map((sheet) => Buffer.from(sheet.hash).toString('hex'))).size).toBe(1);
		for (const sheet of again) expect(sheetStanding(sheet, first ? [first] : [])).toBe('again');
	});

	it('stands by what it has in common with those before it', async () => {
		const opened = async (body: Partial<SheetBody>, device = DEVICE, to = ONE) =>
			made.valueOf(await open((await seal({ ...BODY, ...body }, to, device)).payload));
		const known = [await opened({})];
		const stands = async (...given: Parameters<typeof opened>) =>
			sheetStanding(await opened(...given), known);
		const other = await made.device();
		const attempt = made.bytesFrom(77, 8);
		expect(await stands({ lasted: 1_000 })).toBe('other-body');
		expect(await stands({ attempt, number: 2 })).toBe('new');
		expect(await stands({}, other)).toBe('other-device');
		expect(await stands({ name: '다른 이름' }, other)).toBe('other-device');
		expect(await stands({ classNumber: 15 }, other)).toBe('new');
		expect(await stands({ classNumber: 15, name: '이서준' }, other)).toBe('new');
		expect(await stands({}, other, TWO)).toBe('new');
		const { classNumber: _, ...nameless } = BODY;
		const byName = made.valueOf(
			await open((await seal(nameless as SheetBody, ONE, other)).payload)
		);
		expect(sheetStanding(byName, known)).toBe('other-device');
	});
});
