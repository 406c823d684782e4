// @ts-check
/**
 * Prints how fast the app is beside its budgets, as JSON: `npm run --silent bench` measures
 * everything, `-- latency start` only what is named, `-- --dir build-next` another built folder.
 * Figures vary with the machine and with what else it does, and none of them is a test. Latency on
 * a busy Linux machine: give it the right of way, with `chrt -r 1 npm run bench -- latency`.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { measureLarge } from './bench/large.js';
import { measureLatency } from './bench/latency.js';
import { measureLighthouse } from './bench/lighthouse.js';
import { describeMachine, print } from './bench/measured-site.js';
import { measureStore } from './bench/store.js';
import { measureStart } from './bench/warm-start.js';
import { reportFailure, root } from './set-up.js';

/** @type {Readonly<Record<string, (dir: string | undefined) => Promise<unknown>>>} */
const parts = {
	latency: measureLatency,
	large: measureLarge,
	start: measureStart,
	fold: () => measureInNode('src/tools/bench/fold.ts'),
	typed: () => measureInNode('src/tools/bench/typed.ts'),
	gradebook: () => measureInNode('tests/bench/gradebook.ts'),
	codes: () => measureInNode('tests/bench/codes.ts'),
	teach: (dir) => measureInNode('tests/bench/teach-pages.ts', ...(dir ? [dir] : [])),
	store: measureStore,
	lighthouse: measureLighthouse
};

/**
 * In a process of its own: a large heap left by another part would slow it.
 * @param {string} file
 * @param {...string} args
 */
async function measureInNode(file, ...args) {
	const tool = ['src/tools/run.js', file].map((path) => join(root, path));
	const running = promisify(execFile)(process.execPath, ['--expose-gc', ...tool, ...args]);
	running.child.stderr?.pipe(process.stderr);
	return JSON.parse((await running).stdout);
}

async function main() {
	const { values, positionals } = parseArgs({
		options: { dir: { type: 'string' } },
		allowPositionals: true
	});
	const wanted = positionals.length > 0 ? positionals : Object.keys(parts);
	/** @type {Record<string, unknown>} */
	const figures = { machine: describeMachine() };
	for (const name of wanted) {
		const measure = parts[name];
		if (!measure) throw new Error(`There is no part "${name}": ${Object.keys(parts).join(', ')}`);
		figures[name] = await measure(values.dir);
	}
	print(figures);
}

main().catch(reportFailure);
