import type { Source } from '../bank/bank';
import type { CardRecord } from '../log/fold-card';
import { isLeech } from '../scheduling/leech';
import type { StandingRow } from './browse-rows';
import { isTopic } from './parse-search';
import type { Clause, Comparison, Measure, Search, Term } from './search';
import { searchText } from './search-text';

/** What a search is held against besides the items. */
export interface Surroundings {
	/** The study day it is. */
	readonly day: number;
	/** The articles of all banks. */
	readonly sources: readonly Source[];
}

type Test = (row: StandingRow) => boolean;

/** What a measure of a card is; undefined while it is new. */
function measureOf({ state }: CardRecord, measure: Measure, day: number): number | undefined {
	if (!state) return undefined;
	switch (measure) {
		case 'stability':
			return state.memory.stability;
		case 'difficulty':
			return state.memory.difficulty;
		case 'lapses':
			return state.lapses;
		case 'due':
			// One in its steps comes back in minutes.
			return 'day' in state.due ? state.due.day - day : 0;
	}
}

const comparisons: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
	'<': (a, b) => a < b,
	'<=': (a, b) => a <= b,
	'>': (a, b) => a > b,
	'>=': (a, b) => a >= b,
	// As it is shown: in whole days, or with one decimal.
	'=': (a, b) => a === b || Math.round(a) === b || Math.round(a * 10) / 10 === b
};

/** The articles that are named: by their id, else by a part of their id or title. */
function namedSources(named: string, sources: readonly Source[]): ReadonlySet<string> {
	const exact = sources.filter(({ id, key }) => id === named || key === named);
	const part = searchText(named);
	const found =
		exact.length > 0
			? exact
			: sources.filter(({ id, title }) => id.includes(part) || searchText(title).includes(part));
	return new Set(found.map(({ key }) => key));
}

function stateTest(state: Extract<Term, { by: 'is' }>['state']): Test {
	switch (state) {
		case 'flagged':
			return ({ now }) => now.flag > 0;
		case 'missed':
			return ({ now }) => now.missed;
		case 'noted':
			return ({ now }) => now.noted;
		case 'leech':
			return ({ records }) => records.some(({ state }) => isLeech(state?.lapses ?? 0));
		default:
			return ({ now }) => now.standing === state;
	}
}

function termTest(term: Term, { day, sources }: Surroundings): Test {
	switch (term.by) {
		case 'text': {
			const text = searchText(term.text);
			return ({ sought, note }) => sought.includes(text) || note.includes(text);
		}
		case 'topic':
			return ({ topic }) => isTopic(topic, term.topic);
		case 'kind':
			return ({ kind }) => kind === term.kind;
		case 'is':
			return stateTest(term.state);
		case 'source': {
			const named = namedSources(term.source, sources);
			return (row) => row.sources.some((source) => named.has(source));
		}
		case 'flag':
			return ({ now }) => now.flag === term.flag;
		case 'measure':
			return ({ records }) =>
				records.some((record) => {
					const value = measureOf(record, term.measure, day);
					return value !== undefined && comparisons[term.test](value, term.value);
				});
	}
}

function clauseTest({ not, term }: Clause, surroundings: Surroundings): Test {
	const test = termTest(term, surroundings);
	return not ? (row) => !test(row) : test;
}

/**
 * The rows a search lets through, in their order. An item of several cards has a measure if one of
 * its cards has it.
 *
 * Law: of a term and its opposite every row is let through by one.
 */
export function findRows(
	rows: readonly StandingRow[],
	search: Search,
	surroundings: Surroundings
): readonly StandingRow[] {
	const groups = search.map((group) => group.map((each) => clauseTest(each, surroundings)));
	return rows.filter((row) => groups.every((tests) => tests.some((test) => test(row))));
}
