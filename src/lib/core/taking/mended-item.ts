import type { Addition, ChangedKey } from '../assignment/answers';
import { decodeAs } from '../assignment/codec';
import type { Fault } from '../assignment/fault';
import { keyCodec } from '../assignment/key-codec';
import type { AssignableItem, Question } from '../assignment/public-document';
import { marker, withAccepted } from '../gradebook/marking';
import type { Part } from '../item/card-key';
import type { Response, Score } from '../item/response';
import { ok, type Result } from '../result';

/** What a teacher changed after the quiz went out. */
export interface Mending {
	readonly additions: readonly Addition[];
	readonly changedKeys: readonly ChangedKey[];
}

/** An item as its teacher wants it marked now. */
export interface MendedItem {
	readonly item: AssignableItem;
	/** As on the teacher's device: an accepted number, which no key can hold, is right too. */
	score(response: Response): Score;
}

/** An item with what was changed and accepted since, by its place in the assignment. */
export function mendedItem(
	item: AssignableItem,
	{ question, part, at }: { readonly question: Question; readonly part: Part; readonly at: number },
	{ additions, changedKeys }: Mending
): Result<MendedItem, Fault> {
	const changed = changedKeys.findLast((each) => each.at === at);
	const read = changed ? decodeAs(keyCodec(question), changed.key) : ok(item);
	if (!read.ok) return read;
	const accepted = additions.flatMap((each) => (each.at === at ? each.text : []));
	const marked = { item: read.value, part, accepted };
	return ok({ item: withAccepted(marked), score: marker(marked) });
}
