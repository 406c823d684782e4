// @ts-check
import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';

/**
 * @typedef {object} Transfer a response that came over the wire
 * @property {string} url
 * @property {string} mimeType
 * @property {string} encoding of the content; empty when it came as it is
 * @property {number} headers their bytes
 * @property {number} bytes of its headers and its compressed body together
 * @typedef {object} Download
 * @property {string} mimeType
 * @property {string} encoding
 * @property {number} bytes headers and compressed body
 * @property {number} raw bytes of the file itself
 */

/** No request for so long counts as idle; Playwright's own "networkidle" waits half of it. */
const QUIET_MS = 1_000;
const LIMIT_MS = 30_000;
const LOOK_EVERY_MS = 50;

const compressible = /^text\/(?:html|css|javascript)$|^application\/javascript$/;

/** @param {string} url @param {import('@playwright/test').CDPSession} session */
function collect(url, session) {
	/** @type {Map<string, Transfer>} */
	const open = new Map();
	/** @type {Transfer[]} */
	const done = [];
	const seen = { open, done, at: performance.now() };
	/** @param {string} id @param {number} bytes */
	const finish = (id, bytes) => {
		const transfer = open.get(id);
		open.delete(id);
		seen.at = performance.now();
		// What a cache answers costs nothing on the wire.
		if (transfer && bytes > 0) done.push({ ...transfer, bytes });
	};
	session.on('Network.requestWillBeSent', ({ requestId, request, redirectResponse }) => {
		if (redirectResponse) finish(requestId, redirectResponse.encodedDataLength);
		if (!request.url.startsWith(url)) return;
		seen.at = performance.now();
		open.set(requestId, { url: request.url, mimeType: '', encoding: '', headers: 0, bytes: 0 });
	});
	session.on('Network.responseReceived', ({ requestId, response }) => {
		const transfer = open.get(requestId);
		if (!transfer) return;
		transfer.mimeType = response.mimeType;
		// So far, that is: the body comes later.
		transfer.headers = response.encodedDataLength;
		transfer.encoding = response.headers['Content-Encoding'] ?? '';
	});
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
		finish(requestId, encodedDataLength)
	);
	session.on('Network.loadingFailed', ({ requestId }) => finish(requestId, 0));
	return seen;
}

/**
 * Records what a page fetches from a site, from now on. A service worker's own requests are not
 * the page's and are not in it.
 * @param {import('@playwright/test').Page} page
 * @param {string} url of the site
 */
export async function recordTraffic(page, url) {
	const session = await page.context().newCDPSession(page);
	const seen = collect(url, session);
	await session.send('Network.enable');
	return {
		/** Waits until the network is idle; gives what was fetched since it was last asked. */
		async settle() {
			const start = performance.now();
			seen.at = start;
			while (seen.open.size > 0 || performance.now() - seen.at < QUIET_MS) {
				if (performance.now() - start > LIMIT_MS) throw new Error(`${url} is never idle`);
				await sleep(LOOK_EVERY_MS);
			}
			return seen.done.splice(0);
		}
	};
}

/** @param {import('node:http').IncomingMessage} response @param {Buffer} body @returns {Download} */
function weighAnswer(response, body) {
	const encoding = response.headers['content-encoding'] ?? '';
	const mimeType = response.headers['content-type']?.split(';')[0] ?? '';
	const raw = encoding === 'br' ? brotliDecompressSync(body).length : body.length;
	return { mimeType, encoding, bytes: response.socket.bytesRead, raw };
}

/**
 * @param {string} url
 * @returns {Promise<{ response: import('node:http').IncomingMessage, body: Buffer }>}
 */
function ask(url) {
	return new Promise((resolve, reject) => {
		// A connection of its own, so that the bytes it has read are those of this answer.
		const request = get(url, { agent: false, headers: { 'Accept-Encoding': 'br' } }, (response) => {
			/** @type {Buffer[]} */
			const pieces = [];
			response.on('data', (piece) => pieces.push(piece));
			response.on('error', reject);
			response.on('end', () => resolve({ response, body: Buffer.concat(pieces) }));
		});
		request.on('error', reject);
	});
}

/**
 * Fetches a file as a browser does that knows brotli; what a redirect costs is counted with it.
 * @param {string} url
 * @returns {Promise<Download>}
 */
export async function download(url) {
	const { response, body } = await ask(url);
	const answer = weighAnswer(response, body);
	if (response.statusCode === 200) return answer;
	const { location } = response.headers;
	if (!location) throw new Error(`${url} was answered with ${response.statusCode}`);
	const target = await download(new URL(location, url).href);
	return { ...target, bytes: answer.bytes + target.bytes };
}

/**
 * Counts the pages, scripts and styles; throws unless each came with brotli, for then the figures
 * would not be what they are called.
 * @param {readonly { url: string, mimeType: string, encoding: string }[]} transfers
 */
export function countBrotli(transfers) {
	const wanted = transfers.filter(({ mimeType }) => compressible.test(mimeType));
	const without = wanted.filter(({ encoding }) => encoding !== 'br');
	if (wanted.length === 0) throw new Error('Nothing that brotli is for was fetched');
	if (without.length === 0) return wanted.length;
	const names = without.map(({ url, encoding }) => `${url} (${encoding || 'not compressed'})`);
	throw new Error(`Without brotli:\n${names.join('\n')}`);
}
