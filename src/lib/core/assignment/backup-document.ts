import { ok, type Result } from '../result';
import { concat, sameBytes, type Bytes } from './bytes';
import { MAX_BACKUP, MAX_BACKUP_INFLATED } from './caps';
import type { AssignmentCrypto } from './crypto-port';
import { faulty, type Fault } from './fault';
import { firstByte, readFrame, writeFrame } from './frame';
import { context } from './signed';

/** Bytes of the random salt that every file has of its own. */
const BACKUP_SALT_LENGTH = 16;
const CHECK_LENGTH = 8;
const CLEAR = BACKUP_SALT_LENGTH + CHECK_LENGTH;

const USE = 'kachi/backup/1';
const FIRST = Uint8Array.of(firstByte('backup'));

/** Tells another seed from a file that was changed; of the seed itself it says nothing. */
const checkOf = async (salt: Bytes, seed: Bytes, crypto: AssignmentCrypto) =>
	(await crypto.sha256(concat(context('backup'), salt, seed))).slice(0, CHECK_LENGTH);

const boxOf = (clear: Bytes, secret: Bytes) => ({
	...{ secret, salt: clear.slice(0, BACKUP_SALT_LENGTH), use: USE, strength: 256 as const },
	aad: concat(FIRST, clear)
});

/**
 * A teacher's file: their log under their seed, which opens it on any device.
 *
 * @param plain the lines of a backup in UTF-8
 * @param salt 16 random bytes, never used before
 * @returns `too-large` rather than a file that nothing opens
 */
export async function sealBackup(
	plain: Bytes,
	seed: Bytes,
	salt: Bytes,
	crypto: AssignmentCrypto
): Promise<Result<Bytes, Fault>> {
	if (plain.length > MAX_BACKUP_INFLATED) return faulty('too-large');
	const clear = concat(salt, await checkOf(salt, seed, crypto));
	const sealed = await crypto.encrypt(await crypto.deflate(plain), boxOf(clear, seed));
	const content = concat(clear, sealed);
	const payload = writeFrame({ kind: 'backup', isDeflated: false, content });
	return payload.length > MAX_BACKUP ? faulty('too-large') : ok(payload);
}

/** Opens a teacher's file: its lines in UTF-8; `other-seed` where it was made under another. */
export async function openBackup(
	payload: Uint8Array,
	seed: Bytes,
	crypto: AssignmentCrypto
): Promise<Result<Bytes, Fault>> {
	const frame = readFrame(payload, 'backup');
	if (!frame.ok) return frame;
	const { content, isDeflated } = frame.value;
	if (isDeflated || content.length <= CLEAR) return faulty('altered');
	const clear = content.slice(0, CLEAR);
	const check = await checkOf(clear.slice(0, BACKUP_SALT_LENGTH), seed, crypto);
	if (!sameBytes(check, clear.subarray(BACKUP_SALT_LENGTH))) return faulty('other-seed');
	const deflated = await crypto.decrypt(content.slice(CLEAR), boxOf(clear, seed));
	if (!deflated) return faulty('altered');
	const plain = await crypto.inflate(deflated, MAX_BACKUP_INFLATED);
	if (plain === 'too-large') return faulty('too-large');
	return plain === 'damaged' ? faulty('altered') : ok(plain);
}
