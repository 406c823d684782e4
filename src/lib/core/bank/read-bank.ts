import * as v from 'valibot';
import { diagnosticsOf } from '../diagnose';
import type { Evidence, Item } from '../item/item';
import { evidenceList } from '../item/item-schema';
import { parseItem } from '../item/parse-item';
import { fail, ok, problem, type Diagnostic, type Path, type Result } from '../result';
import { acceptsField } from './accepts';
import type { ListedSource, Topic } from './bank';
import { bankSchema, itemsSchema, sourcesSchema } from './bank-schema';
import { checkEvidence, checkPointers } from './check-evidence';

/** One authored file, already read from its notation. */
export interface AuthoredFile {
	/** Name inside the bank's folder, such as `leaders.yaml`. */
	readonly name: string;
	readonly value: unknown;
}

/** The parsed files of a bank. */
export interface ReadBank {
	readonly head: v.InferOutput<typeof bankSchema>;
	readonly sources: readonly ListedSource[];
	/** In the order of topics and files. */
	readonly items: readonly { readonly item: Item; readonly topic: string }[];
}

/** An item as far as it could be read: a broken one still has an id and may point somewhere. */
interface Written {
	readonly file: string;
	readonly path: Path;
	readonly topic: string;
	readonly id: unknown;
	readonly item: Result<Item>;
	readonly pointers: readonly Evidence[];
}

type Parsed<T extends v.GenericSchema> = v.InferOutput<T> | undefined;

const inFile = (file: string, path: Path, problems: readonly Diagnostic[]) =>
	problems.map((each) => ({ ...each, path: [...path, ...each.path], place: { file } }));

/** Parses files one by one and collects what is wrong, so that an author sees all of it at once. */
class Reading {
	readonly problems: Diagnostic[] = [];
	readonly #files: readonly AuthoredFile[];

	constructor(files: readonly AuthoredFile[]) {
		this.#files = files;
	}

	note(file: string, path: Path, problems: readonly Diagnostic[]): void {
		this.problems.push(...inFile(file, path, problems));
	}

	file<T extends v.GenericSchema>(name: string, schema: T): Parsed<T> {
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

	/** What an author accepted is for the rules: no kind knows of it, and nobody loads it. */
	#item(value: unknown): Result<Item> {
		if (typeof value !== 'object' || value === null || !('accepts' in value)) {
			return parseItem(value);
		}
		const { accepts, ...fields } = value;
		const item = parseItem(fields);
		const parsed = v.safeParse(acceptsField, accepts);
		if (parsed.success) return item;
		const problems = diagnosticsOf(parsed.issues).map((each) => {
			return { ...each, path: ['accepts', ...each.path] };
		});
		return fail([...(item.ok ? [] : item.error), ...problems]);
	}

	items(topic: Topic): readonly Written[] {
		const file = `${topic.id}.yaml`;
		const values = this.file(file, itemsSchema)?.items ?? [];
		return values.map((value, at): Written => {
			const fields = typeof value === 'object' && value !== null ? value : {};
			const item = this.#item(value);
			const evidence = v.safeParse(evidenceList, 'evidence' in fields && fields.evidence);
			return {
				file,
				path: ['items', at],
				topic: topic.id,
				id: 'id' in fields ? fields.id : undefined,
				item,
				pointers: evidence.success ? evidence.output : []
			};
		});
	}
}

function evidenceProblems({ item, pointers }: Written, sources: readonly ListedSource[]) {
	return item.ok ? checkEvidence(item.value, sources) : checkPointers(pointers, sources);
}

function unknownExcludes({ item }: Written, ids: ReadonlySet<unknown>): readonly Diagnostic[] {
	if (!item.ok) return [];
	const { id: own, excludes } = item.value;
	return excludes.flatMap((id, at) =>
		ids.has(id) && id !== own
			? []
			: [problem('unknown-item', ['excludes', at], `no other item has the id “${id}”`)]
	);
}

function noteItems(
	reading: Reading,
	written: readonly Written[],
	sources: readonly ListedSource[]
) {
	const ids = new Set(written.map(({ id }) => id));
	const first = new Map<unknown, string>();
	for (const each of written) {
		const { file, path, item, id } = each;
		reading.note(file, path, item.ok ? [] : item.error);
		const before = first.get(id);
		if (typeof id === 'string' && before !== undefined) {
			const message = `the id “${id}” is taken already, in ${before}`;
			reading.note(file, path, [
				problem('repeated-id', ['id'], message, 'give this item another id')
			]);
		}
		first.set(id, file);
		reading.note(file, path, unknownExcludes(each, ids));
		if (sources.length > 0) reading.note(file, path, evidenceProblems(each, sources));
	}
}

/** Entries of a list that stand in it twice. */
function noteRepeated(reading: Reading, file: string, path: Path, ids: readonly unknown[]) {
	ids.forEach((id, at) => {
		if (ids.indexOf(id) === at) return;
		const what = problem('repeated-id', [], `“${String(id)}” stands here twice`);
		reading.note(file, [...path, at], [what]);
	});
}

function noteSources(reading: Reading, sources: readonly ListedSource[]) {
	const ids = sources.map(({ id }) => id);
	noteRepeated(reading, 'sources.yaml', ['sources'], ids);
	sources.forEach(({ paragraphs }, at) => {
		const numbers = paragraphs.map(({ n }) => n);
		noteRepeated(reading, 'sources.yaml', ['sources', at, 'paragraphs'], numbers);
	});
}

/** A file that nothing names would be left out without a word. */
function noteTopics(reading: Reading, topics: readonly Topic[], files: readonly AuthoredFile[]) {
	const ids = topics.map(({ id }) => id);
	noteRepeated(reading, 'bank.yaml', ['topics'], ids);
	const known = new Set(['bank.yaml', 'sources.yaml', ...ids.map((id) => `${id}.yaml`)]);
	for (const { name } of files) {
		if (known.has(name)) continue;
		const hint = 'name it as a topic in bank.yaml';
		reading.note(name, [], [problem('stray-file', [], 'no topic has this file', hint)]);
	}
}

/** Parses and checks the files of one bank: all of it, or every problem at once. */
export function readBank(files: readonly AuthoredFile[]): Result<ReadBank> {
	const reading = new Reading(files);
	const head = reading.file('bank.yaml', bankSchema);
	const listed = reading.file('sources.yaml', sourcesSchema);
	const sources = listed?.sources ?? [];
	const written = (head?.topics ?? []).flatMap((topic) => reading.items(topic));
	noteItems(reading, written, sources);
	noteSources(reading, sources);
	if (head) noteTopics(reading, head.topics, files);

	if (!head || !listed || reading.problems.length > 0) return fail(reading.problems);
	const items = written.flatMap(({ item, topic }) => {
		return item.ok ? [{ item: item.value, topic }] : [];
	});
	return ok({ head, sources, items });
}
