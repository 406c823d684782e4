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
	next: '.bar:not([data-last]) .primary',
	change: '.bar [aria-expanded="false"]',
	retry: '.study [role="alert"] .primary',
	leave: '.study > header > a, .run > header > a, .end > a',
	study: '.go a, nav a[href$="/study/"]:not([aria-current])',
	settings: '.settings-link:not([aria-current])',
	quiz: 'nav a[href$="/quiz/"]:not([aria-current])',
	pick: '.quiz input:is([value="once"], [value="end"]):not(:checked), .quiz fieldset:has([value="20"]) [value="5"]:not(:checked)',
	begin: '.quiz .go .primary:enabled',
	resume: 'a[data-attempt]',
	giveUp: '.run [data-give-up]',
	skip: '.run [data-skip]',
	overview: '.run > header > button:last-of-type:enabled',
	goTo: '.run [data-question]',
	blanks: '.run [data-hand-in]:not([data-hand-in="0"])',
	finish: '.run [data-hand-in="0"], .run .ask .primary, .run .bar[data-last] .primary'
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
	'buttons',
	'begin',
	'giveUp',
	'finish'
] as const);

export const isAct = (press: Press): boolean => ACTS.has(press);

/** One thing that can be pressed now. */
export interface Offer {
	readonly press: Press;
	/** Which option, which rating, what is typed. */
	readonly value: string;
	/** The card that is asked, if any. */
	readonly card: string;
	/** Whether it stands on the page of a quiz. */
	readonly inQuiz?: boolean;
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
	settings: 1,
	// Only where a scenario is about them; whoever comes upon a quiz goes through with it.
	quiz: 0,
	pick: 0,
	begin: 0,
	resume: 0,
	giveUp: 1,
	skip: 2,
	overview: 1,
	goTo: 5,
	blanks: 2,
	finish: 10
};

/** Chooses one of the offers: a kind of press by its eagerness, then one of that kind. */
export function choose(offers: readonly Offer[], eagerness: Eagerness, random: Random): number {
	const alike = (press: Press) => offers.filter((other) => other.press === press).length;
	const weights = offers.map(({ press }) => eagerness[press] / alike(press));
	let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
	const at = weights.findIndex((weight) => (left -= weight) < 0);
	return at < 0 ? offers.length - 1 : at;
}
