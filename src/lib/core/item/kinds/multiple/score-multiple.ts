import type { Remark } from '../../remark';
import type { Score } from '../../response';
import type { Option } from '../../options';
import type { MultipleItem, MultipleResponse } from './multiple';

/** Whether a value names options of an item, each once and one at least; more it cannot name. */
function areChosen(value: unknown, options: readonly Option[]): boolean {
	if (!Array.isArray(value) || value.length === 0 || value.length > options.length) return false;
	const chosen = new Set<unknown>(value);
	return (
		chosen.size === value.length &&
		options.filter(({ id }) => chosen.has(id)).length === chosen.size
	);
}

/**
 * What was rightly chosen less what was wrongly chosen, not below 0, by the number of keys: who
 * chooses everything earns no more than who guesses. Nothing chosen, an option twice, or one that
 * the item does not have, is invalid.
 */
export function scoreMultiple(
	{ options: chosen }: MultipleResponse,
	{ options, keys }: MultipleItem
): Score {
	if (!areChosen(chosen, options)) return 'invalid';
	const right = chosen.filter((id) => keys.includes(id)).length;
	return Math.max(0, right - (chosen.length - right)) / keys.length;
}

/** Why nothing was taken, or what the author says of each wrong option that was chosen. */
export function multipleRemark(
	{ options: chosen }: MultipleResponse,
	{ options, keys }: MultipleItem
): Remark | undefined {
	if (Array.isArray(chosen) && chosen.length === 0) {
		return { is: 'ask-again', again: { why: 'none-chosen' } };
	}
	if (!areChosen(chosen, options)) return undefined;
	const [first, ...also] = options.flatMap(({ id, text, why }) =>
		why !== undefined && chosen.includes(id) && !keys.includes(id) ? [{ answer: text, why }] : []
	);
	return first && { is: 'why-not', ...first, also };
}
