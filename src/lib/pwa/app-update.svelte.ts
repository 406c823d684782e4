import { navigating } from '$app/state';
import { keepPart } from './parts';
import { registerWorker } from './register';

/** How often a page that stays open looks for a new version, at most. */
const CHECK_EVERY_MS = 60 * 60_000;

export interface UpdatePorts {
	/** Address of the worker as the Trusted Types policy lets it through; asked for once. */
	scriptUrl(): string;
	readonly scope: string;
	/** Runs the action only while no session is open in any tab. */
	ifNoSession(action: () => void): Promise<void>;
	/** Whether something was done here that is not saved yet. */
	unsaved(): boolean;
}

/**
 * What looking for a new version finds: none; one that takes over at a safe boundary; that nothing
 * answers; or that no copy is kept here, so that every load of a page brings the newest.
 */
export type UpdateFound = 'newest' | 'newer' | 'no-network' | 'not-kept';

/**
 * The policy of updates: a new version waits and takes over at a safe boundary only, which is at
 * start or with no session open in any tab and nothing unsaved. Nobody is asked and nothing
 * reloads under an answer.
 */
export class AppUpdate {
	readonly #ports: UpdatePorts;
	#registration: ServiceWorkerRegistration | undefined;
	/** A newer version that is complete and waits for a safe boundary. */
	#waiting: ServiceWorker | undefined;
	/** A newer version has taken over; this page still runs the old one. */
	#replaced = false;
	#checkedAt = 0;
	/** The app has just become able to work offline. */
	offlineReady = $state(false);

	constructor(ports: UpdatePorts) {
		this.#ports = ports;
	}

	/** Registers the worker. Without one the app works as long as there is a network. */
	async start(): Promise<void> {
		// A page of a withdrawn release must not call the worker back that removed itself.
		if (import.meta.env.VITE_KILL_SWITCH === '1' || !('serviceWorker' in navigator)) return;
		reloadOnMissingChunk(() => this.#ports.unsaved());
		// Not at the first visit, which has enough to fetch: a quiz may come where no network is.
		if (navigator.serviceWorker.controller) keepPart('take');
		this.#watchController();
		try {
			this.#registration = await registerWorker(this.#ports.scriptUrl(), this.#ports.scope, {
				installed: () => (this.offlineReady = true),
				waiting: (worker) => {
					this.#waiting = worker;
					void this.atBoundary();
				}
			});
		} catch (error) {
			// A private window or an insecure origin may refuse; worth a line for whoever looks.
			console.info('Offline use is not available here:', error);
		}
	}

	/** The first worker replaces nobody; any later one makes this page an old one. */
	#watchController(): void {
		let had = navigator.serviceWorker.controller !== null;
		navigator.serviceWorker.addEventListener('controllerchange', () => {
			this.#replaced = had;
			had = true;
			void this.atBoundary();
		});
	}

	/** To be called wherever it would be safe to take over; checks that it is. */
	async atBoundary(): Promise<void> {
		if (this.#ports.unsaved()) return;
		const worker = this.#waiting;
		if (this.#replaced) await this.#ports.ifNoSession(() => location.reload());
		else if (worker?.state === 'installed') {
			await this.#ports.ifNoSession(() => worker.postMessage({ type: 'SKIP_WAITING' }));
		}
	}

	/** Looks for a new version, not more than once an hour. */
	async check(now: number): Promise<void> {
		if (!navigator.onLine || now - this.#checkedAt < CHECK_EVERY_MS) return;
		this.#checkedAt = now;
		await this.#registration?.update().catch(() => undefined);
	}

	/** Looks for a new version now, because somebody asks. */
	async look(): Promise<UpdateFound> {
		if (!navigator.onLine) return 'no-network';
		const registration = this.#registration;
		if (!registration) return 'not-kept';
		try {
			await registration.update();
		} catch {
			// The browser was wrong about the network, or the server does not answer.
			return 'no-network';
		}
		// The first worker of a page that has none yet brings what is shown already.
		const isFirst = navigator.serviceWorker.controller === null;
		const isComing = registration.installing !== null || registration.waiting !== null;
		if (!this.#replaced && (isFirst || !isComing)) return 'newest';
		void this.atBoundary();
		return 'newer';
	}
}

/** Whether this very page was made by a reload: a second one would not help. */
function wasReloaded(): boolean {
	const [entry] = performance.getEntriesByType('navigation');
	return entry instanceof PerformanceNavigationTiming && entry.type === 'reload';
}

/** A chunk that a newer version has replaced: reload once, and only where that can help. */
function reloadOnMissingChunk(unsaved: () => boolean): void {
	addEventListener('vite:preloadError', (event) => {
		if (!navigator.onLine || unsaved() || wasReloaded()) return;
		event.preventDefault();
		// Where one was going, or here again.
		const to = navigating.to?.url;
		if (to) location.assign(to);
		else location.reload();
	});
}
