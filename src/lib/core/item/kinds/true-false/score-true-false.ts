import type { Score } from '../../response';
import type { TrueFalseItem, TrueFalseResponse } from './true-false';

/** 1 when the statement was judged rightly, else 0. */
export function scoreTrueFalse({ answer }: TrueFalseResponse, item: TrueFalseItem): Score {
	if (typeof answer !== 'boolean') return 'invalid';
	return answer === item.key ? 1 : 0;
}
