import { isDeepStrictEqual } from 'node:util';
import { foldLog } from '../../src/lib/core/log/fold-log';
import { mergeLogs } from '../../src/lib/core/log/merge';
import { contentOf, parseEntryId } from '../../src/lib/core/log/order';
import { logText, stateText } from '../../src/lib/core/log/state-text';
import { seededRandom, shuffled } from '../../src/lib/core/random';
import type { Held } from './drafts';
import type { Acknowledged, Browser, World } from './model';
import { erasedIn, isLasting } from './plain';
import { modelOf, said } from './said';

function must(holds: boolean, what: string): asserts holds {
	if (!holds) throw new Error(what);
}

/** What must hold when every browser has heard from every other. */
export function checkWorld(world: World): void {
	const log = agreedLog(world.browsers);
	for (const browser of world.browsers) checkFold(browser);
	checkKept(log, world.acknowledged);
	checkOrder(log, world.acknowledged);
	checkSingle(log, world);
}

function agreedLog(browsers: readonly Browser[]): readonly Held[] {
	const logs = browsers.map(({ store }) => [...logText(store.values)].join(''));
	must(new Set(logs).size === 1, 'the logs differ in the end');
	const states = browsers.map(({ fold }) => [...stateText(fold)].join(''));
	must(new Set(states).size === 1, 'the states differ in the end');
	return browsers[0]?.store.values ?? [];
}

function checkFold({ store, fold }: Browser): void {
	const replay = foldLog(shuffled(store.values, seededRandom('replay')), modelOf);
	must(isDeepStrictEqual(said(fold), said(replay)), 'live is not replay');
	const last = store.values.at(-1);
	must(store.head.t >= (last?.t ?? 0), 'a head behind its log');
}

/** Every acknowledged entry is there byte for byte, or else erased. */
function checkKept(log: readonly Held[], acknowledged: readonly Acknowledged[]): void {
	const contents = new Set(log.map(contentOf));
	const erased = erasedIn(log);
	for (const entry of acknowledged.flatMap(({ entries }) => entries)) {
		if (contents.has(contentOf(entry))) continue;
		must(erased.has(entry.id) && !isLasting(entry), `${entry.id} is lost`);
		must(contents.has(contentOf({ id: entry.id, t: entry.t, erased: true })), 'no tombstone');
	}
	const isHollow = (value: Held) => isLasting(value) || 'erased' in value;
	must(
		log.every((value) => !erased.has(value.id) || isHollow(value)),
		'erased, and there'
	);
}

/** What a device appended comes after all it held, in the order of an act. */
function checkOrder(log: readonly Held[], acknowledged: readonly Acknowledged[]): void {
	const places = new Map(log.map(({ id, t }, at) => [`${id} ${t}`, at]));
	const placeOf = ({ id, t }: Held) => places.get(`${id} ${t}`) ?? NaN;
	for (const { entries, after } of acknowledged) {
		const run = [...(after ? [after] : []), ...entries].map(placeOf);
		must(
			run.every((place, at) => at === 0 || place > (run[at - 1] ?? NaN)),
			'out of order'
		);
	}
}

/** Nothing is there twice, but what browsers with one id both wrote. */
function checkSingle(log: readonly Held[], { copied, acts }: World): void {
	for (const id of mergeLogs(log).doubled) {
		must(copied.has(parseEntryId(id).device), `${id} is doubled`);
	}
	const counts = new Map<string, number>();
	for (const { batch = 'none' } of log) counts.set(batch, (counts.get(batch) ?? 0) + 1);
	for (const [token, count] of acts) must((counts.get(token) ?? 0) <= count, `${token} is twice`);
}
