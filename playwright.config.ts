import { defineConfig, devices, type Project } from '@playwright/test';
import { chromiumArgs, findChromium, findFirefox, findWebkit } from './src/tools/find-browser.js';
import type { SiteOptions } from './tests/support/site';

const executablePath = await findChromium();
const firefoxPath = findFirefox();

const viewport = { width: 390, height: 844 };

const chromium = {
	...devices['Pixel 7'],
	viewport,
	launchOptions: {
		args: [...chromiumArgs],
		...(executablePath === undefined ? {} : { executablePath })
	}
};

/** The other engines walk the key journeys, each where it is found: `npm test` says where not. */
const firefox: Project<SiteOptions> = {
	name: 'firefox',
	testMatch: 'engines.spec.ts',
	use: {
		base: '',
		build: 'build',
		browserName: 'firefox',
		// The one of the system, where Playwright would look for its own.
		channel: 'moz-firefox',
		viewport,
		launchOptions: firefoxPath === undefined ? {} : { executablePath: firefoxPath }
	}
};

const webkit: Project<SiteOptions> = {
	name: 'webkit',
	testMatch: 'webkit.spec.ts',
	use: { base: '', build: 'build' }
};

/** Journeys on the built app: at the root of a site, below a path, and in other engines. */
export default defineConfig<SiteOptions>({
	testDir: 'tests/e2e',
	fullyParallel: true,
	// One at a time: two browsers on two cores make each other late, and a late page is no fault.
	workers: 1,
	forbidOnly: process.env.CI !== undefined,
	timeout: 60_000,
	// A busy machine is waited for; what holds, holds as soon as it is there.
	expect: { timeout: 15_000 },
	reporter: 'line',
	use: { locale: 'en-US', timezoneId: 'Asia/Seoul' },
	projects: [
		{
			name: 'root',
			testIgnore: 'webkit.spec.ts',
			use: { ...chromium, base: '', build: 'build' }
		},
		{
			name: 'kachi',
			use: { ...chromium, base: '/kachi', build: 'build-kachi' },
			testMatch: ['study.spec.ts', 'offline.spec.ts', 'policy.spec.ts']
		},
		...(firefoxPath === undefined ? [] : [firefox]),
		...(findWebkit() === undefined ? [] : [webkit])
	]
});
