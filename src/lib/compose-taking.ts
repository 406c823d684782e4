/** The part of the composition root that is loaded when a quiz is opened that a teacher set. */
import type { BundledCards } from './core/assignment/bundled';
import { StorageFailure } from './core/storage-failure';
import { assignmentCrypto } from './platform/assignment/assignment-crypto';
import { makeDeviceKey, signerOf } from './platform/assignment/keys';
import { digestText } from './platform/digest';
import { saveFile } from './platform/save-file';
import type { Learner } from './state/learner.svelte';
import type { Library } from './state/library.svelte';
import { Collecting } from './state/taking/collecting.svelte';
import { Taking } from './state/taking/taking';
import { deviceKeys } from './storage/device-keys';

/** What the app brings along. */
export interface TakingParts {
	readonly scope: string;
	readonly learner: Learner;
	readonly library: Library;
	indexedDb(): IDBFactory;
	bundled(): Promise<BundledCards>;
}

/** Collecting, which needs nothing but a place to keep things. */
export const composeCollecting = (learner: Learner): Collecting =>
	new Collecting(learner, assignmentCrypto, (name, text) => saveFile(name, text, 'text/plain'));

export function composeTaking({
	scope,
	learner,
	library,
	bundled,
	indexedDb
}: TakingParts): Taking {
	return new Taking({
		...{ learner, library, bundled, crypto: assignmentCrypto },
		digest: digestText,
		save: (name, bytes) => saveFile(name, bytes, 'application/octet-stream'),
		signer: async (teacherKey, name) => {
			const { id } = learner.record ?? {};
			if (id === undefined) throw new StorageFailure('unavailable', 'nobody is known here');
			const keys = deviceKeys(scope, id, indexedDb());
			return signerOf(await keys.key(`${teacherKey}:${name}`, makeDeviceKey));
		}
	});
}
