import type { Addition, ChangedKey } from '../assignment/answers';
import { decodeAs } from '../assignment/codec';
import type { Fault } from '../assignment/fault';
import { keyCodec } from '../assignment/key-codec';
import type { AssignableItem, Question } from '../assignment/public-document';
import type { Part } from '../item/card-key';
import { ok, type Result } from '../result';

/** The item with one more right answer; as it was where nothing is typed. */
function withAddition(item: AssignableItem, part: Part, text: string): AssignableItem {
	if (item.kind === 'text') return { ...item, accept: [...item.accept, text] };
	if (item.kind !== 'cloze') return item;
	const gaps = item.gaps.map((gap) =>
		gap.id === part ? { ...gap, accept: [...gap.accept, text] } : gap
	);
	return { ...item, gaps: gaps as unknown as typeof item.gaps };
}

/** What a teacher changed after the quiz went out. */
export interface Mending {
	readonly additions: readonly Addition[];
	readonly changedKeys: readonly ChangedKey[];
}

/** An item as its teacher wants it marked now, by its place in the assignment. */
export function mendedItem(
	item: AssignableItem,
	{ question, part, at }: { readonly question: Question; readonly part: Part; readonly at: number },
	{ additions, changedKeys }: Mending
): Result<AssignableItem, Fault> {
	const changed = changedKeys.findLast((each) => each.at === at);
	const read = changed ? decodeAs(keyCodec(question), changed.key) : ok(item);
	if (!read.ok) return read;
	const own = additions.filter((each) => each.at === at);
	return ok(own.reduce((mended, { text }) => withAddition(mended, part, text), read.value));
}
