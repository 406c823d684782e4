import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Random } from '../../src/lib/core/random';
import { createLedger, type Ledger } from './ledger';

const DAY_MS = 86_400_000;
const LONGEST_STEP_MS = 30_000;
const MOST_DAYS_APART = 3;

/** A browser's profile with all that is known of it outside the browser. */
export interface Profile {
	readonly folder: string;
	readonly ledger: Ledger;
	/** Whether a worker was seen in charge: from then on the app opens without a server. */
	hasWorker: boolean;
	/** The learner's clock; every call gives a later moment. */
	tick(): number;
	/** Lets days go by, or none: cards come back. */
	sleep(): void;
	remove(): void;
}

export function makeProfile(random: Random): Profile {
	const folder = mkdtempSync(join(tmpdir(), 'kachi-faults-'));
	let now = Date.now();
	return {
		folder,
		ledger: createLedger(),
		hasWorker: false,
		tick: () => (now += 1 + Math.floor(LONGEST_STEP_MS * random())),
		sleep: () => (now += DAY_MS * Math.floor(MOST_DAYS_APART * random())),
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}
