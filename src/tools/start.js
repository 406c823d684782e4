// @ts-check
import { join } from 'node:path';
import { checkNode, ensureBuilt, ensureInstalled, reportFailure, root } from './set-up.js';

function readPort() {
	const wanted = process.env.PORT || '4173';
	const port = Number(wanted);
	if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
	throw new Error(`PORT must be a number from 0 to 65535, not "${wanted}"`);
}

/** @param {string} host @param {string} url */
function nameForPeople(host, url) {
	return host === '127.0.0.1' ? url.replace(host, 'localhost') : url;
}

async function main() {
	const port = readPort();
	const host = process.env.HOST || '127.0.0.1';
	const base = process.env.BASE_PATH ?? '';
	await ensureInstalled();
	await ensureBuilt({ base, outDir: 'build' });
	// Its packages are there only after the install.
	const { serve } = await import('./static-server.js');
	const server = await serve({ dir: join(root, 'build'), base, port, host });
	console.log(`Kachi is at ${nameForPeople(host, server.url)}`);
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close());
}

checkNode();
main().catch(reportFailure);
