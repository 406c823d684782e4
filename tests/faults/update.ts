import type { Page } from '@playwright/test';
import type { Scenario } from './scenario';

/**
 * Resolves when the browser has looked. In its first seconds, and while the page is being pressed
 * on without a pause, it puts that off.
 */
const findRelease = (page: Page) =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		return registration.installing !== null || registration.waiting !== null;
	});

/** A new release has been found: it is downloaded, waits and takes over, among short sessions. */
export const update: Scenario = {
	name: 'update',
	kills: { full: 60, short: 3 },
	longestMs: 900,
	// Only without a session a new release takes over.
	eagerness: { leave: 4 },
	offline: 0.5,
	async before({ page, site, count }) {
		page.on('load', () => count('tookOver'));
		// To and fro: each is new to a browser that has the other.
		site.deploy(site.build === 'build' ? 'build-next' : 'build');
		// One that has waited since the last life may take over just now, and the page with it.
		const isFound = await findRelease(page).catch(() => findRelease(page));
		if (isFound) count('found');
	}
};
