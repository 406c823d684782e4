// @ts-check
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {{ dir: string, files: import('sirv').RequestHandler }} Site
 */

const fallback = '200.html';

const everyResponse = {
	'Cross-Origin-Resource-Policy': 'same-origin',
	Vary: 'Accept-Encoding',
	'X-Content-Type-Options': 'nosniff'
};

// The page carries its full policy in a meta tag; framing can only be forbidden by a header. All
// but the hashed files get these: two dozen scripts would carry 5 kB of them for nothing.
const documents = {
	'Content-Security-Policy': "frame-ancestors 'none'",
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(self), geolocation=(), microphone=(), payment=()',
	'Referrer-Policy': 'no-referrer',
	'X-Frame-Options': 'DENY'
};

/**
 * Serves a built folder below `base` as a careful static host would, until `close` is called.
 * `setDir` swaps the folder at once, as a new release does. Port 0 takes any free port.
 * @param {{ dir: string, base?: string, port?: number, host?: string }} options
 */
export async function serve({ dir, base = '', port = 0, host = '127.0.0.1' }) {
	checkBase(base);
	let site = openSite(dir);
	const server = createServer((request, response) => answer(site, base, request, response));
	const taken = await listen(server, port, host);
	return {
		url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}${base}/`,
		port: taken,
		close: () => close(server),
		/** @param {string} next */
		setDir(next) {
			site = openSite(next);
		}
	};
}

/** @param {string} base */
function checkBase(base) {
	if (/^(\/[^/]+)*$/.test(base)) return;
	throw new Error(`The base path must look like /kachi, without a slash at its end, not ${base}`);
}

/** @param {string} dir @returns {Site} */
function openSite(dir) {
	if (!existsSync(join(dir, fallback))) {
		throw new Error(`There is no ${fallback} in ${dir}: run "npm run build" first`);
	}
	// `dev` only means that the folder is read at each request. The file list that is kept
	// otherwise goes stale when the app is rebuilt, and a file that is gone ends the process.
	return { dir, files: sirv(dir, { dev: true, etag: true, brotli: true, gzip: true }) };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>}
 */
function listen(server, port, host) {
	return new Promise((resolve, reject) => {
		server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
			const isTaken = error.code === 'EADDRINUSE';
			reject(isTaken ? new Error(`port ${port} is taken: set PORT to another`) : error);
		});
		server.listen(port, host, () => {
			const address = server.address();
			resolve(typeof address === 'object' && address ? address.port : port);
		});
	});
}

/** @param {import('node:http').Server} server @returns {Promise<void>} */
function close(server) {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}

/** @param {Site} site @param {string} base @param {Request} request @param {Response} response */
function answer(site, base, request, response) {
	setHeaders(response, everyResponse);
	setHeaders(response, documents);
	response.setHeader('Cache-Control', 'no-cache');
	if (request.method !== 'GET' && request.method !== 'HEAD') {
		response.setHeader('Allow', 'GET, HEAD');
		return say(response, 405, 'Only GET and HEAD are answered here');
	}
	const { path, query } = parseAddress(request.url ?? '');
	if (!isSafe(path)) return say(response, 400, 'This address is malformed');
	if (base && (path === '/' || path === base)) return redirect(response, `${base}/${query}`);
	if (!path.startsWith(`${base}/`)) return say(response, 404, 'Not found');
	const inside = path.slice(base.length);
	if (isDirectoryRoute(site, inside)) return redirect(response, `${path}/${query}`);
	answerInside(site, inside, request, response);
}

/** @param {Response} response @param {Record<string, string>} headers */
function setHeaders(response, headers) {
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

/** @param {string} url as it was asked for, still encoded */
function parseAddress(url) {
	const at = url.indexOf('?');
	return at < 0 ? { path: url, query: '' } : { path: url.slice(0, at), query: url.slice(at) };
}

/**
 * Empty segments are refused too: a redirect to `//host/` would leave the site.
 * @param {string} path
 */
function isSafe(path) {
	const segments = path.replace(/\/$/, '').split('/');
	return path.startsWith('/') && segments.slice(1).every(isSafeSegment);
}

/** @param {string} segment */
function isSafeSegment(segment) {
	try {
		const name = decodeURIComponent(segment);
		// A NUL is looked for because the file system throws at one.
		return name === '.well-known' || !/^$|^\.|[/\\\0]/.test(name);
	} catch {
		return false;
	}
}

/** @param {Site} site @param {string} inside */
function isDirectoryRoute(site, inside) {
	return (
		!inside.endsWith('/') && existsSync(join(site.dir, decodeURIComponent(inside), 'index.html'))
	);
}

/** @param {Site} site @param {string} inside @param {Request} request @param {Response} response */
function answerInside(site, inside, request, response) {
	// No file here is so long that a part is worth asking for, and sirv throws at a part that ends
	// before it starts.
	delete request.headers.range;
	request.url = inside;
	if (inside.startsWith('/_app/immutable/')) {
		response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
		for (const name of Object.keys(documents)) response.removeHeader(name);
	}
	site.files(request, response, () => answerMissing(site, inside, request, response));
}

/** @param {Site} site @param {string} inside @param {Request} request @param {Response} response */
function answerMissing(site, inside, request, response) {
	setHeaders(response, documents);
	response.setHeader('Cache-Control', 'no-cache');
	if (!isNavigation(request, inside)) return say(response, 404, 'Not found');
	request.url = `/${fallback}`;
	site.files(request, response, () => say(response, 503, 'The app is being built: try again'));
}

/** @param {Request} request @param {string} inside */
function isNavigation(request, inside) {
	const mode = request.headers['sec-fetch-mode'];
	if (mode) return mode === 'navigate';
	const lastSegment = inside.slice(inside.lastIndexOf('/') + 1);
	return /\btext\/html\b/.test(request.headers.accept ?? '') && !lastSegment.includes('.');
}

/**
 * A temporary redirect: one that is kept for ever would outlive this server on its port.
 * @param {Response} response
 * @param {string} location
 */
function redirect(response, location) {
	response.setHeader('Location', location);
	say(response, 302, `See ${location}`);
}

/** @param {Response} response @param {number} status @param {string} text */
function say(response, status, text) {
	response.statusCode = status;
	response.setHeader('Content-Type', 'text/plain; charset=utf-8');
	response.end(`${text}\n`);
}
