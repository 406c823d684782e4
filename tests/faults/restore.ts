import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { createIncoming } from './incoming';
import { AT_START } from './kill-moment';
import type { Life, Scenario } from './scenario';
import { choose, openSettings, restore as restoreChosen, takeBack } from './settings';

/** Enough that a restore takes a while, in which it can be killed. */
const ENTRIES = 3_000;
const LONGEST_PAUSE_MS = 150;

/** Settings, on which something is about to be pressed. */
const prepared = new WeakMap<Life['context'], Page>();

function incomingOf({ ledger, now }: Life) {
	const [known] = ledger.incoming;
	if (known) return known;
	const made = createIncoming('backup0device0000', ENTRIES, now);
	ledger.incoming.push(made);
	return made;
}

/** A backup comes in and is taken back, again and again, while another tab studies. */
export const restore: Scenario = {
	name: 'restore',
	kills: { full: 60, short: 3 },
	longestMs: 500,
	shares: AT_START,
	async before(life) {
		const page = await openSettings(life);
		const incoming = incomingOf(life);
		life.count(incoming.places.has('in') ? 'foundIn' : 'foundOut');
		if (incoming.places.has('out')) await choose(page, incoming);
		prepared.set(life.context, page);
	},
	async beside(life) {
		const page = prepared.get(life.context);
		if (!page) return;
		const incoming = incomingOf(life);
		await sleep(LONGEST_PAUSE_MS * life.random());
		for (;;) {
			if (incoming.places.has('in')) {
				await takeBack(page, incoming);
				life.count('takenBack');
				await choose(page, incoming);
			}
			await restoreChosen(page, incoming);
			life.count('restored');
		}
	}
};
