/**
 * Kills the browser again and again while the app is used, and holds what it kept against what it
 * had called saved; then holds the laws that need very many cases: `npm run faults`. See README.md
 * in this folder.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isFaultless, type Figures } from './figures';
import { killOften, type Run } from './kill-often';
import { longLaws, type LongLaw } from './long-laws';
import { pack } from './pack';
import { quiz } from './quiz';
import { restore } from './restore';
import { round } from './round';
import type { Scenario } from './scenario';
import { study } from './study';
import { update } from './update';

interface Play extends Pick<Scenario, 'name' | 'kills'> {
	play(run: Run): Promise<Figures>;
}

const pressed: readonly Scenario[] = [study, quiz, restore, pack, update];
const scenarios: readonly Play[] = [
	...pressed.map((scenario) => ({ ...scenario, play: (run: Run) => killOften(scenario, run) })),
	round
];

const say = (line: string) => process.stderr.write(`${line}\n`);
const print = (figures: object) => process.stdout.write(`${JSON.stringify(figures)}\n`);

const options = {
	short: { type: 'boolean', default: false },
	kills: { type: 'string' },
	cases: { type: 'string' },
	seed: { type: 'string' },
	dir: { type: 'string', default: 'build' },
	report: { type: 'string' }
} as const;

/** Those that are named, or all of them. */
function choose<T extends { readonly name: string }>(all: readonly T[], names: readonly string[]) {
	return all.filter(({ name }) => names.length === 0 || names.includes(name));
}

function refuseUnknown(names: readonly string[]): void {
	const known = [...scenarios, ...longLaws].map(({ name }) => name);
	const unknown = names.find((name) => !known.includes(name));
	if (unknown) throw new Error(`There is no "${unknown}" here: ${known.join(', ')}`);
}

async function holdLaw({ name, cases, hold }: LongLaw, asked: string | undefined, seed: string) {
	const count = Number(asked ?? cases);
	const start = performance.now();
	const figures = await hold(count, seed, say);
	const seconds = Math.round((performance.now() - start) / 1000);
	print({ law: name, seed, cases: count, ...figures, seconds });
	return figures.failures === 0;
}

export async function main(args: string[]): Promise<number> {
	const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
	const { short, kills: asked, dir, report } = values;
	const seed = values.seed ?? Math.floor(Math.random() * 2 ** 32).toString(36);
	refuseUnknown(positionals);
	const all = [];
	for (const scenario of choose(scenarios, positionals)) {
		const kills = Number(asked ?? scenario.kills[short ? 'short' : 'full']);
		const figures = await scenario.play({ kills, seed, dir, say });
		print(figures);
		all.push(figures);
	}
	if (report) writeFileSync(report, JSON.stringify(all));
	const held: boolean[] = [];
	for (const law of short ? [] : choose(longLaws, positionals)) {
		held.push(await holdLaw(law, values.cases, seed));
	}
	return all.every(isFaultless) && held.every(Boolean) ? 0 : 1;
}
