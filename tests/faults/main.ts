/**
 * Kills the browser again and again while the app is used, and holds what it kept against what it
 * had called saved: `npm run faults`. See README.md in this folder.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { seededRandom, type Random } from '../../src/lib/core/random';
import { createTally, isFaultless, type Figures } from './figures';
import { judgeLast, live } from './life';
import { makeProfile } from './profile';
import type { Scenario } from './scenario';
import { pack } from './pack';
import { restore } from './restore';
import { openSite } from './site';
import { study } from './study';
import { update } from './update';

const scenarios: readonly Scenario[] = [study, restore, pack, update];

/** A profile that is killed so often has a history; the others have their first hour. */
const LONG_LIVES = 100;
const MOST_SHORT_LIVES = 3;
/** So many short ones before each long one. */
const SHORT_PROFILES = 3;
const SAY_EVERY = 25;

const say = (line: string) => process.stderr.write(`${line}\n`);

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

interface Run {
	readonly kills: number;
	readonly seed: string;
	/** The built folder that is served. */
	readonly dir: string;
}

async function killOften(scenario: Scenario, { kills, seed, dir }: Run): Promise<Figures> {
	const name = `${seed}:${scenario.name}`;
	const tally = createTally(scenario.name, seed, say);
	const site = await openSite(dir);
	for (const lives of planProfiles(kills, seededRandom(name))) {
		const profile = makeProfile(seededRandom(`${name}:clock${tally.sums.kills}`));
		const stage = { profile, scenario, site, count: tally.count };
		for (let life = 0; life < lives; life += 1) {
			tally.note(await live(stage, `${name}:${tally.sums.kills}`));
			tally.sums.kills += 1;
			if (tally.sums.kills % SAY_EVERY === 0) say(`${scenario.name}: ${tally.sums.kills} kills`);
		}
		tally.note(await judgeLast(stage, `${name}:last${tally.sums.kills}`));
		tally.close(profile.ledger);
		profile.remove();
	}
	await site.close();
	return tally.figures();
}

function chooseScenarios(names: readonly string[]): readonly Scenario[] {
	const unknown = names.find((name) => !scenarios.some((scenario) => scenario.name === name));
	const known = scenarios.map(({ name }) => name).join(', ');
	if (unknown) throw new Error(`There is no scenario "${unknown}": ${known}`);
	return scenarios.filter(({ name }) => names.length === 0 || names.includes(name));
}

const options = {
	short: { type: 'boolean', default: false },
	kills: { type: 'string' },
	seed: { type: 'string' },
	dir: { type: 'string', default: 'build' },
	report: { type: 'string' }
} as const;

export async function main(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
	const seed = values.seed ?? Math.floor(Math.random() * 2 ** 32).toString(36);
	const all: Figures[] = [];
	for (const scenario of chooseScenarios(positionals)) {
		const kills = Number(values.kills ?? scenario.kills[values.short ? 'short' : 'full']);
		const figures = await killOften(scenario, { kills, seed, dir: values.dir });
		process.stdout.write(`${JSON.stringify(figures)}\n`);
		all.push(figures);
	}
	if (values.report) writeFileSync(values.report, JSON.stringify(all));
	return all.every(isFaultless) ? 0 : 1;
}
