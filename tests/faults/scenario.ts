import type { BrowserContext, Page } from '@playwright/test';
import type { Entry } from '../../src/lib/core/log/entry';
import type { Random } from '../../src/lib/core/random';
import type { Shares } from './kill-moment';
import type { Ledger } from './ledger';
import type { Eagerness } from './press';

/** The served app: it can be replaced by another release, and taken away for a while. */
export interface Site {
	/** Address of Today, with a slash at its end. */
	readonly url: string;
	/** Folder of the build that is served. */
	readonly build: string;
	/** Serves another build from now on. */
	deploy(build: string): void;
	/** Takes the server away while something is done. */
	without<T>(action: () => Promise<T>): Promise<T>;
	close(): Promise<void>;
}

/** A browser that has been judged, until it is killed. */
export interface Life {
	readonly context: BrowserContext;
	/** Open on Today at first. */
	readonly page: Page;
	readonly site: Site;
	readonly random: Random;
	/** What is known of the log outside the browser. */
	readonly ledger: Ledger;
	/** Where the learner's clock stands. */
	readonly now: number;
	/** Counts what shows that the scenario did its work; it stands with the figures. */
	count(what: string): void;
}

/** A way to be killed. See README.md for what to bring. */
export interface Scenario {
	readonly name: string;
	/** How many kills make a run. */
	readonly kills: { readonly full: number; readonly short: number };
	/** The kill comes at most about this long after the first press. */
	readonly longestMs: number;
	/** How often the kill follows what, where it is not the usual. */
	readonly shares?: Shares;
	/** How eagerly to press what, where it is not the usual. */
	readonly eagerness?: Partial<Eagerness>;
	/** Share of the relaunches that find no server, 0..1; none before a worker is in charge. */
	readonly offline?: number;
	/** What else the app shows of its log, once it is open on Today: each difference in words. */
	look?(page: Page, url: string, entries: readonly Entry[]): Promise<readonly string[]>;
	/** Sets the stage while nothing is pressed yet. */
	before?(life: Life): Promise<void>;
	/** Goes on beside the presses. It may be cut off anywhere, and that it fails means nothing. */
	beside?(life: Life): Promise<void>;
}
