/**
 * The composition root: the one file that knows every store. It makes the ports real and hands
 * them to the state.
 */
import { banks, contents } from 'virtual:kachi/banks';
import { paintedAppearance, showAppearance } from './platform/appearance';
import { systemClock } from './platform/clock';
import { deviceMirror } from './platform/device-mirror';
import { randomIds } from './platform/random-ids';
import { scriptUrl } from './platform/script-url';
import { sessionLock } from './platform/session-lock';
import { runWorker } from './platform/start-worker';
import { openTabs } from './platform/tabs';
import { loadedOnce } from './compose-loaded-once';
import type { Assignments } from './compose-assignments';
import { overwriteGetLocale } from './paraglide/runtime';
import { AppUpdate } from './pwa/app-update.svelte';
import type { Backups } from './state/backups.svelte';
import type { ClockQuestion } from './state/clock-question.svelte';
import { Learner } from './state/learner.svelte';
import type { Learners } from './state/learners.svelte';
import type { LogCheck } from './state/log-check.svelte';
import type { ReadAloud } from './state/read-aloud.svelte';
import { Library } from './state/library.svelte';
import { Preferences } from './state/preferences.svelte';
import type { ReviewSession } from './state/review-session.svelte';
import { StudyClock } from './state/study-clock';
import { createDeviceStore } from './storage/device-store';
import { eraseLearnerDatabase, openLearnerDatabase } from './storage/learner-database';
import { createLogStore } from './storage/log-store';
import foldLogUrl from './workers/fold-log?worker&url';
import { StorageFailure } from './core/storage-failure';
import type { DeviceStore, LearnerRecord, SessionLock } from './core/ports';

/** One sitting, of whom and on which study day; empty before the first. */
export interface Sitting {
	session?: ReviewSession;
	of?: string | undefined;
	day?: number;
}

/** Everything the pages work with. */
export interface App {
	readonly clock: StudyClock;
	readonly learner: Learner;
	readonly library: Library;
	readonly preferences: Preferences;
	readonly update: AppUpdate;
	readonly lock: SessionLock;
	/** The sitting that Study may go on with. */
	readonly sitting: Sitting;
	/** Asking which is right, the clock or the last answers, loaded when they disagree. */
	clockQuestion(): Promise<ClockQuestion>;
	/** Everyone who learns on this device, the one of now first. */
	everyone(): Promise<readonly LearnerRecord[]>;
	/** Making and restoring backups, loaded when it is asked for. */
	backups(): Promise<Backups>;
	/** Adding and naming learners, likewise. */
	learners(): Promise<Learners>;
	/** Checking the log, likewise. */
	logCheck(): Promise<LogCheck>;
	/** Reading aloud, likewise. */
	readAloud(): Promise<ReadAloud>;
	/** Setting, taking and collecting quizzes, likewise. */
	assignments(): Promise<Assignments>;
	/** Whether it is the app of somebody who borrows this phone: nothing comes back, nor is kept. */
	readonly isBorrowed?: boolean;
}

/** Some browsers have no IndexedDB at all; then nothing can be kept, and it is said. */
function indexedDb(): IDBFactory {
	const factory = (globalThis as { indexedDB?: IDBFactory }).indexedDB;
	if (!factory) throw new StorageFailure('unavailable', 'this browser has no IndexedDB');
	return factory;
}

/**
 * @param base path the app is served under, without a slash at its end: '' or '/kachi'
 */
export function composeApp(base: string): App {
	const scope = `${base}/`;
	const mirror = deviceMirror(scope);
	const lock = sessionLock(scope);
	const tabs = openTabs(scope);
	const root = document.documentElement;
	let device: DeviceStore | undefined;
	const devices = () => (device ??= createDeviceStore(scope, indexedDb(), randomIds));
	const openStore = (learner: string) =>
		createLogStore(openLearnerDatabase(scope, learner, indexedDb()), randomIds);

	const knows = async (learner: string) =>
		(await devices().learners()).some(({ id }) => id === learner);

	const preferences = new Preferences({
		painted: paintedAppearance(root),
		store: {
			preferences: async () => devices().preferences(),
			savePreferences: async (value) => devices().savePreferences(value)
		},
		show: (look) => {
			showAppearance(root, look);
			mirror.write('language', look.language);
			mirror.write('theme', look.theme === 'system' ? undefined : look.theme);
			mirror.write('text', look.textSize === 100 ? undefined : String(look.textSize));
		}
	});
	// Messages follow a rune: another language redraws the texts and reloads nothing.
	overwriteGetLocale(() => preferences.language);

	const library = new Library(banks, contents);
	const clock = new StudyClock(systemClock, () => preferences.clockCorrection);
	const learner = new Learner({
		clock,
		ids: randomIds,
		openLog: async () => {
			const known = await devices().learner();
			const lost = mirror.read('expected');
			const isLost = lost !== undefined && !(await knows(lost));
			const expected = known.expected === true || isLost;
			return { learner: { ...known, expected }, store: openStore(known.id) };
		},
		rebuild: (id) =>
			'Worker' in globalThis
				? async (onshare) => void (await runWorker(foldLogUrl, { scope, learner: id }, onshare))
				: undefined,
		expect: async (id, expected) => {
			mirror.write('expected', expected ? id : undefined);
			await devices().expect(id, expected);
		},
		say: () => tabs.say(learner.record?.id ?? ''),
		shelve: async (fold) => {
			// None in the log, and none of whoever was here before.
			if (fold.documents.live.size + library.banks.length === banks.length) return;
			// Where it cannot be loaded, the log is shown all the same.
			await import('./compose-own-banks')
				.then((own) => own.shelve(fold, library))
				.catch(() => undefined);
		}
	});
	tabs.listen((id) => void learner.hear(id));

	const update = new AppUpdate({
		scope,
		scriptUrl: () => scriptUrl(`${scope}sw.js`),
		ifNoSession: (action) => lock.ifFree(action),
		unsaved: () => learner.unsaved
	});
	const choose = async (record: LearnerRecord) => {
		await devices().choose(record);
		if (record.expected) mirror.write('expected', record.id);
	};
	const erase = async (id: string) => {
		await eraseLearnerDatabase(scope, id, indexedDb());
		await eraseLearnerDatabase(scope, `teach.${id}`, indexedDb());
		await devices().remove(id);
		if (mirror.read('expected') === id) mirror.write('expected', undefined);
	};
	const learners = async () => devices().learners();
	const assignments = loadedOnce(async () =>
		(await import('./compose-assignments')).composeAssignments({
			...{ scope, clock, learner, library, bundledBanks: banks, openStore, indexedDb }
		})
	);
	const backups = loadedOnce(async () =>
		(await import('./compose-backups')).composeBackups({
			learner,
			openStore,
			learners,
			choose,
			erase,
			assignments
		})
	);
	return {
		clock,
		learner,
		library,
		preferences,
		update,
		lock,
		sitting: {},
		clockQuestion: loadedOnce(async () => {
			const { ClockQuestion: Question } = await import('./state/clock-question.svelte');
			return new Question(learner, (said) => preferences.setClockCorrection(said));
		}),
		everyone: learners,
		backups,
		learners: loadedOnce(async () =>
			(await import('./compose-backups')).composeLearners(learner, {
				add: async (name) => devices().add(name),
				rename: async (id, name) => devices().rename(id, name),
				changed: async () => (await backups()).open()
			})
		),
		logCheck: loadedOnce(async () => (await import('./compose-backups')).composeLogCheck(learner)),
		readAloud: loadedOnce(async () => (await import('./compose-speech')).composeReadAloud()),
		assignments
	};
}
