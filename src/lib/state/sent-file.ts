import { bytesOfHex, type Bytes } from '$lib/core/assignment/bytes';
import { makeCarried, writtenFile, type CarriedItem } from '$lib/core/assignment/carried-items';
import { itemOfCard } from '$lib/core/item/card-key';
import type { SentAssignment } from '$lib/core/teaching/sent';
import type { Teacher } from '$lib/core/teaching/teacher';
import type { TeachingPorts } from './freeze-set';

/**
 * The file of an assignment, with the questions of banks in it as they were when it was sent: an app
 * that lacks them takes them from there. Where they are more than a file holds it goes without.
 */
export async function sentFile(
	{ id, items, lang, payload }: SentAssignment,
	{ seed }: Teacher,
	{ signer, crypto }: Pick<TeachingPorts, 'signer' | 'crypto'>
): Promise<Bytes> {
	const bundled = new Map<string, CarriedItem>();
	for (const { own, item, bundled: isBundled } of items) {
		const key = itemOfCard(own);
		if (isBundled) bundled.set(key, { key, item });
	}
	if (bundled.size === 0) return payload;
	const carried = { id: bytesOfHex(id), lang, items: [...bundled.values()] };
	const made = await makeCarried(carried, await signer(seed), crypto);
	return made.ok ? writtenFile(payload, made.value) : payload;
}
