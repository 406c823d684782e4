import { defineConfig, devices } from '@playwright/test';
import { chromiumArgs, findChromium } from './src/tools/find-browser.js';
import type { SiteOptions } from './tests/support/site';

const executablePath = await findChromium();

/** Journeys on the built app: at the root of a site, and below a path. */
export default defineConfig<SiteOptions>({
	testDir: 'tests/e2e',
	fullyParallel: true,
	workers: 2,
	forbidOnly: process.env.CI !== undefined,
	timeout: 60_000,
	reporter: 'line',
	use: {
		...devices['Pixel 7'],
		viewport: { width: 390, height: 844 },
		locale: 'en-US',
		timezoneId: 'Asia/Seoul',
		launchOptions: {
			args: [...chromiumArgs],
			...(executablePath === undefined ? {} : { executablePath })
		}
	},
	projects: [
		{ name: 'root', use: { base: '', build: 'build' } },
		{
			name: 'kachi',
			use: { base: '/kachi', build: 'build-kachi' },
			testMatch: ['study.spec.ts', 'offline.spec.ts', 'policy.spec.ts']
		}
	]
});
