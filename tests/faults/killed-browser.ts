import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { chromiumArgs, ensureChromium } from '../../src/tools/find-browser.js';

export interface KilledBrowser {
	readonly context: BrowserContext;
	readonly page: Page;
	/** Ends every process of the browser at once and waits until all are gone. */
	kill(): Promise<void>;
}

const PROC = '/proc';
const GONE_WITHIN_MS = 5_000;

/** What the kernel gives before it is asked twice; empty for a process that has just ended. */
function commandLine(pid: string): string {
	try {
		return readFileSync(join(PROC, pid, 'cmdline'), 'utf8');
	} catch {
		return '';
	}
}

/** Every process, as its id and its command line. */
function listProcesses(): readonly (readonly [pid: number, command: string])[] {
	if (existsSync(join(PROC, 'self', 'cmdline'))) {
		const ids = readdirSync(PROC).filter((name) => /^\d+$/.test(name));
		return ids.map((pid) => [Number(pid), commandLine(pid)] as const);
	}
	const lines = execFileSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' }).split('\n');
	return lines.map((line) => [Number.parseInt(line, 10), line] as const);
}

/** The profile's folder has a name that no other process knows. */
const processesOf = (folder: string): readonly number[] =>
	listProcesses()
		.filter(([pid, command]) => command.includes(folder) && pid !== process.pid)
		.map(([pid]) => pid);

function killAll(pids: readonly number[]): void {
	for (const pid of pids) {
		try {
			process.kill(pid, 'SIGKILL');
		} catch {
			// It has ended by itself, being the child of one that was killed.
		}
	}
}

/** What a browser that was killed leaves behind; the next one would take it for a living one. */
function removeLocks(folder: string): void {
	for (const name of readdirSync(folder)) {
		if (name.startsWith('Singleton')) rmSync(join(folder, name), { force: true });
	}
}

/** Launches Chromium on a profile that a killed one may have left. */
export async function launch(folder: string): Promise<KilledBrowser> {
	const context = await chromium.launchPersistentContext(folder, {
		executablePath: await ensureChromium(),
		args: [...chromiumArgs],
		locale: 'en-US',
		viewport: { width: 390, height: 844 }
	});
	const page = context.pages()[0] ?? (await context.newPage());
	const known = processesOf(folder);
	const closed = new Promise<void>((resolve) => context.once('close', () => resolve()));
	return {
		context,
		page,
		async kill() {
			// Those that are known at once: to look for others takes time, in which the page lives on.
			killAll(known);
			const start = performance.now();
			for (let left = processesOf(folder); left.length > 0; left = processesOf(folder)) {
				killAll(left);
				if (performance.now() - start > GONE_WITHIN_MS) throw new Error('it cannot be killed');
				await sleep(5);
			}
			await closed;
			removeLocks(folder);
		}
	};
}
