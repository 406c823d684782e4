// @ts-check
/**
 * Prints how fast the app is beside its budgets, as JSON: `npm run --silent bench` measures
 * everything, `-- latency start` only what is named, `-- --dir build-kachi` another built folder.
 * Figures vary with the machine and with what else it does: none of them is a test.
 */
import { parseArgs } from 'node:util';
import { measureLatency } from './bench/latency.js';
import { describeMachine, print } from './bench/measured-site.js';
import { measureStart } from './bench/warm-start.js';
import { reportFailure } from './set-up.js';

/** @type {Readonly<Record<string, (dir: string | undefined) => Promise<unknown>>>} */
const parts = {
	latency: measureLatency,
	start: measureStart
};

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
