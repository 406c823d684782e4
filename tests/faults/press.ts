import type { Random } from '../../src/lib/core/random';

/**
 * What can be pressed, each with where it stands, in words of the page. Some are acts, which append
 * to the log; the others only lead from one to the next.
 */
export const PRESSES = {
	option: 'article button[data-option]:enabled',
	tick: 'article form [data-option]',
	check: 'article form:not([data-full]):has(:checked) .primary',
	type: 'article form:has([type="text"]) .primary',
	arrange: 'article [data-premise], article [data-response], article [data-move]',
	submit: 'article:not(:has([data-matched=""])) [data-check]',
	rate: '.ratings [data-rating]',
	rerate: '.change [data-rating]',
	slip: '.change > .wide',
	undo: '.study > header > button:enabled:not([aria-haspopup]), .end > button',
	buttons: 'input:is([value="2"], [value="4"]):not(:checked)',
	reveal: 'footer > .primary',
	next: '.bar .primary',
	change: '.bar [aria-expanded="false"]',
	retry: '.study [role="alert"] .primary',
	leave: '.study > header > a, .end > a',
	study: '.go a, nav a[href$="/study/"]:not([aria-current])',
	settings: 'nav a[href$="/settings/"]:not([aria-current])'
} as const;

export type Press = keyof typeof PRESSES;

const ACTS: ReadonlySet<Press> = new Set([
	'option',
	'check',
	'type',
	'submit',
	'rate',
	'rerate',
	'slip',
	'undo',
	'buttons'
] as const);

export const isAct = (press: Press): boolean => ACTS.has(press);

/** One thing that can be pressed now. */
export interface Offer {
	readonly press: Press;
	/** Which option, which rating, what is typed. */
	readonly value: string;
	/** The card that is asked, if any. */
	readonly card: string;
}

/** How eagerly each is pressed where it is offered. */
export type Eagerness = Readonly<Record<Press, number>>;

/** A session that goes on, with much undone and changed on the way. */
export const USUAL: Eagerness = {
	option: 10,
	tick: 20,
	check: 10,
	type: 10,
	arrange: 20,
	submit: 10,
	rate: 10,
	rerate: 8,
	slip: 8,
	undo: 4,
	buttons: 2,
	reveal: 10,
	next: 10,
	change: 3,
	retry: 10,
	leave: 0.3,
	study: 10,
	settings: 1
};

/** Chooses one of the offers: a kind of press by its eagerness, then one of that kind. */
export function choose(offers: readonly Offer[], eagerness: Eagerness, random: Random): number {
	const alike = (press: Press) => offers.filter((other) => other.press === press).length;
	const weights = offers.map(({ press }) => eagerness[press] / alike(press));
	let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
	const at = weights.findIndex((weight) => (left -= weight) < 0);
	return at < 0 ? offers.length - 1 : at;
}
