import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { createIncoming } from './incoming';
import { AT_START } from './kill-moment';
import type { Life, Scenario } from './scenario';
import { PACK_SIZE } from '../../src/lib/core/log/pack';
import { choose, isOpen, openSettings, restore } from './settings';
import { readStoredLog, unpack } from './stored-log';

/** Full runs and a rest. */
const ENTRIES = 2_600;
const RUNS = Math.floor(ENTRIES / PACK_SIZE);
const MOST_BACKUPS = 3;
const LONGEST_PAUSE_MS = 60;

/** Settings, on which the entries have come in that are to be packed. */
const prepared = new WeakMap<Life['context'], Page>();

/** The page is put away: a snapshot is due, and what is full is packed. Runs in the page. */
function putAway(): void {
	Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
	document.dispatchEvent(new Event('visibilitychange'));
}

/** Restores one more backup, as long as there are few. */
async function grow({ ledger, now }: Life, settings: Page): Promise<void> {
	if (ledger.incoming.length === MOST_BACKUPS) return;
	const incoming = createIncoming(`pack${ledger.incoming.length}device`, ENTRIES, now);
	ledger.incoming.push(incoming);
	await choose(settings, incoming);
	await restore(settings, incoming);
}

/** Full runs are packed and a snapshot is kept, while another tab studies. */
export const pack: Scenario = {
	name: 'pack',
	kills: { full: 60, short: 3 },
	longestMs: 250,
	shares: AT_START,
	async before(life) {
		const { ledger, page, count } = life;
		const { packs } = await readStoredLog(page);
		const all = RUNS * ledger.incoming.length;
		if (all > 0) count(packs === 0 ? 'foundUnpacked' : packs < all ? 'foundHalf' : 'foundPacked');
		const settings = await openSettings(life);
		await grow(life, settings);
		await unpack(page);
		// As it is found after a start: long, and without a snapshot.
		await settings.reload();
		await isOpen(settings);
		prepared.set(life.context, settings);
	},
	async beside({ context, random }) {
		const page = prepared.get(context);
		await sleep(LONGEST_PAUSE_MS * random());
		await page?.evaluate(putAway);
	}
};
