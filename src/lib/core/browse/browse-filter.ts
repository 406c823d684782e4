import { FLAGS } from '../log/control';
import { traits } from '../item/traits';
import type { Kind } from '../item/item';
import { printTerm, type Term } from './search';
import type { Standing } from './standing';

/** What a list of items can be narrowed to, besides what it is about. */
export type BrowseState = Standing | 'flagged' | 'missed' | 'noted' | 'leech';

/** In the order they are offered. */
export const BROWSE_STATES: readonly BrowseState[] = [
	...(['new', 'learning', 'due', 'later', 'buried', 'suspended'] as const),
	...(['missed', 'leech', 'noted', 'flagged'] as const)
];

/** Whether a word names a kind of item. */
export const isKind = (value: string): value is Kind => Object.hasOwn(traits, value);

/** Every kind of item, by the alphabet. */
export const KINDS: readonly Kind[] = Object.keys(traits).sort() as Kind[];

/** The terms of an address as they were before the search had a language of its own. */
function oldTerms(get: (name: string) => string | null): readonly Term[] {
	const [topic, kind, flag] = ['topic', 'kind', 'flag'].map((name) => get(name) ?? '');
	const state = BROWSE_STATES.find((each) => each === get('state'));
	const colour = FLAGS.find((each) => String(each) === flag);
	return [
		...(topic ? [{ by: 'topic', topic } as const] : []),
		...(kind && isKind(kind) ? [{ by: 'kind', kind } as const] : []),
		...(state ? [{ by: 'is', state } as const] : []),
		...(colour ? [{ by: 'flag', flag: colour } as const] : [])
	];
}

/**
 * The text of a search from the query of an address: `q`, and after it what older addresses name
 * beside it (`topic`, `kind`, `state`, `flag`); of these, what cannot be one narrows nothing.
 */
export function searchOfAddress(get: (name: string) => string | null): string {
	const text = get('q') ?? '';
	const terms = oldTerms(get).map(printTerm);
	return terms.length === 0 ? text : [text.trim(), ...terms].filter(Boolean).join(' ');
}
