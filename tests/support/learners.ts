/** A learner over a real log in IndexedDB, as the app composes one, without a browser. */
import type { EntryDraft } from '../../src/lib/core/log/entry';
import type { Clock, DeviceStore, LogStore, RandomIds } from '../../src/lib/core/ports';
import { Learner } from '../../src/lib/state/learner.svelte';
import type { LearnerPorts } from '../../src/lib/state/learner-ports';
import { StudyClock } from '../../src/lib/state/study-clock';
import type { Timeouts } from '../../src/lib/storage/database';
import { createDeviceStore } from '../../src/lib/storage/device-store';
import { openLearnerDatabase } from '../../src/lib/storage/learner-database';
import { createLogStore } from '../../src/lib/storage/log-store';
import { answer, countingIds } from './stored-logs';

export const SCOPE = '/';

const HOUR_MS = 3_600_000;

/** A clock that goes on by an hour whenever it is looked at. */
function hourlyClock(): StudyClock {
	let now = 1_764_000_000_000;
	const clock: Clock = { now: () => (now += HOUR_MS), offset: () => 540, elapsed: () => 0 };
	return new StudyClock(clock);
}

/** One browser: what it keeps, and what all its tabs share. */
export interface Device {
	readonly factory: IDBFactory;
	readonly ids: RandomIds;
	readonly clock: StudyClock;
	readonly timeouts?: Timeouts;
	/** Beside the learner's log: it has its own database, which need not fail with the other. */
	readonly people: DeviceStore;
}

export function newDevice(factory: IDBFactory, begin = 'id', timeouts?: Timeouts): Device {
	const ids = countingIds(begin);
	const people = createDeviceStore(SCOPE, factory, ids);
	return { factory, ids, clock: hourlyClock(), people, ...(timeouts ? { timeouts } : {}) };
}

export const storeOf = ({ factory, ids, timeouts }: Device, learner: string): LogStore =>
	createLogStore(openLearnerDatabase(SCOPE, learner, factory, timeouts), ids);

/** One tab of a device; `ports` replaces what a test is about. */
export function newLearner(device: Device, ports: Partial<LearnerPorts> = {}): Learner {
	return new Learner({
		clock: device.clock,
		ids: device.ids,
		openLog: async () => {
			const learner = await device.people.learner();
			return { learner, store: storeOf(device, learner.id) };
		},
		rebuild: () => undefined,
		expect: (id, expected) => device.people.expect(id, expected),
		say: () => undefined,
		...ports
	});
}

export async function openLearner(device: Device, ports?: Partial<LearnerPorts>): Promise<Learner> {
	const learner = newLearner(device, ports);
	await learner.open();
	return learner;
}

/** The answer of a card at the learner's moment, as an act of its own. */
const answerDraft = (learner: Learner, card: string, batch: string): EntryDraft => ({
	...answer(card, batch),
	...learner.moment()
});

/** Answers a card; resolves to whether it was saved, and names the act. */
export function answerCard(learner: Learner, card: string, token = learner.token()) {
	return learner.act(token, [answerDraft(learner, card, token)]);
}

const undoOf = (learner: Learner, batch: string, token: string): EntryDraft => ({
	...learner.moment(),
	kind: 'undo',
	batch: token,
	targets: { batch }
});

/** Takes an act back, as the learner does it. */
export function undoAct(learner: Learner, batch: string, token = learner.token()) {
	return learner.act(token, [undoOf(learner, batch, token)]);
}
