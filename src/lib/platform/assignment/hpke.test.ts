import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CipherSuite, DhkemP256HkdfSha256, HkdfSha256, Aes128Gcm } from '@hpke/core';
import { describe, expect, it } from 'vitest';
import { concat } from '$lib/core/assignment/bytes';
import * as rfc from '../../../../tests/support/rfc9180';
import { deriveKeyPair, importKeyPair } from './derive-key';
import { openerOf, seal } from './hpke';
import { compress } from './p256';

interface Vectors {
	readonly setup: Readonly<Record<string, string>>;
	readonly encryptions: readonly Readonly<Record<string, string>>[];
}

const SHARED = 'shared/vectors/hpke-p256.json';
const path = join(import.meta.dirname, '../../../../..', SHARED);
const vectors = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Vectors) : undefined;

const fromHex = (text = '') => Uint8Array.from(Buffer.from(text, 'hex'));
const hexOf = (bytes: Uint8Array | ArrayBuffer | undefined) =>
	bytes && Buffer.from(bytes as Uint8Array).toString('hex');

const info = fromHex('01');
const aad = fromHex('02');

describe('the published vectors of RFC 9180, A.3.1', () => {
	if (!vectors) {
		it(`are not held to: ${SHARED} does not stand beside the project`, () => {
			console.info(`${SHARED} is missing: published vectors were not tried`);
		});
		return;
	}
	const { setup, encryptions } = vectors;
	const member = (name: string) => fromHex(setup[name]);

	it.each(['E', 'R'])('come of deriving the keys of %s', async (who) => {
		const { scalar, point } = await deriveKeyPair(member(`ikm${who}`));
		expect(hexOf(scalar)).toBe(setup[`sk${who}m`]);
		expect(hexOf(point)).toBe(setup[`pk${who}m`]);
		expect(hexOf(rfc.deriveScalar(member(`ikm${who}`)))).toBe(setup[`sk${who}m`]);
	});

	it('are opened by us', async () => {
		const opener = await openerOf(await deriveKeyPair(member('ikmR')));
		const [first] = encryptions;
		const sealed = concat(compress(member('enc')), fromHex(first?.ct));
		const context = { info: member('info'), aad: fromHex(first?.aad) };
		expect(hexOf(await opener.open(sealed, context))).toBe(first?.pt);
	});

	it('come of the suite when it seals with the keys they name', async () => {
		const suite = new CipherSuite({
			kem: new DhkemP256HkdfSha256(),
			kdf: new HkdfSha256(),
			aead: new Aes128Gcm()
		});
		const [ekm, pair] = await Promise.all([
			deriveKeyPair(member('ikmE')).then((keys) => importKeyPair(keys, 'ECDH')),
			deriveKeyPair(member('ikmR')).then((keys) => importKeyPair(keys, 'ECDH'))
		]);
		const sender = await suite.createSenderContext({
			...{ recipientPublicKey: pair.publicKey, info: member('info') },
			ekm: ekm as never
		});
		expect(hexOf(sender.enc)).toBe(setup.enc);
		const [first] = encryptions;
		expect(hexOf(await sender.seal(fromHex(first?.pt), fromHex(first?.aad)))).toBe(first?.ct);
	});

	it('come of the implementation that tests hold ours to', () => {
		const secret = rfc.decap(member('enc'), member('skRm'));
		expect(hexOf(secret)).toBe(setup.shared_secret);
		const schedule = rfc.keySchedule(secret, member('info'));
		expect(hexOf(schedule.context)).toBe(setup.key_schedule_context);
		expect(hexOf(schedule.secret)).toBe(setup.secret);
		expect(hexOf(schedule.key)).toBe(setup.key);
		expect(hexOf(schedule.baseNonce)).toBe(setup.base_nonce);
		expect(hexOf(schedule.exporterSecret)).toBe(setup.exporter_secret);
		expect(encryptions.length).toBeGreaterThan(4);
		for (const each of encryptions) {
			const nonce = rfc.nonceOf(schedule.baseNonce, Number(each['sequence number']));
			expect(hexOf(nonce)).toBe(each.nonce);
			const given = [fromHex(each.aad), fromHex(each.pt)] as const;
			expect(hexOf(rfc.aeadSeal(schedule.key, nonce, ...given))).toBe(each.ct);
			const opened = rfc.aeadOpen(schedule.key, nonce, given[0], fromHex(each.ct));
			expect(hexOf(opened)).toBe(each.pt);
		}
	});
});

describe('what is sealed', () => {
	const keys = deriveKeyPair(fromHex('03'));
	const plain = Uint8Array.from(Buffer.from('어느 도시에서?'));

	it('is opened by the key it was sealed to, and by another implementation', async () => {
		const pair = await keys;
		const opener = await openerOf(pair);
		const sealed = (await seal(opener.publicKey, plain, { info, aad })) ?? new Uint8Array();
		expect(sealed.length).toBe(33 + plain.length + 16);
		expect(hexOf(await opener.open(sealed, { info, aad }))).toBe(hexOf(plain));
		expect(hexOf(rfc.openSealed(sealed, pair.scalar, info, aad))).toBe(hexOf(plain));
	});

	it('is another each time', async () => {
		const { publicKey } = await openerOf(await keys);
		const [one, other] = [
			await seal(publicKey, plain, { info, aad }),
			await seal(publicKey, plain, { info, aad })
		];
		expect(hexOf(one)).not.toBe(hexOf(other));
	});

	it('stays shut for another key, use or header, and wherever a bit is changed', async () => {
		const opener = await openerOf(await keys);
		const other = await openerOf(await deriveKeyPair(fromHex('04')));
		const sealed = (await seal(opener.publicKey, plain, { info, aad })) ?? new Uint8Array();
		expect(await other.open(sealed, { info, aad })).toBeUndefined();
		expect(await opener.open(sealed, { info: aad, aad })).toBeUndefined();
		expect(await opener.open(sealed, { info, aad: info })).toBeUndefined();
		for (let at = 0; at < sealed.length; at++) {
			const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
			expect(await opener.open(changed, { info, aad })).toBeUndefined();
		}
		for (const length of [0, 1, 33, 34, 48]) {
			expect(await opener.open(sealed.slice(0, length), { info, aad })).toBeUndefined();
		}
	});

	it('needs a key that is a point on the curve', async () => {
		expect(await seal(new Uint8Array(33), plain, { info, aad })).toBeUndefined();
	});
});
