import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '../../src/lib/core/random';
import { createHarness } from './harness';
import { judge, type Verdict } from './judge';
import { chooseMoment } from './kill-moment';
import { launch } from './killed-browser';
import type { Profile } from './profile';
import type { Scenario, Site } from './scenario';

/** What the kill waits for may not happen: then it comes so long after the scenario's own time. */
const GRACE_MS = 500;
/** The scenario may be kept waiting by the machine; the kill comes all the same. */
const PREPARED_WITHIN_MS = 15_000;

interface Stage {
	readonly profile: Profile;
	readonly scenario: Scenario;
	readonly site: Site;
	/** Counts what the scenario tells of its work. */
	count(what: string): void;
}

/** One life of a browser: it is launched, judged, pressed on and killed. */
export async function live(
	{ profile, scenario, site, count }: Stage,
	seed: string
): Promise<Verdict | undefined> {
	const random = seededRandom(seed);
	const moment = chooseMoment(random, scenario);
	const isOffline = profile.hasWorker && random() < (scenario.offline ?? 0);
	const harness = createHarness(profile, scenario, { seed, moment });
	profile.sleep();
	const now = profile.tick();

	const { context, page, kill } = await launch(profile.folder);
	try {
		await harness.lend(context, now);
		if (moment.after === 'opening') {
			page.goto(site.url).catch(() => undefined);
			harness.happen('opening');
			await harness.struck;
			return undefined;
		}
		const { look } = scenario;
		const opening = { page, url: site.url, profile, now, random, ...(look ? { look } : {}) };
		const verdict = await (isOffline ? site.without(() => judge(opening)) : judge(opening));
		const life = { context, page, site, random, ledger: profile.ledger, now, count };
		const isPrepared = scenario.before?.(life).catch(() => undefined);
		await Promise.race([isPrepared, sleep(PREPARED_WITHIN_MS, undefined, { ref: false })]);
		harness.happen('start');
		scenario.beside?.(life).catch(() => undefined);
		await Promise.race([
			harness.struck,
			sleep(scenario.longestMs + GRACE_MS, undefined, { ref: false })
		]);
		return verdict;
	} finally {
		await kill();
	}
}

/** Only opened and judged: what the last kill has left. */
export async function judgeLast(
	{ profile, site, scenario }: Stage,
	seed: string
): Promise<Verdict> {
	const now = profile.tick();
	const { context, page, kill } = await launch(profile.folder);
	try {
		await context.addInitScript((now) => (Date.now = () => now), now);
		const { look } = scenario;
		const random = seededRandom(seed);
		return await judge({ page, url: site.url, profile, now, random, ...(look ? { look } : {}) });
	} finally {
		await kill();
	}
}
