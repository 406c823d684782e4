import type { AssignableItem } from '../assignment/public-document';
import type { Part } from '../item/card-key';
import { foldAnswer } from '../item/fold-answer';
import { gapOf } from '../item/kinds/cloze/cloze';
import type { NumberItem } from '../item/kinds/number/number';
import { readNumber } from '../item/kinds/number/read-number';
import { scoreResponse } from '../item/registry';
import type { Response, Score } from '../item/response';
import { rightOf } from './changed-key';

/** An item and what was accepted for it since it was frozen. */
export interface Marked {
	readonly item: AssignableItem;
	readonly part: Part;
	/** Texts that the teacher accepted, of typed items. */
	readonly accepted: readonly string[];
}

/** Whether answers to an item are typed, so that one may be accepted later. */
export const isTyped = ({ kind }: Pick<AssignableItem, 'kind'>): boolean =>
	kind === 'text' || kind === 'cloze' || kind === 'number';

/** The item with further right answers; of a number, whose key is one, they stand beside it. */
export function withAccepted({ item, part, accepted }: Marked): AssignableItem {
	if (accepted.length === 0) return item;
	if (item.kind === 'text') return { ...item, accept: [...item.accept, ...accepted] };
	if (item.kind !== 'cloze') return item;
	const { id } = gapOf(item, part);
	const [first, ...rest] = item.gaps.map((gap) =>
		gap.id === id ? { ...gap, accept: [...gap.accept, ...accepted] } : gap
	);
	return first ? { ...item, gaps: [first, ...rest] } : item;
}

const folded = (text: string) => foldAnswer(text).join(' ');

function isAcceptedNumber(text: string, { unit }: NumberItem, accepted: readonly string[]) {
	const value = readNumber(text, unit);
	return accepted.some((other) =>
		value === undefined
			? folded(other) === folded(text) && folded(text) !== ''
			: readNumber(other, unit) === value
	);
}

/** Scores responses to one item, whatever was accepted for it being right. */
export function marker(marked: Marked): (response: Response) => Score {
	const { item, accepted } = marked;
	const whole = withAccepted(marked);
	return (response) => {
		const isAccepted =
			item.kind === 'number' &&
			response.kind === 'number' &&
			isAcceptedNumber(response.text, item, accepted);
		return isAccepted ? 1 : scoreResponse(response, whole);
	};
}

/** Scores of one item's responses, as long as the same is right. */
interface Scored {
	/** What is right by the key, and what was accepted beside it. */
	readonly by: string;
	readonly byHash: Map<string, Score>;
}

/**
 * Scores that were worked out before, by assignment and place. Kept from one gradebook to the next,
 * accepting an answer or changing a key marks only the answers to that item again.
 */
export type MarkCache = Map<string, Scored>;

/** Scores one place of an assignment's sheets, each sheet once. @param name of that place */
export function cachedMarker(cache: MarkCache, name: string, marked: Marked) {
	const by = JSON.stringify([rightOf(marked.item) ?? null, marked.accepted]);
	const before = cache.get(name);
	const scored = before?.by === by ? before : { by, byHash: new Map() };
	cache.set(name, scored);
	const score = marker(marked);
	return (hash: string, response: Response): Score => {
		const known = scored.byHash.get(hash);
		if (known !== undefined) return known;
		const found = score(response);
		scored.byHash.set(hash, found);
		return found;
	};
}
