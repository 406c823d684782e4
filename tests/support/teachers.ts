/** Somebody who teaches, over a real log in IndexedDB and the device's cryptography. */
import { bundledCard, BundledCards } from '../../src/lib/core/assignment/bundled';
import type { Item } from '../../src/lib/core/item/item';
import { fail } from '../../src/lib/core/result';
import { randomBytes, secretRandom } from '../../src/lib/platform/assignment/assignment-crypto';
import { assignmentOpener, teacherSigner } from '../../src/lib/platform/assignment/keys';
import type { TeachingPorts } from '../../src/lib/state/freeze-set';
import { Teaching } from '../../src/lib/state/teaching.svelte';
import { crypto, ITEMS } from './assignments';
import { openLearner, type Device } from './learners';

const { explanation, evidence, claim, difficulty, excludes } = ITEMS.text;

/** It rates itself, and cannot be assigned. */
const CARD: Item = {
	...{ explanation, evidence, claim, difficulty, excludes },
	...{ id: 'card', kind: 'flashcard', front: 'F', back: 'B', reverse: false }
};

/** Items by key: those of `own-bank` are the teacher's, those of `app` came with the app. */
export const TAUGHT: ReadonlyMap<string, Item> = new Map<string, Item>([
	...Object.values(ITEMS).map((item) => [`own-bank/${item.id}`, item] as const),
	['own-bank/card', CARD],
	['app/one', ITEMS.choice],
	['app/two', ITEMS.multiple]
]);

const REVISION = '1-0000000000000000';

export const BUNDLED_CARDS = new BundledCards(
	await Promise.all(
		(['app/one#', 'app/two#'] as const).map((key) => bundledCard(key, REVISION, crypto))
	)
);

export const teachingPorts = (items: ReadonlyMap<string, Item> = TAUGHT): TeachingPorts => ({
	...{ crypto, randomBytes, random: secretRandom },
	...{ signer: teacherSigner, opener: assignmentOpener },
	bundled: () => Promise.resolve(BUNDLED_CARDS),
	words: { of: () => Promise.resolve([]), seedOf: () => Promise.resolve(fail({ is: 'checksum' })) },
	...{ offsetAt: () => 540, app: 'test' },
	pause: () => Promise.resolve(),
	outgoing: {
		canShare: () => false,
		share: () => Promise.resolve('failed'),
		copy: () => Promise.resolve(false),
		save: () => undefined,
		canShareFile: () => false,
		shareFile: () => Promise.resolve('failed')
	},
	isBundled: (card) => card.startsWith('app/'),
	item: (key) => {
		const item = items.get(key);
		return Promise.resolve(item && { item, revision: REVISION, lang: 'ko' });
	}
});

/** One tab in which a device's learner teaches. */
export async function openTeaching(device: Device, items?: ReadonlyMap<string, Item>) {
	return new Teaching(await openLearner(device), teachingPorts(items));
}

/** Everything that a device keeps of whatever kind, as text. */
export async function keptOn({ factory }: Device): Promise<string> {
	const done = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error('it cannot be read'));
		});
	const kept: unknown[] = [];
	for (const { name } of await factory.databases()) {
		const database = await done(factory.open(name ?? ''));
		for (const store of database.objectStoreNames) {
			const stored = database.transaction(store).objectStore(store);
			kept.push(await done(stored.getAllKeys()), await done(stored.getAll()));
		}
		database.close();
	}
	return JSON.stringify(kept);
}
