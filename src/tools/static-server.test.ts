// @vitest-environment node
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { serve } from './static-server.js';

type Server = Awaited<ReturnType<typeof serve>>;
type Answer = { status: number; headers: Record<string, unknown>; body: string };

const hashed = '_app/immutable/entry.Ab12.js';
const script = 'export const answer = 42;'.repeat(40);
const folders: string[] = [];
const servers: Server[] = [];

function makeBuild(shell = 'the shell'): string {
	const dir = mkdtempSync(join(tmpdir(), 'kachi-server-'));
	folders.push(dir);
	const files: Record<string, string | Buffer> = {
		'200.html': shell,
		'index.html': 'the home page',
		'about.html': 'about',
		'study/index.html': 'the study page',
		'sw.js': 'self.skipWaiting;',
		'manifest.webmanifest': '{}',
		'_app/version.json': '{"version":"1"}',
		'.secret/index.html': 'hidden',
		'한국.txt': '같이',
		[hashed]: script,
		[`${hashed}.br`]: brotliCompressSync(script),
		[`${hashed}.gz`]: gzipSync(script)
	};
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(dir, path)), { recursive: true });
		writeFileSync(join(dir, path), content);
	}
	return dir;
}

async function open(options: { base?: string; dir?: string } = {}): Promise<Server> {
	const server = await serve({ dir: makeBuild(), ...options });
	servers.push(server);
	return server;
}

// Not by fetch, which tidies paths, undoes encodings and follows redirects.
function ask(
	server: Server,
	path: string,
	headers: Record<string, string> = {},
	method = 'GET'
): Promise<Answer> {
	const { hostname, port } = new URL(server.url);
	return new Promise((resolve, reject) => {
		const request = get({ hostname, port, path, headers, method, agent: false }, (response) => {
			const pieces: Buffer[] = [];
			response.on('data', (piece: Buffer) => pieces.push(piece));
			response.on('end', () => {
				const body = Buffer.concat(pieces).toString();
				resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
			});
		});
		request.on('error', reject);
		request.end();
	});
}

const navigation = { 'sec-fetch-mode': 'navigate', accept: 'text/html,*/*' };

afterEach(async () => {
	await Promise.all(servers.splice(0).map((server) => server.close()));
});

afterAll(() => {
	for (const dir of folders) rmSync(dir, { recursive: true, force: true });
});

describe('the fallback', () => {
	it('is served for a navigation to an unknown path', async () => {
		const answer = await ask(await open(), '/deck/b/?x=1', navigation);
		expect(answer).toMatchObject({ status: 200, body: 'the shell' });
		expect(answer.headers['content-type']).toBe('text/html;charset=utf-8');
		expect(answer.headers['cache-control']).toBe('no-cache');
	});

	it('is served to an old browser that asks for HTML', async () => {
		const answer = await ask(await open(), '/deck/b/', { accept: 'text/html' });
		expect(answer).toMatchObject({ status: 200, body: 'the shell' });
	});

	it('is kept from a script that fetches an unknown path', async () => {
		const headers = { 'sec-fetch-mode': 'cors', accept: 'text/html' };
		expect(await ask(await open(), '/deck/b/', headers)).toMatchObject({ status: 404 });
	});

	it('is kept from an old browser that asks for a missing file', async () => {
		const answer = await ask(await open(), '/missing.js', { accept: 'text/html' });
		expect(answer.status).toBe(404);
	});
});

describe('files', () => {
	it('answers 404 in plain text for a missing asset, and never for ever', async () => {
		const answer = await ask(await open(), '/_app/immutable/gone.js', { accept: '*/*' });
		expect(answer).toMatchObject({ status: 404, body: 'Not found\n' });
		expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
		expect(answer.headers['cache-control']).toBe('no-cache');
	});

	it('keeps hashed files for ever', async () => {
		const answer = await ask(await open(), `/${hashed}`);
		expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
	});

	it.each(['/', '/study/', '/sw.js', '/manifest.webmanifest', '/_app/version.json'])(
		'asks again for %s each time',
		async (path) => {
			const answer = await ask(await open(), path);
			expect(answer.status).toBe(200);
			expect(answer.headers['cache-control']).toBe('no-cache');
		}
	);

	it('sends no body again while the tag is the same', async () => {
		const server = await open();
		const { headers } = await ask(server, '/study/');
		const again = await ask(server, '/study/', { 'if-none-match': String(headers.etag) });
		expect(again).toMatchObject({ status: 304, body: '' });
		expect(again.headers['cache-control']).toBe('no-cache');
	});

	it.each([
		['gzip, deflate, br', 'br', brotliCompressSync(script).length],
		['gzip', 'gzip', gzipSync(script).length],
		['identity', undefined, script.length]
	])('sends to a browser that accepts "%s" the encoding %s', async (accepted, encoding, length) => {
		const { headers } = await ask(await open(), `/${hashed}`, { 'accept-encoding': accepted });
		expect(headers['content-encoding']).toBe(encoding);
		expect(headers['content-length']).toBe(String(length));
		expect(headers['content-type']).toBe('text/javascript');
		expect(headers.vary).toBe('Accept-Encoding');
	});

	it('serves a file whose name is not ASCII', async () => {
		const answer = await ask(await open(), `/${encodeURIComponent('한국')}.txt`);
		expect(answer).toMatchObject({ status: 200, body: '같이' });
	});

	it('answers HEAD without a body', async () => {
		const answer = await ask(await open(), '/study/', {}, 'HEAD');
		expect(answer).toMatchObject({ status: 200, body: '' });
	});

	it('takes nothing in', async () => {
		const answer = await ask(await open(), '/', {}, 'POST');
		expect(answer.status).toBe(405);
		expect(answer.headers.allow).toBe('GET, HEAD');
	});

	it('sends the whole file for a range that ends before it starts', async () => {
		const answer = await ask(await open(), `/${hashed}`, { range: 'bytes=5-2' });
		expect(answer).toMatchObject({ status: 200, body: script });
	});

	it.each(['/', '/sw.js', '/missing.js', '/study'])(
		'guards %s with the security headers',
		async (path) => {
			expect((await ask(await open(), path)).headers).toMatchObject({
				'content-security-policy': "frame-ancestors 'none'",
				'cross-origin-opener-policy': 'same-origin',
				'cross-origin-resource-policy': 'same-origin',
				'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=()',
				'referrer-policy': 'no-referrer',
				'x-content-type-options': 'nosniff',
				'x-frame-options': 'DENY'
			});
		}
	);

	it('spares hashed files the headers that only a document needs', async () => {
		const { headers } = await ask(await open(), `/${hashed}`);
		expect(headers).toMatchObject({
			'cross-origin-resource-policy': 'same-origin',
			'x-content-type-options': 'nosniff'
		});
		expect(headers).not.toHaveProperty('permissions-policy');
	});
});

describe('paths', () => {
	it('adds the slash that a directory route lacks, and keeps the query', async () => {
		const answer = await ask(await open(), '/study?item=a', navigation);
		expect(answer).toMatchObject({ status: 302, headers: { location: '/study/?item=a' } });
	});

	it('finds a page that was written as a file beside the folder', async () => {
		expect(await ask(await open(), '/about/')).toMatchObject({ status: 200, body: 'about' });
	});

	it.each([
		'/../package.json',
		'/%2e%2e/package.json',
		'/study%2f..%2f..%2fpackage.json',
		'/..%5cpackage.json',
		'//other.example/%2e%2e/study',
		'//study',
		'/\\other.example/study',
		'/.secret/',
		'/%E0%A4',
		'/a%00b'
	])('refuses %s', async (path) => {
		const answer = await ask(await open(), path, navigation);
		expect(answer).toMatchObject({ status: 400, body: 'This address is malformed\n' });
		expect(answer.headers).not.toHaveProperty('location');
	});
});

describe('a base path', () => {
	it('mounts the build below it', async () => {
		const server = await open({ base: '/kachi' });
		expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/kachi\/$/);
		expect(await ask(server, '/kachi/')).toMatchObject({ body: 'the home page' });
		expect(await ask(server, '/kachi/deck/', navigation)).toMatchObject({ body: 'the shell' });
		expect((await ask(server, `/kachi/${hashed}`)).headers['cache-control']).toMatch('immutable');
	});

	it.each([
		['/', '/kachi/'],
		['/kachi', '/kachi/'],
		['/kachi?a=b', '/kachi/?a=b'],
		['/kachi/study', '/kachi/study/']
	])('redirects %s to %s', async (from, to) => {
		const answer = await ask(await open({ base: '/kachi' }), from, navigation);
		expect(answer).toMatchObject({ status: 302, headers: { location: to } });
	});

	it.each(['/study/', '/kachier/', '/sw.js'])('answers 404 for %s outside it', async (path) => {
		const answer = await ask(await open({ base: '/kachi' }), path, navigation);
		expect(answer.status).toBe(404);
	});

	it('is refused with a slash at its end', async () => {
		await expect(open({ base: '/kachi/' })).rejects.toThrow('must look like /kachi');
	});
});

describe('the server', () => {
	it('serves another folder at once after setDir', async () => {
		const server = await open();
		server.setDir(makeBuild('the next shell'));
		expect(await ask(server, '/deck/', navigation)).toMatchObject({ body: 'the next shell' });
	});

	it('outlives a rebuild of the folder that it serves', async () => {
		const dir = makeBuild();
		const server = await open({ dir });
		expect(await ask(server, `/${hashed}`)).toMatchObject({ status: 200 });
		rmSync(dir, { recursive: true });
		expect(await ask(server, `/${hashed}`)).toMatchObject({ status: 404 });
		expect(await ask(server, '/', navigation)).toMatchObject({ status: 503 });
		mkdirSync(dir);
		writeFileSync(join(dir, '200.html'), 'rebuilt');
		expect(await ask(server, '/', navigation)).toMatchObject({ status: 200, body: 'rebuilt' });
	});

	it('says which port is taken and what to do', async () => {
		const { port } = await open();
		await expect(serve({ dir: makeBuild(), port })).rejects.toThrow(
			`port ${port} is taken: set PORT to another`
		);
	});

	it('says that a folder without a fallback is no build', async () => {
		const dir = makeBuild();
		rmSync(join(dir, '200.html'));
		await expect(open({ dir })).rejects.toThrow(`There is no 200.html in ${dir}`);
	});

	it('ends connections that are kept alive when it closes', async () => {
		const server = await open();
		await (await fetch(server.url)).text();
		await server.close();
		await expect(fetch(server.url)).rejects.toThrow();
	});
});
