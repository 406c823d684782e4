/** How long something takes in a page until it is painted, and how long the page stood still. */
import type { Page } from '@playwright/test';

/** What tells that it is done. */
export type Sign =
	| { readonly appears: string }
	/** The texts of what is named are others than before. */
	| { readonly changes: string };

/** What the figures of {@link timed} mean. */
export const measured = {
	ms: 'from the press until the frame that shows what came of it',
	longestMs: 'the longest task of the main thread meanwhile',
	blockedMs: 'the sum of what tasks took over 50 ms each'
};

interface Figures {
	readonly ms: number;
	readonly longestMs: number;
	readonly blockedMs: number;
}

interface Probed {
	kachiTasks: { readonly start: number; readonly duration: number }[];
	kachiProbe: Promise<{ readonly start: number; readonly end: number }>;
}

/** Runs in each page and keeps its long tasks. */
export function watchTasks(): void {
	const kept: Probed['kachiTasks'] = [];
	Object.assign(window, { kachiTasks: kept });
	const observer = new PerformanceObserver((list) => {
		for (const { startTime: start, duration } of list.getEntries()) kept.push({ start, duration });
	});
	observer.observe({ type: 'longtask', buffered: true });
}

/** Runs in a page: times from the next press, or file that is chosen, until a sign is painted. */
function arm([sign, most]: readonly [Sign, number]): void {
	const selector = 'appears' in sign ? sign.appears : sign.changes;
	const texts = () =>
		[...document.querySelectorAll(selector)].map(({ textContent }) => textContent).join('\n');
	const before = texts();
	const isDone = () =>
		'appears' in sign ? document.querySelector(selector) !== null : texts() !== before;
	const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
	const done = () =>
		new Promise<void>((resolve, reject) => {
			const look = () => {
				if (!isDone()) return;
				observer.disconnect();
				resolve();
			};
			const observer = new MutationObserver(look);
			observer.observe(document, {
				...{ subtree: true, childList: true, attributes: true, characterData: true }
			});
			setTimeout(() => reject(new Error(`nothing came of it: ${selector}`)), most);
		});
	const begun = new Promise<number>((resolve) => {
		for (const name of ['click', 'change']) {
			const onbegin = ({ timeStamp }: Event) => resolve(timeStamp);
			addEventListener(name, onbegin, { capture: true, once: true });
		}
	});
	const measure = async () => {
		const start = await begun;
		await done();
		await frame();
		await frame();
		return { start, end: performance.now() };
	};
	Object.assign(window, { kachiProbe: measure() });
}

const rounded = (ms: number) => Math.round(ms);

async function figuresOf(page: Page, start: number, end: number): Promise<Figures> {
	// The last of them is told of some time later.
	await page.waitForTimeout(500);
	const tasks = await page.evaluate(() => (window as unknown as Probed).kachiTasks);
	const durations = tasks
		.filter((task) => task.start + task.duration > start && task.start < end)
		.map(({ duration }) => duration);
	return {
		ms: rounded(end - start),
		longestMs: rounded(Math.max(0, ...durations)),
		blockedMs: rounded(durations.reduce((sum, each) => sum + Math.max(0, each - 50), 0))
	};
}

/** Does something in a page that was loaded with {@link watchTasks}. @param most milliseconds */
export async function timed(
	page: Page,
	sign: Sign,
	act: () => Promise<unknown>,
	most = 120_000
): Promise<Figures> {
	await page.evaluate(arm, [sign, most] as const);
	await act();
	const { start, end } = await page.evaluate(() => (window as unknown as Probed).kachiProbe);
	return figuresOf(page, start, end);
}

/** Loads a page anew, until something is there. */
export async function openedAt(page: Page, url: string, selector: string): Promise<Figures> {
	await page.goto('about:blank');
	await page.goto(url);
	const end = await page.evaluate(async (what) => {
		const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
		while (!document.querySelector(what)) await frame();
		await frame();
		return performance.now();
	}, selector);
	return figuresOf(page, 0, end);
}
