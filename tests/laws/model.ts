/**
 * A model of several browsers and the ways their logs meet: acts, crashes, lost acknowledgements,
 * clocks that jump, exchanges that are cut, doubled, reordered or lost, old backups, and profiles
 * that someone copied. In the end all exchange everything.
 */
import fc from 'fast-check';
import type { Fold } from '../../src/lib/core/log/fold';
import { DAY_MS, deeds, moments, type Deed, type Moment } from './deeds';
import type { Held } from './drafts';
import { checkWorld } from './model-checks';
import { append, emptyStore, follow, keepSnapshot, open, takeIn, type Store } from './model-store';

const BROWSERS = 4;
const on = fc.nat({ max: BROWSERS });
const pick = fc.nat({ max: 20 });
const is = <T extends string>(...names: readonly T[]) => fc.constantFrom(...names);

/** How an act ends: well; its acknowledgement is lost; the browser dies before or after commit. */
const fates = is('well', 'well', 'well', 'ack-lost', 'dies-before', 'dies-after');

const acts = fc.record({ is: is('act'), on, deed: deeds, fate: fates, pause: fc.nat({ max: 2 }) });
const jumps = fc.record({ is: is('jump'), on, to: moments });
const exchanges = fc.record({ is: is('exchange'), on, from: on });
const sends = fc.record({
	...{ is: is('send'), on, from: on, copies: fc.integer({ min: 1, max: 2 }) },
	part: fc.record({ from: fc.nat({ max: 30 }), count: fc.constantFrom(5, 10, 1_000) })
});
const deliveries = fc.record({ is: is('deliver', 'deliver', 'drop'), pick });
const backups = fc.record({ is: is('backup'), on });
const restores = fc.record({ is: is('restore'), on, pick });
const copies = fc.record({ is: is('copy'), on });
const restarts = fc.record({ is: is('restart'), on });
const snapshots = fc.record({
	...{ is: is('snapshot'), on },
	length: fc.constantFrom(0, 1, 3, 20, 512)
});

const steps = fc.oneof(
	{ weight: 14, arbitrary: acts },
	{ weight: 3, arbitrary: exchanges },
	{ weight: 6, arbitrary: fc.oneof(sends, deliveries) },
	{ weight: 5, arbitrary: fc.oneof(jumps, backups, restores, restarts, snapshots) },
	{ weight: 1, arbitrary: copies }
);

export type Step = typeof steps extends fc.Arbitrary<infer T> ? T : never;

/** Two to four browsers, and what happens to them. */
const plays = fc.record({
	browsers: fc.integer({ min: 2, max: BROWSERS }),
	steps: fc.array(steps, { maxLength: 60, size: 'max' })
});

type Play = typeof plays extends fc.Arbitrary<infer T> ? T : never;

export interface Browser {
	store: Store;
	fold: Fold;
	clock: Moment;
}

/** An act that was acknowledged, and the last that its device held before it. */
export interface Acknowledged {
	readonly entries: readonly Held[];
	readonly after: Held | undefined;
}

export interface World {
	readonly browsers: Browser[];
	/** On the way, or lost. */
	readonly wire: { readonly to: number; readonly values: readonly unknown[] }[];
	readonly backups: (readonly unknown[])[];
	readonly acknowledged: Acknowledged[];
	/** Entries of each act, by its token. */
	readonly acts: Map<string, number>;
	/** Ids of profiles that were copied. */
	readonly copied: Set<string>;
	minted: number;
}

const newId = (world: World) => `d${(world.minted += 1)}`;

function newBrowser(store: Store, clock: Moment): Browser {
	return { store, fold: open(store), clock };
}

function newWorld(browsers: number): World {
	const empty = { browsers: [], wire: [], backups: [], acknowledged: [] };
	const world: World = { ...empty, acts: new Map(), copied: new Set(), minted: 0 };
	const clock = { at: 20_400 * DAY_MS, offset: 540 };
	for (let at = 0; at < browsers; at++) {
		world.browsers.push(newBrowser(emptyStore(newId(world)), clock));
	}
	return world;
}

const browserAt = ({ browsers }: World, index: number) =>
	browsers[index % browsers.length] as Browser;

function commit(browser: Browser, store: Store): void {
	browser.fold = follow(browser.fold, browser.store, store);
	browser.store = store;
}

const receive = (world: World, browser: Browser, values: readonly unknown[]) =>
	commit(
		browser,
		takeIn(browser.store, values, () => newId(world))
	);

/** A log as a file has it. */
const copyOf = (values: readonly unknown[]) => JSON.parse(JSON.stringify(values)) as unknown[];

const HOUR_MS = 3_600_000;

function act(world: World, { on: index, deed, fate, pause }: StepOf<'act'>): void {
	const browser = browserAt(world, index);
	const { at, offset } = browser.clock;
	browser.clock = { at: at + pause * 10 * HOUR_MS + 1_000, offset };
	const token = `act${world.acts.size}`;
	const after = browser.store.values.at(-1);
	const attempt = () => append(browser.store, 'tab', token, deed, browser.clock);
	const { store, entries } = attempt();
	world.acts.set(token, entries.length);
	if (fate === 'dies-before') browser.fold = open(browser.store);
	if (fate === 'dies-before') return;
	commit(browser, store);
	if (fate === 'dies-after') browser.fold = open(store);
	if (fate === 'dies-after') return;
	if (fate === 'ack-lost') replay(world, browser, attempt, entries);
	world.acknowledged.push({ entries, after });
}

/** The act is sent again; meanwhile another tab may have written. */
function replay(
	world: World,
	browser: Browser,
	attempt: () => ReturnType<typeof append>,
	entries: readonly Held[]
): void {
	const setting: Deed = { is: 'setting', key: 'newPerDay', value: world.acts.size };
	const token = `act${world.acts.size}`;
	const other = append(browser.store, 'other tab', token, setting, browser.clock);
	world.acts.set(token, other.entries.length);
	commit(browser, other.store);
	const { store, entries: again } = attempt();
	if (again !== entries) throw new Error('a replay wrote an act a second time');
	commit(browser, store);
}

type StepOf<K extends Step['is']> = Extract<Step, { is: K }>;

function send(world: World, { on: to, from, part, copies: count }: StepOf<'send'>): void {
	const { values } = browserAt(world, from).store;
	const some = values.slice(-1 - part.from).slice(0, part.count);
	for (let copy = 0; copy < count; copy++) world.wire.push({ to, values: copyOf(some) });
}

function deliver(world: World, { is: how, pick: picked }: StepOf<'deliver'>): void {
	const [message] = world.wire.splice(picked % Math.max(1, world.wire.length), 1);
	if (message && how === 'deliver') receive(world, browserAt(world, message.to), message.values);
}

/** Someone copies a browser's profile to another computer. */
function copy(world: World, { on: index }: StepOf<'copy'>): void {
	const { store, clock } = browserAt(world, index);
	if (world.browsers.length > BROWSERS) return;
	world.copied.add(store.head.device);
	world.browsers.push(newBrowser(store, clock));
}

function take(world: World, step: Step): void {
	switch (step.is) {
		case 'act':
			return act(world, step);
		case 'send':
			return send(world, step);
		case 'deliver':
		case 'drop':
			return deliver(world, step as StepOf<'deliver'>);
		case 'copy':
			return copy(world, step);
		default:
			return takeOnBrowser(world, step, browserAt(world, step.on));
	}
}

type OnBrowser = 'jump' | 'exchange' | 'backup' | 'restore' | 'restart' | 'snapshot';

function takeOnBrowser(world: World, step: StepOf<OnBrowser>, browser: Browser): void {
	switch (step.is) {
		case 'jump':
			browser.clock = step.to;
			return;
		case 'exchange':
			return receive(world, browser, copyOf(browserAt(world, step.from).store.values));
		case 'backup':
			world.backups.push(copyOf(browser.store.values));
			return;
		case 'restore':
			return receive(world, browser, world.backups[step.pick % world.backups.length] ?? []);
		case 'restart':
			browser.fold = open(browser.store);
			return;
		case 'snapshot':
			browser.store = keepSnapshot(browser.store, browser.fold, step.length);
	}
}

/** What was lost on the way comes again; each hears from each. */
function exchangeAll(world: World): void {
	for (const browser of world.browsers) {
		for (const { store } of world.browsers) receive(world, browser, copyOf(store.values));
	}
	const [first] = world.browsers;
	const logs = world.browsers.map(({ store }) => store.values);
	for (const browser of world.browsers) for (const log of logs) receive(world, browser, log);
	if (first) receive(world, first, world.browsers.at(-1)?.store.values ?? []);
}

/** @throws Error when the browsers do not agree in the end, or something is lost or doubled */
function play({ browsers, steps: all }: Play): void {
	const world = newWorld(browsers);
	for (const step of all) take(world, step);
	exchangeAll(world);
	checkWorld(world);
}

/** Plays so many times; a failure says with which steps, shrunk. */
export function runModel(runs: number, seed?: number): void {
	fc.assert(fc.property(plays, play), { numRuns: runs, ...(seed === undefined ? {} : { seed }) });
}
