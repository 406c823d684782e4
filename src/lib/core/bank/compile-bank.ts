import * as v from 'valibot';
import { canonicalJson } from '../canonical';
import { diagnosticsOf } from '../diagnose';
import { itemKey } from '../item/card-key';
import type { Item } from '../item/item';
import { parseItem, parserOf } from '../item/parse-item';
import { partsOf } from '../item/registry';
import { fail, ok, problem, type Diagnostic, type Path, type Result } from '../result';
import type { Bank, BankContent, BankIndex, CompiledItem, Topic } from './bank';
import { bankSchema, itemsSchema, sourcesSchema } from './bank-schema';
import { checkEvidence } from './check-evidence';

/** One authored file, already read from its notation. */
export interface AuthoredFile {
	/** Name inside the bank's folder, such as `leaders.yaml`. */
	readonly name: string;
	readonly value: unknown;
}

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal digits. */
export type Digest = (text: string) => string;

/** Version of the form that is hashed; raising it gives every item a new revision. */
const REVISION_VERSION = '1';
const REVISION_BYTES = 8;

/** Version and first 8 bytes of SHA-256 over the canonical form of what decides a score. */
export function revisionOf(item: Item, digest: Digest): string {
	const scored = canonicalJson(parserOf(item.kind).scored(item));
	return `${REVISION_VERSION}-${digest(scored).slice(0, REVISION_BYTES * 2)}`;
}

/** A parsed item with where it was written. */
interface Placed {
	readonly item: Item;
	readonly topic: string;
	readonly file: string;
	readonly path: Path;
}

const inFile = (file: string, path: Path, problems: readonly Diagnostic[]) =>
	problems.map((each) => ({ ...each, path: [...path, ...each.path], place: { file } }));

/** Collects problems over many files, so that an author sees all of them at once. */
class Reading {
	readonly problems: Diagnostic[] = [];
	/** Ids as they are written, those of broken items too: to name one of these is no mistake. */
	readonly ids = new Set<unknown>();
	readonly #files: readonly AuthoredFile[];

	constructor(files: readonly AuthoredFile[]) {
		this.#files = files;
	}

	note(file: string, path: Path, problems: readonly Diagnostic[]): void {
		this.problems.push(...inFile(file, path, problems));
	}

	file<T extends v.GenericSchema>(name: string, schema: T): v.InferOutput<T> | undefined {
		const found = this.#files.find((file) => file.name === name);
		if (!found) {
			this.note(name, [], [problem('missing-file', [], `there is no ${name}`, `write ${name}`)]);
			return undefined;
		}
		const parsed = v.safeParse(schema, found.value);
		if (parsed.success) return parsed.output;
		this.note(name, [], diagnosticsOf(parsed.issues));
		return undefined;
	}

	items(topic: Topic): readonly Placed[] {
		const file = `${topic.id}.yaml`;
		const parsed = this.file(file, itemsSchema);
		return (parsed?.items ?? []).flatMap((value, at) => {
			const path = ['items', at];
			if (typeof value === 'object' && value !== null && 'id' in value) this.ids.add(value.id);
			const item = parseItem(value);
			if (item.ok) return [{ item: item.value, topic: topic.id, file, path }];
			this.note(file, path, item.error);
			return [];
		});
	}
}

function repeatedIds(placed: readonly Placed[]): readonly (readonly [Placed, Diagnostic])[] {
	const first = new Map<string, Placed>();
	return placed.flatMap((each) => {
		const before = first.get(each.item.id);
		if (!before) {
			first.set(each.item.id, each);
			return [];
		}
		const message = `the id “${each.item.id}” is taken already, in ${before.file}`;
		return [[each, problem('repeated-id', ['id'], message, 'give this item another id')] as const];
	});
}

function unknownExcludes({ item }: Placed, ids: ReadonlySet<unknown>): readonly Diagnostic[] {
	return item.excludes.flatMap((id, at) =>
		ids.has(id) && id !== item.id
			? []
			: [problem('unknown-item', ['excludes', at], `no other item has the id “${id}”`)]
	);
}

/**
 * Compiles the files of one bank: `bank.yaml`, `sources.yaml` and a file for each topic. Either a
 * whole bank in which every item rests on evidence, or every problem with its file and path.
 */
export function compileBank(files: readonly AuthoredFile[], digest: Digest): Result<Bank> {
	const reading = new Reading(files);
	const head = reading.file('bank.yaml', bankSchema);
	const listed = reading.file('sources.yaml', sourcesSchema);
	const placed = (head?.topics ?? []).flatMap((topic) => reading.items(topic));

	for (const [each, what] of repeatedIds(placed)) reading.note(each.file, each.path, [what]);
	for (const each of placed) {
		reading.note(each.file, each.path, unknownExcludes(each, reading.ids));
		if (listed) reading.note(each.file, each.path, checkEvidence(each.item, listed.sources));
	}
	if (!head || !listed || reading.problems.length > 0) return fail(reading.problems);

	const items = placed.map(({ item, topic }): CompiledItem => ({
		key: itemKey(head.id, item.id),
		topic,
		revision: revisionOf(item, digest),
		item
	}));
	return ok({ ...head, sources: listed.sources, items });
}

/** The small part of a bank, for the first load. */
export const bankIndex = ({ id, lang, title, topics, items }: Bank): BankIndex => ({
	id,
	lang,
	title,
	topics,
	items: items.map(({ item, topic, revision }) => {
		const entry = { id: item.id, topic, kind: item.kind, revision, parts: partsOf(item) };
		return item.fact === undefined ? entry : { ...entry, fact: item.fact };
	})
});

/** The lazy part of a bank. */
export const bankContent = ({ id, sources, items }: Bank): BankContent => ({
	id,
	sources,
	items: items.map(({ item }) => item)
});
