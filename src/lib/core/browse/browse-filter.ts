import { traits } from '../item/traits';
import type { Kind } from '../item/item';
import type { Standing } from './standing';

/** What a list of items can be narrowed to, besides what it is about. */
export type BrowseState = Standing | 'flagged' | 'missed' | 'noted';

/** In the order they are offered. */
export const BROWSE_STATES: readonly BrowseState[] = [
	...(['new', 'learning', 'due', 'later', 'buried', 'suspended'] as const),
	...(['missed', 'noted', 'flagged'] as const)
];

/** Colours of a flag; 0, none, is not one of them. */
export const FLAGS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** Which items a list shows; what is undefined narrows nothing. */
export interface BrowseFilter {
	readonly search: string;
	/** `bank/topic` */
	readonly topic: string | undefined;
	readonly kind: Kind | undefined;
	readonly state: BrowseState | undefined;
	/** 1..7 */
	readonly flag: number | undefined;
}

/** A filter as the query of an address holds it. */
type BrowseQuery = Readonly<Partial<Record<'q' | 'topic' | 'kind' | 'state' | 'flag', string>>>;

const isKind = (value: string | null): value is Kind =>
	value !== null && Object.hasOwn(traits, value);

/** Reads a filter from a query; what cannot be one narrows nothing. */
export function readFilter(get: (name: string) => string | null): BrowseFilter {
	const kind = get('kind');
	const flag = get('flag');
	return {
		search: get('q') ?? '',
		topic: get('topic') || undefined,
		kind: isKind(kind) ? kind : undefined,
		state: BROWSE_STATES.find((state) => state === get('state')),
		flag: FLAGS.find((each) => String(each) === flag)
	};
}

/** What a query must hold for `readFilter` to give the filter back. */
export function filterQuery({ search, topic, kind, state, flag }: BrowseFilter): BrowseQuery {
	const all = { q: search.trim(), topic, kind, state, flag: flag?.toString() };
	return Object.fromEntries(Object.entries(all).filter(([, value]) => value)) as BrowseQuery;
}

/** Whether it shows everything. */
export const isWideOpen = (filter: BrowseFilter): boolean =>
	Object.keys(filterQuery(filter)).length === 0;
