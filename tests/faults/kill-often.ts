import { seededRandom, type Random } from '../../src/lib/core/random';
import { createTally } from './figures';
import { judgeLast, live } from './life';
import { makeProfile } from './profile';
import type { Scenario } from './scenario';
import { openSite } from './site';
import { hasTornWrite } from './torn-write';

/** A profile that is killed so often has a history; the others have their first hour. */
const LONG_LIVES = 100;
const MOST_SHORT_LIVES = 3;
/** So many short ones before each long one. */
const SHORT_PROFILES = 3;
const SAY_EVERY = 25;

/** How often each profile is killed. */
function planProfiles(kills: number, random: Random): readonly number[] {
	const plan: number[] = [];
	for (let left = kills; left > 0; left -= plan.at(-1) ?? left) {
		const isLong = plan.length % (SHORT_PROFILES + 1) === SHORT_PROFILES;
		const lives = isLong ? LONG_LIVES : 1 + Math.floor(MOST_SHORT_LIVES * random());
		plan.push(Math.min(left, lives));
	}
	return plan;
}

export interface Run {
	readonly kills: number;
	readonly seed: string;
	/** The built folder that is served. */
	readonly dir: string;
	/** Is told what is found, and how far it has come. */
	say(line: string): void;
}

/** Plays a scenario until the browser has been killed so often. */
export async function killOften(scenario: Scenario, { kills, seed, dir, say }: Run) {
	const name = `${seed}:${scenario.name}`;
	const tally = createTally(scenario.name, seed, say);
	const site = await openSite(dir);
	const plan = [...planProfiles(kills, seededRandom(name))];
	for (let lives = plan.shift(); lives !== undefined; lives = plan.shift()) {
		const profile = makeProfile(seededRandom(`${name}:clock${tally.sums.kills}`));
		const stage = { profile, scenario, site, count: tally.count };
		for (let left = lives; left > 0; left -= 1) {
			tally.note(await live(stage, `${name}:${tally.sums.kills}`));
			tally.sums.kills += 1;
			if (tally.sums.kills % SAY_EVERY === 0) say(`${scenario.name}: ${tally.sums.kills} kills`);
			if (!hasTornWrite(profile.folder)) continue;
			tally.count('tornWrites');
			// Those that it would have lived on are another's.
			if (left > 1) plan.unshift(left - 1);
			break;
		}
		tally.note(await judgeLast(stage, `${name}:last${tally.sums.kills}`));
		tally.close(profile.ledger);
		profile.remove();
	}
	await site.close();
	return tally.figures();
}
