import { ok, type Result } from '../result';
import { SHORT_HASH, type BundledHashes } from './bundled';
import { concat, type Bytes } from './bytes';
import { MAX_FIELD, MAX_INFLATED, MAX_ITEMS } from './caps';
import type { Cbor } from './cbor';
import { CLASS_ID_LENGTH } from './class-document';
import { bytes, chain, check, decodeAs, encodeAs, field, itemId, list, mapped } from './codec';
import { optional, readText, record, someBytes, writable, type Codec } from './codec';
import type { Fault } from './fault';
import { nameCodec } from './names';
import { policyCodec, type Policy } from './policy';
import { documentTag, type Question } from './public-document';
import { readQuestion, writeQuestion } from './question-codec';
import { KEY_LENGTH, writtenOnce } from './signed';

const SALT_LENGTH = 16;

/** An item of an assignment as it travels. */
export type AssignedItem =
	| { readonly is: 'bundled'; readonly hashes: BundledHashes }
	| { readonly is: 'own'; readonly question: Question };

/** What a teacher sets, as it travels. */
export interface AssignmentDocument {
	readonly classId?: Bytes;
	readonly title: string;
	/** What the teacher calls themself. */
	readonly teacher: string;
	/** What sheets are sealed to, compressed. */
	readonly sealKey: Bytes;
	/** 16 random bytes: of the sealing key, the ids of items and the release. */
	readonly salt: Bytes;
	readonly policy: Policy;
	readonly items: readonly AssignedItem[];
	/** The keys of its own items in their order: as CBOR at once, encrypted until the release. */
	readonly keys?: Bytes;
	/**
	 * With keys that are there at once, the teacher's own ids of these items: one question in two
	 * documents is one card. Otherwise they come with the answers.
	 */
	readonly itemIds?: readonly string[];
}

/** Stands between the texts of questions, none of which has it. */
const SEPARATOR = '\u001f';

const withoutSeparator = (text: string) => writable(text).replaceAll(SEPARATOR, '');

/**
 * Items, with bundled ones that follow each other in one byte string, and after them the texts of
 * all questions in one: so they take the least when they are deflated.
 */
function writeItems(items: readonly AssignedItem[], size: number): Cbor {
	const [shapes, texts]: [Cbor[], string[]] = [[], []];
	for (const item of items) {
		if (item.is === 'own') {
			const written = writeQuestion(item.question);
			shapes.push(written.shape);
			texts.push(...written.texts.map(withoutSeparator));
			continue;
		}
		const { card, revision } = item.hashes;
		const last = shapes.at(-1);
		const run = last instanceof Uint8Array ? (shapes.pop(), last) : new Uint8Array();
		shapes.push(concat(run, card.subarray(0, size), revision.subarray(0, size)));
	}
	return [shapes, texts.join(SEPARATOR)];
}

/** @throws Refusal for bundled items that could have been written otherwise */
function readRun(run: Uint8Array, size: number): readonly AssignedItem[] {
	check(run.length > 0);
	const names = chain(2 * size, MAX_ITEMS).read(run);
	return names.map((name): AssignedItem => {
		return { is: 'bundled', hashes: { card: name.slice(0, size), revision: name.slice(size) } };
	});
}

/** The texts one after another, each within its cap. @throws Refusal when there is none left */
function textsIn(column: string) {
	const texts = column.split(SEPARATOR).values();
	return {
		take: () => readText(texts.next().value, MAX_FIELD),
		isEmpty: () => texts.next().done === true
	};
}

/** @throws Refusal */
function readItems(value: unknown, tag: string, size: number): readonly AssignedItem[] {
	check(Array.isArray(value) && value.length === 2);
	const [shapes, column] = value as readonly unknown[];
	check(Array.isArray(shapes) && shapes.length > 0);
	const texts = textsIn(readText(column, MAX_INFLATED));
	const items: AssignedItem[] = [];
	let wasRun = false;
	for (const shape of shapes as readonly unknown[]) {
		const isRun = shape instanceof Uint8Array;
		check(!(isRun && wasRun));
		const place = { tag, at: items.length };
		if (isRun) items.push(...readRun(shape, size));
		else items.push({ is: 'own', question: readQuestion(shape, texts.take, place) });
		check(items.length <= MAX_ITEMS, 'too-large');
		wasRun = isRun;
	}
	// Of no texts at all an empty one is left over.
	check(items.some(({ is }) => is === 'own') ? texts.isEmpty() : column === '');
	return items;
}

/** The items of an assignment. @param size how much of each hash stands for a bundled one */
export const itemsCodec = (tag: string, size: number): Codec<readonly AssignedItem[]> => ({
	write: (items) => writeItems(items, size),
	read: (value) => readItems(value, tag, size)
});

/** Keys stand where the policy says so; what hides them is for sets wholly of own items. */
function checkKeys(body: Pick<AssignmentDocument, 'policy' | 'items' | 'keys' | 'itemIds'>): void {
	const { policy, items, keys, itemIds } = body;
	const { keyMode } = policy;
	const own = items.filter(({ is }) => is === 'own').length;
	const hasOwn = own > 0;
	const hasBundled = items.some(({ is }) => is === 'bundled');
	check(keyMode === 'at-once' || !hasBundled);
	check((keys !== undefined) === (hasOwn && keyMode !== 'device'));
	check((itemIds?.length ?? 0) === (keyMode === 'at-once' ? own : 0));
}

/** What of an assignment is CBOR; the sealing key and the salt stand before it. */
type Body = Omit<AssignmentDocument, 'sealKey' | 'salt'>;

const bodyCodec = (tag: string, size: number) =>
	mapped<Body, Body>(
		record<Body>({
			classId: optional(0, bytes(CLASS_ID_LENGTH)),
			title: field(1, nameCodec),
			teacher: field(2, nameCodec),
			policy: field(3, policyCodec),
			items: field(4, itemsCodec(tag, size)),
			keys: optional(5, someBytes(MAX_INFLATED)),
			itemIds: optional(6, list(itemId, MAX_ITEMS, 1))
		}),
		(body) => body,
		(body) => {
			checkKeys(body);
			return body;
		}
	);

/** Bytes of the head: the sealing key and the salt. */
export const HEAD_LENGTH = KEY_LENGTH + SALT_LENGTH;

/** What stands before the body, and is never deflated: no byte of it could be spared. */
export const headOf = ({ sealKey, salt }: Pick<AssignmentDocument, 'sealKey' | 'salt'>): Bytes =>
	concat(sealKey, salt);

const codecFor = (salt: Uint8Array, size: number) => bodyCodec(documentTag(salt), size);

/** The body as it travels, or the first fault that it has. */
export const writtenBody = (document: AssignmentDocument): Result<Bytes, Fault> =>
	writtenOnce(codecFor(document.salt, SHORT_HASH), document);

/**
 * The unsigned bytes but for who signed them: head and body.
 *
 * @param size how much of each hash stands for a bundled item
 */
export const unsignedBytes = (document: AssignmentDocument, size: number): Bytes =>
	concat(headOf(document), encodeAs(codecFor(document.salt, size), document));

/** An assignment as it came: its head, and its body inflated. */
export function readAssignment(head: Bytes, body: Bytes): Result<AssignmentDocument, Fault> {
	const [sealKey, salt] = [head.slice(0, KEY_LENGTH), head.slice(KEY_LENGTH)];
	const read = decodeAs(codecFor(salt, SHORT_HASH), body);
	return read.ok ? ok({ ...read.value, sealKey, salt }) : read;
}
