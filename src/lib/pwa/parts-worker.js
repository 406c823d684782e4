// @ts-check
/**
 * What the service worker does about parts of the app that not everybody uses: their files are
 * fetched once somebody does, and from then on with every new version before it takes over.
 * `src/tools/parts-plugin.ts` puts the lists in front of it and this file beside `sw.js`.
 *
 * @typedef {import('./parts').AppPart} AppPart
 * @typedef {Event & { waitUntil(done: Promise<unknown>): void }} LifeEvent
 * @typedef {LifeEvent & { readonly request: Request, respondWith(answer: Promise<Response>): void }} FetchEvent
 *
 * @typedef {object} Parts
 * @property {string} cacheId as caches of this app begin
 * @property {Readonly<Record<AppPart, readonly string[]>>} files paths within the scope
 *
 * @typedef {object} WorkerScope
 * @property {Parts} kachiParts
 * @property {{ readonly scope: string }} registration
 * @property {{ matchAll(which: { includeUncontrolled: boolean }): Promise<{ readonly url: string }[]> }} clients
 * @property {(type: string, hear: (event: any) => void) => void} addEventListener
 */
const worker = /** @type {WorkerScope} */ (/** @type {unknown} */ (self));
const { cacheId, files } = worker.kachiParts;

/** Pages of each part: who begins with one, by a link, has all of it once the first version is whole. */
const PAGES = { take: ['a/', 'take/', 'hand-in/', 'collect/'], teach: ['teach/'] };

/** What is in a part's cache once all of it is: what the others are told by. */
const WHOLE = 'whole';

/** @param {string} path */
const addressOf = (path) => new URL(path, worker.registration.scope).href;

/** @param {string} part */
const cacheOf = (part) => `${cacheId}-part-${part}`;

/** @type {ReadonlyMap<string, string>} cache by address */
const cacheByAddress = new Map(
	Object.entries(files).flatMap(([part, paths]) =>
		paths.map((path) => [addressOf(path), cacheOf(part)])
	)
);

/**
 * Fetches what is missing of a part, all or nothing. Names of files change with what is in them.
 * Who teaches also takes and collects.
 *
 * @param {AppPart} part
 */
async function keep(part) {
	if (part === 'teach') await keep('take');
	const cache = await caches.open(cacheOf(part));
	const kept = new Set((await cache.keys()).map(({ url }) => url));
	const missing = files[part].map(addressOf).filter((address) => !kept.has(address));
	if (missing.length > 0) await cache.addAll(missing);
	await cache.put(addressOf(WHOLE), new Response(files[part].join('\n')));
}

const parts = /** @type {AppPart[]} */ (Object.keys(files));

/** @returns {Promise<AppPart[]>} parts that were asked for here */
async function partsInUse() {
	const names = await caches.keys();
	return parts.filter((part) => names.includes(cacheOf(part)));
}

/** @returns {Promise<AppPart[]>} parts that a page is open of */
async function partsOpen() {
	const open = await worker.clients.matchAll({ includeUncontrolled: true });
	const isOpen = (/** @type {string} */ path) =>
		open.some(({ url }) => url.startsWith(addressOf(path)));
	return parts.filter((part) => PAGES[part].some(isOpen));
}

/** Fetches what was asked for here, and what is open. */
async function keepNeeded() {
	const needed = await Promise.all([partsInUse(), partsOpen()]);
	await Promise.all([...new Set(needed.flat())].map(keep));
}

/** What a version before this one left. */
async function dropOld() {
	for (const part of await partsInUse()) {
		const cache = await caches.open(cacheOf(part));
		const ours = new Set([WHOLE, ...files[part]].map(addressOf));
		for (const request of await cache.keys()) {
			if (!ours.has(request.url)) await cache.delete(request);
		}
	}
}

worker.addEventListener('install', (/** @type {LifeEvent} */ event) => {
	event.waitUntil(keepNeeded());
});

worker.addEventListener('activate', (/** @type {LifeEvent} */ event) => event.waitUntil(dropOld()));

worker.addEventListener('message', (/** @type {LifeEvent & MessageEvent} */ event) => {
	const { type, part } = event.data ?? {};
	// Without a network nothing comes; the next page asks again.
	if (type === 'KEEP_PART' && part in files) event.waitUntil(keep(part).catch(() => undefined));
});

worker.addEventListener('fetch', (/** @type {FetchEvent} */ event) => {
	const { request } = event;
	const cacheName = cacheByAddress.get(request.url);
	if (request.method !== 'GET' || cacheName === undefined) return;
	event.respondWith(
		caches.match(request.url, { cacheName }).then((kept) => kept ?? fetch(request))
	);
});
