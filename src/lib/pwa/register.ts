/** What happens to the service worker, told to whoever asked for its registration. */
export interface WorkerEvents {
	/** The first version has everything it needs: the app works offline. */
	installed(): void;
	/** A newer version is complete and waits. */
	waiting(worker: ServiceWorker): void;
}

function watch(worker: ServiceWorker, events: WorkerEvents): void {
	const first = !navigator.serviceWorker.controller;
	worker.addEventListener('statechange', () => {
		if (worker.state === 'installed' && !first) events.waiting(worker);
		if (worker.state === 'activated' && first) events.installed();
	});
}

/**
 * Registers the service worker. Our own, because the plug-in's registration fails in silence
 * where scripts must come through a Trusted Types policy.
 *
 * @param url address of the worker, already let through the policy
 */
export async function registerWorker(
	url: string,
	scope: string,
	events: WorkerEvents
): Promise<ServiceWorkerRegistration> {
	const registration = await navigator.serviceWorker.register(url, { scope });
	const { waiting } = registration;
	if (waiting && navigator.serviceWorker.controller) events.waiting(waiting);
	if (registration.installing) watch(registration.installing, events);
	registration.addEventListener('updatefound', () => {
		if (registration.installing) watch(registration.installing, events);
	});
	return registration;
}
