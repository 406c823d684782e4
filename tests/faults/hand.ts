import type { Offer, Press } from './press';

/** What to press, at which moment of the page's clock, and how long to think before it. */
export interface Order {
	readonly at: number;
	/** What to type first. */
	readonly text: string;
	readonly act: boolean;
	readonly now: number;
	readonly thinkMs: number;
}

/** What a page is given when it is opened. */
export interface HandOptions {
	readonly now: number;
	readonly presses: Readonly<Record<Press, string>>;
}

/** What the harness lends to the page. */
interface Lent {
	/** Answered when it is time to press. */
	kachiAsk(offers: readonly Offer[]): Promise<Order>;
	/** Told of the moments of acts that the page has called saved. */
	kachiSaved(moments: readonly number[]): Promise<void>;
}

/**
 * Runs in every page before its own scripts, and presses what it is told to until the browser is
 * killed. It stands here alone, for only its own text reaches the page.
 *
 * The page's clock moves at presses only, so that every act has a moment of its own: in the log it
 * is known again by that. What the page calls saved is read from the mark that the learner reads.
 */
export function moveHand({ now, presses }: HandOptions): void {
	const lent = window as unknown as Lent;
	let clock = now;
	Date.now = () => clock;

	/** Acts that were pressed here and not called saved yet. */
	let waiting: number[] = [];
	/** False from a press until the page has had its say on it: till then the mark is of the last. */
	let settled = true;

	function readMark(): void {
		if (!settled || waiting.length === 0) return;
		if (document.querySelector('.saved')?.textContent !== 'Saved') return;
		void lent.kachiSaved(waiting);
		waiting = [];
	}

	const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

	/** The next task: what a press changes is in the document by then. Timers would come later. */
	const nextTask = () =>
		new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = resolve;
			port2.postMessage(0);
		});

	const cardNow = () =>
		document.querySelector('article[data-card]')?.getAttribute('data-card') ?? '';

	function offersNow() {
		// A quiz that is being drawn begins at the moment when it was pressed for.
		if (document.querySelector('.quiz .go .primary:disabled')) return [];
		const card = cardNow();
		return Object.entries(presses).flatMap(([press, selector]) =>
			[...document.querySelectorAll<HTMLElement>(selector)].map((element) => {
				const { option, rating } = element.dataset;
				const value = option ?? rating ?? element.getAttribute('value') ?? '';
				const inQuiz = element.closest('.run') !== null;
				return { element, offer: { press: press as Press, value, card, inQuiz } };
			})
		);
	}

	/** Fills the box beside a button, as typing does. */
	function typeIn(button: HTMLElement, text: string): void {
		const box = button.closest('form')?.querySelector('input');
		if (!box) return;
		box.value = text;
		box.dispatchEvent(new Event('input', { bubbles: true }));
	}

	async function pressOnce(): Promise<void> {
		const offers = offersNow();
		if (offers.length === 0) return void (await pause(10));
		const { at, text, act, now, thinkMs } = await lent.kachiAsk(offers.map(({ offer }) => offer));
		if (thinkMs > 0) await pause(thinkMs);
		const chosen = offers[at];
		// The page may have gone on meanwhile.
		if (!chosen?.element.matches(presses[chosen.offer.press])) return;
		if (!chosen.element.isConnected || chosen.offer.card !== cardNow()) return;
		clock = now;
		settled = false;
		if (act) waiting.push(now);
		if (chosen.offer.press === 'type') typeIn(chosen.element, text);
		chosen.element.click();
		await nextTask();
		settled = true;
		readMark();
	}

	async function pressOn(): Promise<void> {
		for (;;) await pressOnce();
	}

	new MutationObserver(readMark).observe(document, {
		subtree: true,
		childList: true,
		characterData: true
	});
	// A page that is opened at an anchor is in other hands.
	if (location.hash === '') addEventListener('DOMContentLoaded', () => void pressOn());
}
