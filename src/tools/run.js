// @ts-check
import { resolve } from 'node:path';
import { runnerImport } from 'vite';
import { reportFailure, root } from './set-up.js';

/** @typedef {{ main?: (args: string[]) => Promise<number> }} Tool */

/** @param {string} file @returns {Promise<Tool>} */
async function load(file) {
	const { module } = await runnerImport(resolve(file), {
		root,
		configFile: false,
		// The project's own extends one that Kit writes, which a fresh copy does not have yet.
		tsconfig: resolve(root, 'src/lib/core/tsconfig.json'),
		logLevel: 'error',
		resolve: { alias: { $lib: resolve(root, 'src/lib') } }
	});
	return module;
}

/** @param {string | undefined} file @param {string[]} args */
async function runTool(file, args) {
	if (!file) throw new Error('Usage: node src/tools/run.js <file.ts> [arguments]');
	const { main } = await load(file);
	if (!main) throw new Error(`${file} exports no main(args)`);
	process.exitCode = await main(args);
}

const [file, ...args] = process.argv.slice(2);
runTool(file, args).catch(reportFailure);
