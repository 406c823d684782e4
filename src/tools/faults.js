// @ts-check
/**
 * Kills the browser while the app is used and looks whether anything was lost: `npm run faults`,
 * with `-- --short` in under two minutes. What else it takes is in tests/faults/README.md.
 */
import { join } from 'node:path';
import { ensureChromium } from './find-browser.js';
import { ensureBuilt, reportFailure, root, run } from './set-up.js';

async function main() {
	await ensureBuilt({ outDir: 'build', base: '', version: '', killSwitch: false, quiet: true });
	await ensureBuilt({
		outDir: 'build-next',
		base: '',
		version: 'next',
		killSwitch: false,
		quiet: true
	});
	const env = { CHROMIUM_PATH: await ensureChromium() };
	const tool = ['src/tools/run.js', 'tests/faults/main.ts'].map((path) => join(root, path));
	process.exitCode = await run(process.execPath, [...tool, ...process.argv.slice(2)], { env });
}

main().catch(reportFailure);
