/**
 * A quiz that was set, from the first question to the marks, over an IndexedDB of which every
 * operation in turn fails in every way. Whatever fails: what was said to be saved is there, no act is
 * there by half, a sheet is the same for ever, and trying again comes to what it would have come to.
 */
import { beforeAll, expect } from 'vitest';
import { crypto, valueOf } from '../../../../tests/support/assignments';
import { failEverywhere } from '../../../../tests/support/fail-everywhere';
import {
	copyRecords,
	FailingIndexedDb,
	type Fault
} from '../../../../tests/support/failing-indexeddb';
import { newDevice, openLearner, storeOf, type Device } from '../../../../tests/support/learners';
import { Patience } from '../../../../tests/support/patience';
import { newFactory } from '../../../../tests/support/stored-logs';
import { student, taken, teacher, type Teacher } from '../../../../tests/support/takers';
import { teachingPorts } from '../../../../tests/support/teachers';
import { writtenKeys } from '$lib/core/assignment/assignment';
import { toLink } from '$lib/core/assignment/link';
import { storedBytes } from '$lib/core/assignment/stored-bytes';
import { bytesOfHex, type Bytes } from '$lib/core/assignment/bytes';
import type { Entry } from '$lib/core/log/entry';
import type { Fold } from '$lib/core/log/fold';
import { foldLog } from '$lib/core/log/fold-log';
import { memoryModel } from '$lib/core/scheduling/scheduler';
import { StorageFailure } from '$lib/core/storage-failure';
import { collectedSheets } from '$lib/core/taking/collected';
import { receivedQuizzes, sheetState } from '$lib/core/taking/received';
import { POLICIES } from '$lib/core/teaching/set-policy';
import type { Learner } from '../learner.svelte';
import { Marking } from '../marking.svelte';
import { Teaching } from '../teaching.svelte';
import { Collecting } from './collecting.svelte';

const ME = 'me';
const PAGE = 'https://kachi.example/a/';

/** What the page has said, and whether it is so. */
interface Told {
	readonly what: string;
	isSo(entries: readonly Entry[]): boolean;
}

type Tell = (what: string, isSo: Told['isSo']) => void;

/** One tab, with what a journey needs. */
interface Tab {
	readonly log: Learner;
	/** Does all of it, or what is still to be done of it. */
	go(tell: Tell): Promise<void>;
}

interface Journey {
	/** How often something is committed at least. */
	readonly commits: number;
	/** What is kept beforehand. */
	seed(): Promise<IDBFactory>;
	open(device: Device): Promise<Tab>;
	/** What it comes to, whatever was in the way. */
	facts(fold: Fold): object;
}

const portsOf = (device: Device) => ({
	openLog: () => Promise.resolve({ learner: { id: ME }, store: storeOf(device, ME) }),
	expect: () => Promise.resolve()
});

async function storedIn(device: Device): Promise<readonly Entry[]> {
	const store = storeOf(device, ME);
	const values = (await store.readAll()) as readonly Entry[];
	store.close();
	return values;
}

const folded = (entries: readonly Entry[]) => foldLog(entries, memoryModel);

/** What each act is made of; the same for every act that is there as a whole. */
function actsOf(entries: readonly Entry[]): readonly string[] {
	const acts = new Map<string, string[]>();
	for (const entry of entries) {
		const what = entry.kind === 'document' ? entry.type : entry.kind;
		acts.set(entry.batch ?? '', [...(acts.get(entry.batch ?? '') ?? []), what]);
	}
	return [...acts.values()].map((kinds) => kinds.sort().join());
}

interface Reference {
	readonly seed: IDBFactory;
	readonly acts: ReadonlySet<string>;
	readonly facts: object;
}

/** A device on which the same is kept as in another's seed. */
async function deviceLike(seed: IDBFactory): Promise<Device> {
	const device = newDevice(newFactory(), 'h');
	await storedIn(device);
	copyRecords(seed, device.factory);
	return device;
}

async function goUndisturbed(journey: Journey): Promise<Reference> {
	const seed = await journey.seed();
	const device = await deviceLike(seed);
	const tab = await journey.open(device);
	await tab.go(() => undefined);
	tab.log.store?.close();
	const entries = await storedIn(device);
	return { seed, acts: new Set(actsOf(entries)), facts: journey.facts(folded(entries)) };
}

class Run {
	readonly told: Told[] = [];
	readonly tell: Tell = (what, isSo) => void this.told.push({ what, isSo });

	constructor(
		readonly journey: Journey,
		readonly reference: Reference,
		/** What is kept, seen by another process. */
		readonly healthy: Device
	) {}

	async expectTruth(): Promise<void> {
		const entries = await storedIn(this.healthy);
		const { acts } = this.reference;
		expect(actsOf(entries).filter((act) => !acts.has(act))).toEqual([]);
		expect(this.told.filter(({ isSo }) => !isSo(entries)).map(({ what }) => what)).toEqual([]);
	}

	/** Tries again, and comes to what it would have come to. */
	async expectDone({ go }: Tab): Promise<void> {
		await go(this.tell);
		await this.expectTruth();
		const entries = await storedIn(this.healthy);
		expect(this.journey.facts(folded(entries))).toEqual(this.reference.facts);
	}
}

async function runOnce(journey: Journey, reference: Reference, fault: Fault): Promise<boolean> {
	const healthy = await deviceLike(reference.seed);
	const patience = new Patience();
	const engine = new FailingIndexedDb(healthy.factory, fault, patience.runOut);
	const run = new Run(journey, reference, healthy);
	let tab: Tab | undefined;
	let failure: unknown;
	const journeying = (async () => {
		tab = await journey.open(newDevice(engine.factory, 'd', patience.timeouts));
		await tab.go(run.tell);
	})().catch((error: unknown) => (failure = error));
	await Promise.race([journeying, engine.death]);
	// The page has a sentence for this one, and a button to try again.
	if (failure && !(failure instanceof StorageFailure)) throw failure as Error;
	await run.expectTruth();
	engine.heal();
	if (!engine.isDead && tab) {
		await tab.log.retry();
		await run.expectDone(tab);
		tab.log.store?.close();
	}
	const next = await journey.open(newDevice(healthy.factory, 'n'));
	await run.expectDone(next);
	next.log.store?.close();
	return engine.fired;
}

function describeJourney(name: string, journey: Journey): void {
	let reference: Reference | undefined;
	beforeAll(async () => void (reference = await goUndisturbed(journey)));
	const run = async (fault: Fault): Promise<boolean> => {
		if (!reference) throw new Error('it could not be gone through');
		return runOnce(journey, reference, fault);
	};
	failEverywhere(name, run, journey.commits);
}

const countOf = (entries: readonly Entry[], type: string, bytes: string) =>
	entries.filter(
		(entry) => entry.kind === 'document' && entry.type === type && entry.bytes === bytes
	).length;

const SET = await teacher('device');

/** The sheet of somebody who took a quiz on a device of their own, and that device. */
async function handedIn({ payload }: Pick<Teacher, 'payload'>) {
	const device = newDevice(newFactory());
	const tab = await student(device, portsOf(device));
	const sheet = valueOf(await tab.taking.sheet(await taken(tab, { payload }, 'Kyoto')));
	tab.learner.store?.close();
	return { factory: device.factory, sheet };
}

const chatOf = (sheets: readonly { readonly sheet: { readonly payload: Bytes } }[]) =>
	sheets.map(({ sheet }) => `> ${toLink(PAGE, sheet.payload)}\n`).join('');

/** Takes the quiz, hands it in, and notes that. */
async function openStudent(device: Device): Promise<Tab & Awaited<ReturnType<typeof student>>> {
	const tab = await student(device, portsOf(device));
	const { learner, taking } = tab;
	return {
		...tab,
		log: learner,
		async go(tell) {
			const id = await taken(tab, SET, 'Kyoto');
			const { payload } = valueOf(await taking.sheet(id));
			const bytes = storedBytes(payload);
			if (!learner.unsaved) {
				tell('Saved on this phone', (entries) => countOf(entries, 'sheet', bytes) === 1);
			}
			if (sheetState(learner.fold, id, true) === 'saved') await taking.noteSent(id);
			if (!learner.unsaved) {
				tell('Sent by you', (entries) => sheetState(folded(entries), id, true) !== 'saved');
			}
		}
	};
}

const attemptsIn = ({ attempts }: Fold) => [...attempts.live.values()];

describeJourney('to take a quiz and hand it in', {
	commits: 4,
	seed: () => Promise.resolve(newFactory()),
	open: openStudent,
	facts: (fold) => ({
		quizzes: receivedQuizzes(fold).length,
		attempts: attemptsIn(fold).map(({ start, answers, finish }) => [
			...[start?.source, Object.keys(answers).length, finish !== undefined],
			sheetState(fold, start?.attempt ?? '', true)
		]),
		documents: [...fold.documents.live.values()].map(({ type }) => type).sort()
	})
});

const CHAT = chatOf([await handedIn(SET), await handedIn(SET)]);

describeJourney('to collect sheets', {
	commits: 1,
	seed: () => Promise.resolve(newFactory()),
	async open(device) {
		const learner = await openLearner(device, portsOf(device));
		const collecting = new Collecting(learner, crypto, () => undefined);
		const count = (entries: readonly Entry[]) => collectedSheets(folded(entries)).length;
		return {
			log: learner,
			async go(tell) {
				// The same chat is pasted twice, as it happens.
				for (const _ of [1, 2]) {
					const { added, again, isSaved } = valueOf(await collecting.gather(CHAT));
					if (isSaved) tell(`New: ${added}`, (entries) => count(entries) >= added);
					tell(`Here already: ${again}`, (entries) => count(entries) >= again);
					const { length } = collecting.sheets;
					tell(`Sheets on this phone: ${length}`, (entries) => count(entries) >= length);
				}
			}
		};
	},
	facts: (fold) => ({ sheets: collectedSheets(fold).length })
});

const TYPED = 'own-bank/four#';

/** A teacher who has sent a quiz, and two sheets of it. */
const TAUGHT = await (async () => {
	const device = newDevice(newFactory());
	const log = await openLearner(device, portsOf(device));
	const teaching = new Teaching(log, teachingPorts());
	await teaching.call('Ms Kim');
	const policy = { ...POLICIES.practice, keyMode: 'device' as const };
	const set = { ...teaching.newSet(policy), title: 'Treaties', items: [TYPED] as const };
	const sent = valueOf(await teaching.send(set));
	log.store?.close();
	const chat = chatOf([await handedIn(sent), await handedIn(sent)]);
	return { factory: device.factory, set: set.id, chat };
})();

const sheetsIn = ({ documents }: Fold) =>
	[...documents.live.values()].filter(({ type }) => type === 'sheet').length;

describeJourney('to take sheets in and mark them', {
	commits: 2,
	seed: () => Promise.resolve(TAUGHT.factory),
	async open(device) {
		const log = await openLearner(device, portsOf(device));
		const teaching = new Teaching(log, teachingPorts());
		return {
			log,
			async go(tell) {
				if (!teaching.teacher) await teaching.call('Ms Kim');
				const marking = new Marking(teaching, TAUGHT.set);
				await marking.open();
				const incoming = valueOf(await marking.preview(TAUGHT.chat));
				if (incoming.fresh.length > 0 && (await marking.take(incoming))) {
					tell('Taken in: 2', (entries) => sheetsIn(folded(entries)) === 2);
				}
				const { again } = valueOf(await marking.preview(TAUGHT.chat));
				tell(`Here already: ${again}`, (entries) => sheetsIn(folded(entries)) >= again);
				if (await marking.accept(TYPED, 'Kyoto', true)) {
					tell('Accepted', (entries) => acceptedIn(folded(entries)) === 1);
				}
			}
		};
	},
	facts: (fold) => ({
		teacher: fold.settings.live.get('teacher'),
		...{ sheets: sheetsIn(fold), accepted: acceptedIn(fold) }
	})
});

function acceptedIn({ settings }: Fold): number {
	return [...settings.live].filter(([key, value]) => key.startsWith('accept:') && value).length;
}

const TAKEN = await handedIn(SET);
SET.receipts.push(bytesOfHex(TAKEN.sheet.hash).slice(0, 6));
const keys = valueOf(writtenKeys(SET.frozen));
const ANSWERS = [
	await SET.answers({ keys }),
	await SET.answers({ keys, additions: [{ at: 1, text: 'Kyoto' }] })
];

describeJourney('to be marked, and marked anew', {
	commits: 4,
	seed: () => Promise.resolve(TAKEN.factory),
	async open(device) {
		const { learner, taking } = await student(device, portsOf(device));
		return {
			log: learner,
			async go(tell) {
				for (const [at, answers] of ANSWERS.entries()) {
					const result = await taking.takeAnswers(answers);
					if (!result.ok || learner.unsaved) continue;
					const [marked] = result.value.attempts;
					tell(`Marked, ${marked?.points}`, (entries) => receivedIn(folded(entries)));
					if (at === 0) expect(marked?.count).toBe(3);
				}
			}
		};
	},
	facts: (fold) => ({
		isReceived: receivedIn(fold),
		scores: attemptsIn(fold).map(({ marks }) => Object.values(marks).map(({ score }) => score)),
		cards: [...fold.cards.live].map(([card, { state, missed }]) => [
			card,
			...[state?.reps, missed !== undefined]
		]),
		documents: [...fold.documents.live.values()].map(({ type }) => type).sort()
	})
});

function receivedIn(fold: Fold): boolean {
	const [attempt] = attemptsIn(fold);
	return sheetState(fold, attempt?.start?.attempt ?? '', true) === 'received';
}
