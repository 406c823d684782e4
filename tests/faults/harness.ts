import type { BrowserContext, Page } from '@playwright/test';
import { seededRandom, type Random } from '../../src/lib/core/random';
import { moveHand, type HandOptions, type Order } from './hand';
import type { Event, KillMoment } from './kill-moment';
import { choose, isAct, PRESSES, USUAL, type Offer } from './press';
import type { Profile } from './profile';
import type { Scenario } from './scenario';
import { itemOf, typedText } from '../support/authored';

const LONGEST_THOUGHT_MS = 40;

/** A promise that is resolved from outside. */
function signal() {
	let give = () => {};
	const given = new Promise<void>((resolve) => (give = resolve));
	return { give, given };
}

/** Says to the pages what to press, notes what they call saved, and tells when the kill is due. */
export function createHarness(
	profile: Profile,
	{ eagerness }: Scenario,
	{ seed, moment }: { seed: string; moment: KillMoment }
) {
	const randoms = new Map<Page, Random>();
	const start = signal();
	const strike = signal();
	let left = moment.count;

	function happen(event: Event): void {
		if (event === 'start') start.give();
		if (event !== moment.after || --left !== 0) return;
		if (moment.ms > 0) setTimeout(strike.give, moment.ms);
		else strike.give();
	}

	/** Each tab has its own chance: which of two asks first is not ours to say. */
	function randomOf(page: Page): Random {
		const random = randoms.get(page) ?? seededRandom(`${seed}:tab${randoms.size}`);
		randoms.set(page, random);
		return random;
	}

	async function ask({ page }: { page: Page }, offers: readonly Offer[]): Promise<Order> {
		await start.given;
		const random = randomOf(page);
		const at = choose(offers, { ...USUAL, ...eagerness }, random);
		const offered = offers[at];
		if (!offered) throw new Error('there is nothing to press');
		const text =
			offered.press === 'type'
				? (typedText(itemOf(offered.card), random() < 0.7, offered.card) ?? '')
				: '';
		const offer = offered.press === 'type' ? { ...offered, value: text } : offered;
		const now = profile.tick();
		profile.ledger.give(now, offer);
		happen('press');
		const thinkMs = random() < 0.5 ? 0 : LONGEST_THOUGHT_MS * random();
		return { at, text, act: isAct(offer.press), now, thinkMs };
	}

	function noteSaved(_: unknown, moments: readonly number[]): void {
		profile.ledger.acknowledge(moments);
		happen('saved');
	}

	return {
		happen,
		/** Resolves when the kill is due. */
		struck: strike.given,
		/** Puts the hand into every page that will be opened. */
		async lend(context: BrowserContext, now: number): Promise<void> {
			const options: HandOptions = { now, presses: PRESSES };
			await Promise.all([
				context.exposeBinding('kachiAsk', ask),
				context.exposeBinding('kachiSaved', noteSaved),
				context.addInitScript(moveHand, options)
			]);
		}
	};
}
