import { canonicalJson } from '../canonical';
import { itemKey } from '../item/card-key';
import type { Item } from '../item/item';
import { parserOf } from '../item/parse-item';
import { fail, ok, type Result } from '../result';
import type { Bank, CompiledItem } from './bank';
import { readBank, type AuthoredFile } from './read-bank';

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

/**
 * Compiles the files of one bank: `bank.yaml`, `sources.yaml` and a file for each topic. Either a
 * whole bank in which every item rests on evidence, or every problem with its file and path.
 */
export function compileBank(files: readonly AuthoredFile[], digest: Digest): Result<Bank> {
	const read = readBank(files);
	if (!read.ok) return fail(read.error);
	const { head, sources, items } = read.value;
	const { id, lang, title, topics } = head;
	return ok({
		...{ id, lang, title, topics },
		sources,
		items: items.map(({ item, topic }): CompiledItem => {
			return { key: itemKey(head.id, item.id), topic, revision: revisionOf(item, digest), item };
		})
	});
}
