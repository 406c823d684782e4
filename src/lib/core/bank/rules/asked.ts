import * as v from 'valibot';
import type { Evidence } from '../../item/item';
import type { Path } from '../../result';
import { plainText } from '../../text';
import type { Accepted } from '../accepts';
import { writtenItem, type WrittenItem, type WrittenTyped } from './written';

/** One text of an item, without markup, and the way to it inside the item. */
export interface Said {
	readonly path: Path;
	readonly text: string;
}

/** Something to choose: an option, or a response of a match that belongs to no premise. */
export interface AskedOption extends Said {
	readonly isKey: boolean;
	readonly why?: string;
}

/** What is typed: into the box of a text item, or into one gap of a cloze. */
export interface AskedGap {
	/** Where its fields stand inside the item. */
	readonly path: Path;
	/** How the stem marks it; a text item has no mark. */
	readonly mark?: string;
	readonly key: string;
	readonly accept: readonly string[];
	readonly confusions: readonly Said[];
}

export interface AskedNumber {
	readonly key: number;
	readonly unit?: string;
	readonly tolerance: number;
	readonly near?: number;
}

/** An item as the rules look at it: by what it shows and asks, in the notation it is written in. */
export interface Asked {
	readonly id: string;
	readonly kind: string;
	readonly topic: string;
	/** Name of its file, and the way to it there. */
	readonly file: string;
	readonly path: Path;
	/** The question or statement; of a flashcard its front. */
	readonly stem: Said;
	readonly options: readonly AskedOption[];
	readonly gaps: readonly AskedGap[];
	readonly number?: AskedNumber;
	readonly truth?: boolean;
	readonly pairs: readonly { readonly premise: Said; readonly response: Said }[];
	readonly spares: readonly AskedOption[];
	readonly steps: readonly Said[];
	/** The right answers in words, as they are shown. */
	readonly keys: readonly string[];
	/** What is on the page before the answer. */
	readonly shown: readonly Said[];
	/** Every sentence of the author's, without markup; and as it is written. */
	readonly texts: readonly Said[];
	readonly marked: readonly Said[];
	readonly explanation: Said;
	readonly evidence: readonly Evidence[];
	readonly claim: string;
	readonly difficulty: string;
	readonly fact?: string;
	readonly derived?: string;
	readonly excludes: readonly string[];
	readonly accepts: readonly Accepted[];
}

/** Where an item is written. */
export interface WrittenAt {
	readonly topic: string;
	readonly file: string;
	readonly path: Path;
}

const said = (path: Path, text: string): Said => ({ path, text: plainText(text) });

function gapsOf({ kind, key, gaps, ...typed }: WrittenItem): readonly AskedGap[] {
	const gap = (path: Path, mark: string | undefined, each: WrittenTyped & { key: string }) => ({
		path,
		key: each.key,
		accept: each.accept,
		confusions: each.confusions.map(({ text }, at) =>
			said([...path, 'confusions', at, 'text'], text)
		),
		...(mark === undefined ? {} : { mark })
	});
	if (kind !== 'text' && kind !== 'cloze') return [];
	if (typeof key === 'string')
		return [gap([], kind === 'cloze' ? '{c1}' : undefined, { ...typed, key })];
	return Object.entries(gaps).map(([id, each]) => gap(['gaps', id], `{${id}}`, each));
}

function optionsOf(field: string, written: WrittenItem['options']): readonly AskedOption[] {
	return written.map(({ text, key, why }, at) => ({
		...said([field, at, 'text'], text),
		isKey: key,
		...(why === undefined ? {} : { why: plainText(why) })
	}));
}

type Marked = readonly (readonly [path: Path, text: string | undefined])[];

const typedTexts = (path: Path, { confusions, redirects }: WrittenTyped): Marked => [
	...confusions.map(({ why }, at) => [[...path, 'confusions', at, 'why'], why] as const),
	...redirects.map(({ hint }, at) => [[...path, 'redirects', at, 'hint'], hint] as const)
];

const optionTexts = (field: string, options: WrittenItem['options']): Marked =>
	options.flatMap(({ text, why }, at) => [
		[[field, at, 'text'], text] as const,
		[[field, at, 'why'], why] as const
	]);

/** Every sentence of the author's with its markup. */
function markedTexts(written: WrittenItem): readonly Said[] {
	const all: Marked = [
		...(['stem', 'front', 'back', 'why'] as const).map(
			(field) => [[field], written[field]] as const
		),
		...optionTexts('options', written.options),
		...written.pairs.flatMap(({ premise, response }, at) => [
			[['pairs', at, 'premise'], premise] as const,
			[['pairs', at, 'response'], response] as const
		]),
		...optionTexts('spares', written.spares),
		...written.steps.map(({ text }, at) => [['steps', at, 'text'], text] as const),
		...typedTexts([], written),
		...Object.entries(written.gaps).flatMap(([id, gap]) => typedTexts(['gaps', id], gap)),
		...(['explanation', 'background', 'derived'] as const).map(
			(field) => [[field], written[field]] as const
		)
	];
	return all.flatMap(([path, text]) => (text ? [{ path, text }] : []));
}

function keysOf(written: WrittenItem, gaps: readonly AskedGap[]): readonly string[] {
	const { kind, key, options, back } = written;
	if (kind === 'flashcard') return [plainText(back)];
	if (typeof key === 'number') return [String(key)];
	const chosen = options.filter((option) => option.key).map(({ text }) => plainText(text));
	return [...chosen, ...gaps.map((gap) => gap.key)];
}

function numberOf({ kind, key, unit, tolerance, near }: WrittenItem) {
	if (kind !== 'number' || typeof key !== 'number') return {};
	const optional = {
		...(unit === undefined ? {} : { unit }),
		...(near === undefined ? {} : { near })
	};
	return { number: { key, tolerance, ...optional } };
}

/** Reads an item that has been parsed already; undefined where it is none. */
export function readAsked(value: unknown, at: WrittenAt): Asked | undefined {
	const parsed = v.safeParse(writtenItem, value);
	if (!parsed.success) return undefined;
	const written = parsed.output;
	const isCard = written.kind === 'flashcard';
	const stem = isCard ? said(['front'], written.front) : said(['stem'], written.stem);
	const [gaps, options] = [gapsOf(written), optionsOf('options', written.options)];
	const spares = optionsOf('spares', written.spares);
	const pairs = written.pairs.map(({ premise, response }, n) => ({
		premise: said(['pairs', n, 'premise'], premise),
		response: said(['pairs', n, 'response'], response)
	}));
	const steps = written.steps.map(({ text }, n) => said(['steps', n, 'text'], text));
	const columns = [...pairs.flatMap(({ premise, response }) => [premise, response]), ...spares];
	const shown = [stem, ...options, ...columns, ...steps];
	const back = isCard ? [said(['back'], written.back)] : [];
	const explanation = said(['explanation'], written.explanation);
	const marked = markedTexts(written);
	const texts = marked.map(({ path, text }) => said(path, text));
	const { id, kind, evidence, claim, difficulty, fact, derived, excludes, accepts, reverse } =
		written;
	return {
		...at,
		...{ id, kind, stem, options, gaps, pairs, spares, steps, marked, texts, explanation },
		...{ evidence, claim, difficulty, excludes, accepts },
		...numberOf(written),
		...(typeof written.key === 'boolean' ? { truth: written.key } : {}),
		keys: keysOf(written, gaps),
		shown: reverse ? [...shown, ...back] : shown,
		...(fact === undefined ? {} : { fact }),
		...(derived === undefined ? {} : { derived })
	};
}
