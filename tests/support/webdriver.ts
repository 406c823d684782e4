import { expect } from '@playwright/test';
import { PATIENCE, type Driver } from './driver';

type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<unknown>;

/** How WebDriver writes an element: under this name its id. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

interface Answer {
	readonly value: unknown;
}

interface Complaint {
	readonly error: string;
	readonly message: string;
}

/** Sends commands to a WebDriver server; throws what it complains of. */
const sender =
	(server: string): Send =>
	async (method, path, body) => {
		const response = await fetch(`${server}${path}`, {
			method,
			...(body && { body: JSON.stringify(body) })
		});
		const { value } = (await response.json()) as Answer;
		if (response.ok) return value;
		const { error, message } = value as Complaint;
		throw new Error(`${method} ${path}: ${error}: ${message}`);
	};

/** Whether a server answers there and takes a session. */
export const isReady = (server: string): Promise<boolean> =>
	sender(server)('GET', '/status').then(
		(status) => (status as { ready: boolean }).ready,
		() => false
	);

/** The first visible element with this text; runs in the page. */
const findVisible = (selector: string, text: string) =>
	[...document.querySelectorAll(selector)].find(
		(element) => element.checkVisibility() && element.textContent.includes(text)
	);

const scrollTo = (element: Element) => element.scrollIntoView({ block: 'center' });

/** Whether an element has the same place for a tenth of a second. */
async function staysWhere(element: Element): Promise<boolean> {
	const place = () => Object.values(element.getBoundingClientRect().toJSON()).join();
	const before = place();
	await new Promise((resolve) => setTimeout(resolve, 100));
	return place() === before;
}

const idOf = (element: unknown): string | undefined =>
	(element as Record<string, string> | null)?.[ELEMENT];

function sessionDriver(send: Send, downloads: string): Driver {
	const execute = (run: unknown, args: readonly unknown[]) =>
		send('POST', '/execute/sync', { script: `return (${run})(...arguments);`, args });

	const fill = async (selector: string, text: string) => {
		const element = await send('POST', '/element', { using: 'css selector', value: selector });
		await send('POST', `/element/${idOf(element)}/value`, { text });
	};

	return {
		goto: async (url) => void (await send('POST', '/url', { url })),
		reload: async () => void (await send('POST', '/refresh', {})),
		// A click that is refused has not happened, and may be tried again. WebKit does not always
		// scroll to what it is to click, and clicks where it was a moment ago.
		click: (selector, text = '') =>
			expect(async () => {
				const id = idOf(await execute(findVisible, [selector, text]));
				if (!id) throw new Error(`nothing to click at ${selector} ${text}`);
				await execute(scrollTo, [{ [ELEMENT]: id }]);
				const isStill = await execute(staysWhere, [{ [ELEMENT]: id }]);
				if (isStill !== true) throw new Error(`${selector} ${text} is still moving`);
				await send('POST', `/element/${id}/click`, {});
			}).toPass(PATIENCE),
		type: fill,
		choose: fill,
		evaluate: async <Result>(run: unknown, ...args: readonly unknown[]) =>
			(await execute(run, args)) as Result,
		// WebDriver has no word for it: the site that is gone is all that a page notices.
		goOffline: async () => {},
		downloads
	};
}

/** A browser of its own, until it is closed. */
export interface Session {
	readonly driver: Driver;
	/** What the window shows, as a PNG. */
	screenshot(): Promise<Buffer>;
	close(): Promise<void>;
}

/** Opens a session on a WebDriver server that has one browser for each. */
export async function openSession(
	server: string,
	capabilities: object,
	downloads: string
): Promise<Session> {
	const root = sender(server);
	const opened = await root('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
	const { sessionId } = opened as { sessionId: string };
	const send: Send = (method, path, body) => root(method, `/session/${sessionId}${path}`, body);
	return {
		driver: sessionDriver(send, downloads),
		screenshot: async () => Buffer.from(String(await send('GET', '/screenshot')), 'base64'),
		close: async () => void (await send('DELETE', ''))
	};
}
