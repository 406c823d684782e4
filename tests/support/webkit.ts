import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { findWebkit } from '../../src/tools/find-browser.js';
import { PATIENCE, type Driver } from './driver';
import { servedTest } from './site';
import { isReady, openSession } from './webdriver';

interface Webkit {
	/** Address of the WebDriver server. */
	readonly server: string;
	/** The browser that it starts. */
	readonly browser: string;
	readonly downloads: string;
}

/** Starts a program that is ended with the rest. */
type Start = (program: string, args: readonly string[], env: NodeJS.ProcessEnv) => ChildProcess;

/** Ends a program and waits until it has ended. */
async function end(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	child.kill();
	await once(child, 'exit');
}

/** Lends the means to start programs, and ends what was started, the last one first. */
async function withPrograms(use: (start: Start) => Promise<void>): Promise<void> {
	const children: ChildProcess[] = [];
	try {
		await use((program, args, env) => {
			const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
			children.unshift(child);
			return child;
		});
	} finally {
		for (const child of children) await end(child);
	}
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return port;
}

/** A home of its own, so that nothing of the user's is read or written. */
async function makeHome() {
	const home = await mkdtemp(join(tmpdir(), 'kachi-webkit-'));
	const downloads = join(home, 'downloads');
	await mkdir(downloads);
	await mkdir(join(home, '.config'));
	await writeFile(join(home, '.config', 'user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/downloads"\n');
	return { home, downloads };
}

/** A screen that nobody sees; it takes a number that no other has. */
async function openScreen(start: Start, program: string): Promise<string> {
	const args = ['-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', '1280x1024x24'];
	const screen = start(program, args, process.env);
	const number = await Promise.race([once(screen.stdout ?? screen, 'data'), once(screen, 'exit')]);
	if (screen.exitCode !== null) throw new Error(`${program} ended with code ${screen.exitCode}`);
	return `:${String(number[0]).trim()}`;
}

/** What the browser is told of its user, as Playwright tells the others. */
const surroundings = (home: string, display: string) => ({
	PATH: process.env.PATH,
	HOME: home,
	DISPLAY: display,
	LANG: 'en_US.UTF-8',
	TZ: 'Asia/Seoul'
});

async function startWebkit(start: Start, home: string, downloads: string): Promise<Webkit> {
	const found = findWebkit();
	if (!found) throw new Error('WebKit is not here: see src/tools/find-browser.js');
	const display = await openScreen(start, found.screen);
	const port = await freePort();
	// Unread, its output would hold it up in the end.
	start(found.driver, [`--port=${port}`], surroundings(home, display)).stdout?.resume();
	const server = `http://127.0.0.1:${port}`;
	await expect.poll(() => isReady(server), PATIENCE).toBe(true);
	return { server, browser: found.browser, downloads };
}

/** Kept in memory and gone with the session, like every other of WebKit's automation. */
const capabilitiesOf = (browser: string) => ({
	browserName: 'MiniBrowser',
	'webkitgtk:browserOptions': {
		binary: browser,
		// navigator.storage, which the WebKit of phones has, is off in this one unless asked for.
		args: ['--automation', '--features=+StorageAPI,+StorageAPIEstimate']
	}
});

/** A test whose page is WebKit's, driven through WebDriver. It hears nothing of the console. */
export const test = servedTest.extend<{ driver: Driver }, { webkit: Webkit }>({
	webkit: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the names from the pattern
		async ({}, use) => {
			const { home, downloads } = await makeHome();
			await withPrograms(async (start) => use(await startWebkit(start, home, downloads)));
			await rm(home, { recursive: true, force: true });
		},
		{ scope: 'worker' }
	],
	driver: async ({ webkit }, use, testInfo) => {
		const { server, browser, downloads } = webkit;
		const session = await openSession(server, capabilitiesOf(browser), downloads);
		await use(session.driver);
		if (testInfo.status !== testInfo.expectedStatus) {
			const path = testInfo.outputPath('window.png');
			await writeFile(path, await session.screenshot());
			await testInfo.attach('window', { path, contentType: 'image/png' });
		}
		await session.close();
	}
});
