import { canonicalJson } from '../canonical';
import type { Fold } from './fold';
import type { CardRecord } from './fold-card';

/** As many as FSRS itself keeps; engines differ in what lies beyond. */
const DECIMALS = 8;

const rounded = (value: number) => Number(value.toFixed(DECIMALS));

function roundedCard(record: CardRecord): CardRecord {
	const { state } = record;
	if (!state) return record;
	const { stability, difficulty } = state.memory;
	const memory = { stability: rounded(stability), difficulty: rounded(difficulty) };
	return { ...record, state: { ...state, memory } };
}

function* sorted<V>(
	name: string,
	values: ReadonlyMap<string, V>,
	say = (value: V): unknown => value
) {
	for (const key of [...values.keys()].sort()) {
		yield `${canonicalJson([name, key, say(values.get(key) as V)])}\n`;
	}
}

/**
 * What a log comes to, as text: equal for equal states, on every device and in every engine. Its
 * hash is the state hash. Retrievability is no part of it, being a question of the day.
 */
export function* stateText(fold: Fold): Generator<string> {
	yield* sorted('card', fold.cards.live, roundedCard);
	const days = [...fold.days].map(([day, tally]) => [String(day), tally] as const);
	yield* sorted('day', new Map(days));
	yield* sorted('setting', fold.settings.live);
	yield* sorted('note', fold.notes.live);
	yield* sorted('attempt', fold.attempts.live);
	yield* sorted('document', fold.documents.live);
	yield `${canonicalJson(['parameters', fold.parameters ?? null])}\n`;
}

/** The entries of a log as text, in its order. Its hash is the log hash. */
export function* logText(entries: readonly unknown[]): Generator<string> {
	for (const entry of entries) yield `${canonicalJson(entry)}\n`;
}
