import type { Bytes } from './bytes';
import { concat } from './bytes';
import { FULL_HASH, SHORT_HASH, type BundledHashes } from './bundled';
import { MAX_INFLATED, MAX_ITEMS } from './caps';
import type { Cbor } from './cbor';
import { CLASS_ID_LENGTH } from './class-document';
import { bytes, chain, check, field, mapped, optional, record, someBytes } from './codec';
import type { Codec } from './codec';
import { nameCodec } from './names';
import { policyCodec, type Policy } from './policy';
import { documentTag, type Question } from './public-document';
import { questionCodec } from './question-codec';
import { KEY_LENGTH } from './signed';

export const SALT_LENGTH = 16;

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
}

/** Items, with bundled ones that follow each other in one byte string. */
function writeItems(items: readonly AssignedItem[], tag: string, size: number): Cbor {
	const out: Cbor[] = [];
	items.forEach((item, at) => {
		if (item.is === 'own') {
			out.push(questionCodec({ tag, at }).write(item.question));
			return;
		}
		const { card, revision } = item.hashes;
		const last = out.at(-1);
		const run = last instanceof Uint8Array ? (out.pop(), last) : new Uint8Array();
		out.push(concat(run, card.subarray(0, size), revision.subarray(0, size)));
	});
	return out;
}

/** @throws Refusal */
function readItems(value: unknown, tag: string, size: number): readonly AssignedItem[] {
	check(Array.isArray(value) && value.length > 0);
	const items: AssignedItem[] = [];
	let wasRun = false;
	for (const entry of value as readonly unknown[]) {
		const isRun = entry instanceof Uint8Array;
		if (isRun) {
			check(!wasRun && entry.length > 0);
			const names = chain(2 * size, MAX_ITEMS).read(entry);
			items.push(
				...names.map((name): AssignedItem => {
					return {
						is: 'bundled',
						hashes: { card: name.slice(0, size), revision: name.slice(size) }
					};
				})
			);
		} else {
			items.push({ is: 'own', question: questionCodec({ tag, at: items.length }).read(entry) });
		}
		check(items.length <= MAX_ITEMS, 'too-large');
		wasRun = isRun;
	}
	return items;
}

/** Keys stand where the policy says so; what hides them is for sets wholly of own items. */
function checkKeys({ policy: { keyMode }, items, keys }: AssignmentDocument): void {
	const hasOwn = items.some(({ is }) => is === 'own');
	const hasBundled = items.some(({ is }) => is === 'bundled');
	check(keyMode === 'at-once' || !hasBundled);
	check((keys !== undefined) === (hasOwn && keyMode !== 'device'));
}

type Wire = Omit<AssignmentDocument, 'items'> & { readonly items: unknown };

const anything: Codec<unknown> = { write: (value) => value as Cbor, read: (value) => value };

const wire = record<Wire>({
	classId: optional(0, bytes(CLASS_ID_LENGTH)),
	title: field(1, nameCodec),
	teacher: field(2, nameCodec),
	sealKey: field(3, bytes(KEY_LENGTH)),
	salt: field(4, bytes(SALT_LENGTH)),
	policy: field(5, policyCodec),
	items: field(6, anything),
	keys: optional(7, someBytes(MAX_INFLATED))
});

/** @param size how much of each hash stands for a bundled item */
const assignmentCodec = (size: number): Codec<AssignmentDocument> =>
	mapped(
		wire,
		(document) => {
			const tag = documentTag(document.salt);
			return { ...document, items: writeItems(document.items, tag, size) };
		},
		(read) => {
			const items = readItems(read.items, documentTag(read.salt), size);
			const document: AssignmentDocument = { ...read, items };
			checkKeys(document);
			return document;
		}
	);

/** As it travels. */
export const sentCodec: Codec<AssignmentDocument> = assignmentCodec(SHORT_HASH);

/** As its id is taken from: bundled items by their whole hashes. */
export const expandedCodec: Codec<AssignmentDocument> = assignmentCodec(FULL_HASH);
