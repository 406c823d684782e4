import { comparable, plainText } from '../../../text';
import type { Remark } from '../../remark';
import type { Score } from '../../response';
import type { MatchItem, MatchResponse, PublicMatchItem } from './match';

type Matched = ReadonlyMap<string, string>;

const isPair = (value: unknown): value is readonly [string, string] =>
	Array.isArray(value) && value.length === 2 && value.every((id) => typeof id === 'string');

/**
 * The response of each premise that has one; undefined where a pair is no pair, names what the item
 * does not have, or gives something out twice.
 */
function readPairs({ pairs }: MatchResponse, item: MatchItem): Matched | undefined {
	const given: unknown = pairs;
	if (!Array.isArray(given) || given.length > item.premises.length) return undefined;
	const premises = new Set(item.premises.map(({ id }) => id));
	const responses = new Set(item.responses.map(({ id }) => id));
	const matched = new Map<string, string>();
	for (const pair of given as readonly unknown[]) {
		// Taken out of its set, nothing can be given twice.
		if (!isPair(pair) || !premises.delete(pair[0]) || !responses.delete(pair[1])) return undefined;
		matched.set(pair[0], pair[1]);
	}
	return matched;
}

const openCount = (matched: Matched, item: MatchItem) => item.premises.length - matched.size;

/** Right pairs by pairs. It is invalid until every premise has a response, one of its own. */
export function scoreMatch(response: MatchResponse, item: MatchItem): Score {
	const matched = readPairs(response, item);
	if (!matched || openCount(matched, item) > 0) return 'invalid';
	const right = item.premises.filter(({ id }) => matched.get(id) === item.key[id]);
	return right.length / item.premises.length;
}

/** How many premises are open still; of a whole match, why a spare that was given fits none. */
export function matchRemark(response: MatchResponse, item: MatchItem): Remark | undefined {
	const matched = readPairs(response, item);
	if (!matched) return undefined;
	const open = openCount(matched, item);
	if (open > 0) return { is: 'ask-again', again: { why: 'incomplete', open } };
	const given = new Set(matched.values());
	const { text, why } =
		item.responses.find((each) => each.why !== undefined && given.has(each.id)) ?? {};
	return text === undefined || why === undefined ? undefined : { is: 'why-not', answer: text, why };
}

/** Each premise with its response, in words. */
export function matchKeyText({ premises, responses, key }: MatchItem): string {
	const texts = new Map(responses.map(({ id, text }) => [id, plainText(text)]));
	return premises
		.map(({ id, text }) => `${plainText(text)}: ${texts.get(key[id] ?? '') ?? ''}`)
		.join('; ');
}

/** Premises by id, responses alphabetically: neither tells of the other. */
export function publicMatch({
	id,
	stem,
	premises,
	responses
}: Pick<MatchItem, 'id' | 'stem' | 'premises' | 'responses'>): PublicMatchItem {
	const alphabetical = responses.map((each) => ({ each, by: comparable(each.text) }));
	alphabetical.sort((a, b) => {
		if (a.by !== b.by) return a.by < b.by ? -1 : 1;
		return a.each.id < b.each.id ? -1 : 1;
	});
	return {
		kind: 'match',
		id,
		stem,
		premises: premises
			.map((premise) => ({ id: premise.id, text: premise.text }))
			.sort((a, b) => (a.id < b.id ? -1 : 1)),
		responses: alphabetical.map(({ each }) => ({ id: each.id, text: each.text }))
	};
}
