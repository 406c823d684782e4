/** The part of the composition root that is loaded when somebody teaches. */
import { version } from '$app/environment';
import { isOfBanks, type BundledCards } from './core/assignment/bundled';
import type { BankIndex } from './core/bank/bank';
import type { LogStore } from './core/ports';
import { StorageFailure } from './core/storage-failure';
import {
	assignmentCrypto,
	randomBytes,
	secretRandom
} from './platform/assignment/assignment-crypto';
import { assignmentOpener, teacherSigner } from './platform/assignment/keys';
import { systemClock } from './platform/clock';
import { randomIds } from './platform/random-ids';
import { saveFile } from './platform/save-file';
import { canShare, canShareFile, copyText, shareFile, shareLink } from './platform/share';
import { openTabs } from './platform/tabs';
import { Learner } from './state/learner.svelte';
import type { Library } from './state/library.svelte';
import type { StudyClock } from './state/study-clock';
import { Teaching } from './state/teaching.svelte';

/** What the app brings along. */
export interface TeachingParts {
	readonly scope: string;
	readonly clock: StudyClock;
	readonly learner: Learner;
	readonly library: Library;
	/** The banks that came with the app. */
	readonly bundledBanks: readonly BankIndex[];
	openStore(learner: string): LogStore;
	bundledCards(): Promise<BundledCards>;
}

/** The name of the log that a learner teaches with. */
const logOf = (learner: string) => `teach.${learner}`;

function openLog({ scope, clock, openStore }: TeachingParts, id: string): Learner {
	// A channel of its own: on the app's a name that is no learner's would mean another learner.
	const tabs = openTabs(`${scope}:teach`);
	const log = new Learner({
		...{ clock, ids: randomIds },
		openLog: () => Promise.resolve({ learner: { id }, store: openStore(id) }),
		rebuild: () => undefined,
		expect: () => Promise.resolve(),
		say: () => tabs.say(id)
	});
	tabs.listen((said) => void (said === id && log.refresh()));
	return log;
}

async function composeTeaching(parts: TeachingParts, id: string): Promise<Teaching> {
	const { library, bundledBanks, bundledCards } = parts;
	const log = openLog(parts, id);
	await log.open();
	return new Teaching(log, {
		...{ crypto: assignmentCrypto, randomBytes, random: secretRandom },
		...{ signer: teacherSigner, opener: assignmentOpener, bundled: bundledCards },
		isBundled: (card) => isOfBanks(bundledBanks, card),
		words: {
			of: async (seed) => (await loadWords()).wordsOfSeed(seed),
			seedOf: async (typed) => (await loadWords()).seedOfWords(typed)
		},
		...{ offsetAt: systemClock.offset, app: version },
		pause: () => new Promise((resolve) => setTimeout(resolve)),
		outgoing: {
			...{ canShare, share: shareLink, copy: copyText, canShareFile, shareFile },
			save: (name, bytes) => saveFile(name, bytes, 'application/octet-stream')
		},
		item: async (key) => {
			const shelved = await library.item(key);
			return shelved && { ...shelved, lang: shelved.bank.lang };
		}
	});
}

/** The list of words is loaded when they are shown or typed. */
const loadWords = () => import('./platform/assignment/seed-words');

const composed = new Map<string, Promise<Teaching>>();

/**
 * What the learner of now teaches, opened once.
 *
 * @throws StorageFailure where nothing can be kept
 */
export async function teachingOf(parts: TeachingParts): Promise<Teaching> {
	const { id } = parts.learner.record ?? {};
	if (id === undefined) throw new StorageFailure('unavailable', 'nobody is known here');
	const teaching = composed.get(id) ?? composeTeaching(parts, logOf(id));
	composed.set(id, teaching);
	return teaching;
}
