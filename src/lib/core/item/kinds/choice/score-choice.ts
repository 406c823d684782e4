import type { Score } from '../../response';
import type { ChoiceItem, ChoiceResponse } from './choice';

/** 1 for the key, 0 for another option of the item, invalid for an option it does not have. */
export function scoreChoice(response: ChoiceResponse, item: ChoiceItem): Score {
	if (response.option === item.key) return 1;
	return item.options.some((option) => option.id === response.option) ? 0 : 'invalid';
}
