/**
 * The composition root: the one file that knows every store. It makes the ports real and hands
 * them to the state.
 */
import { banks, contents } from 'virtual:kachi/banks';
import { paintedAppearance, showAppearance } from './platform/appearance';
import { systemClock } from './platform/clock';
import { deviceMirror } from './platform/device-mirror';
import { randomIds } from './platform/random-ids';
import { saveFile } from './platform/save-file';
import { scriptUrl } from './platform/script-url';
import { sessionLock, type SessionLock } from './platform/session-lock';
import { overwriteGetLocale } from './paraglide/runtime';
import { AppUpdate } from './pwa/app-update.svelte';
import { Learner } from './state/learner.svelte';
import { Library } from './state/library.svelte';
import { Preferences, type Language, type Theme } from './state/preferences.svelte';
import { createDeviceStore } from './storage/device-store';
import { createLogStore, openLearnerDatabase } from './storage/log-store';
import { StorageFailure } from './core/storage-failure';
import type { Clock, DeviceStore } from './core/ports';

/** Everything the pages work with. */
export interface App {
	readonly clock: Clock;
	readonly learner: Learner;
	readonly library: Library;
	readonly preferences: Preferences;
	readonly update: AppUpdate;
	readonly lock: SessionLock;
	saveFile(name: string, text: string, type: string): void;
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
	let device: DeviceStore | undefined;
	const devices = () => (device ??= createDeviceStore(scope, indexedDb(), randomIds));
	const root = document.documentElement;

	const learner = new Learner({
		clock: systemClock,
		ids: randomIds,
		openLog: async () => {
			const id = await devices().learner();
			const database = openLearnerDatabase(scope, id, indexedDb());
			return { learner: id, store: createLogStore(database, randomIds) };
		}
	});
	const preferences = new Preferences({
		painted: paintedAppearance(root),
		store: {
			preferences: async () => devices().preferences(),
			savePreferences: async (value) => devices().savePreferences(value)
		},
		show: (language: Language, theme: Theme) => {
			showAppearance(root, language, theme);
			mirror.write('language', language);
			mirror.write('theme', theme === 'system' ? undefined : theme);
		}
	});
	// Messages follow a rune: another language redraws the texts and reloads nothing.
	overwriteGetLocale(() => preferences.language);

	const update = new AppUpdate({
		scope,
		scriptUrl: () => scriptUrl(`${scope}sw.js`),
		ifNoSession: (action) => lock.ifFree(action),
		unsaved: () => learner.unsaved
	});
	const library = new Library(banks, contents);
	return { clock: systemClock, learner, library, preferences, update, lock, saveFile };
}
