// @ts-check
import { cpus } from 'node:os';
import { join, resolve } from 'node:path';
import { chromiumArgs, ensureChromium } from '../find-browser.js';
import { ensureBuilt, root } from '../set-up.js';
import { serve } from '../static-server.js';

/** @typedef {Awaited<ReturnType<typeof serve>>} Site */

/** How Playwright starts the Chromium that everything is measured in. */
export async function chromiumOptions() {
	return { executablePath: await ensureChromium(), args: [...chromiumArgs] };
}

/** @type {Promise<void> | undefined} */
let building;

/** Once for all parts of a bench: they are to measure the same app. @param {string} base */
function buildOnce(base) {
	// Quiet: standard output is for the figures alone.
	building ??= ensureBuilt({ base, outDir: 'build', quiet: true });
	return building;
}

/**
 * Serves the folder that is named, else a build of the project as it stands. A folder built for a
 * base path is served below BASE_PATH.
 * @param {string | undefined} dir
 */
async function serveBuild(dir) {
	const base = process.env.BASE_PATH ?? '';
	if (!dir) await buildOnce(base);
	return serve({ dir: dir ? resolve(dir) : join(root, 'build'), base });
}

/**
 * Measures on the served build, which is closed afterwards.
 * @template Result
 * @param {string | undefined} dir
 * @param {(site: Site) => Promise<Result>} measure
 */
export async function withSite(dir, measure) {
	const site = await serveBuild(dir);
	try {
		return await measure(site);
	} finally {
		await site.close();
	}
}

/** What the figures were taken on: without it they cannot be compared. */
export function describeMachine() {
	const processors = cpus();
	return { node: process.versions.node, cores: processors.length, processor: processors[0]?.model };
}

/** Words for people go to standard error, figures to standard output. */
export function say(/** @type {string} */ line) {
	process.stderr.write(`${line}\n`);
}

export function print(/** @type {unknown} */ figures) {
	process.stdout.write(`${JSON.stringify(figures, null, '\t')}\n`);
}
