import { typedRemark, typedScore, type Remark } from '../../remark';
import type { Score } from '../../response';
import { judgeTyped } from '../../typed-answer';
import type { ClozeItem, ClozeResponse } from './cloze';

/** As a typed answer; what was put into a gap that is not there is invalid. */
export function scoreCloze({ gap, text }: ClozeResponse, { gaps }: ClozeItem): Score {
	const asked = gaps.find(({ id }) => id === gap);
	return asked ? typedScore(judgeTyped(text, asked)) : 'invalid';
}

export function clozeRemark({ gap, text }: ClozeResponse, { gaps }: ClozeItem): Remark | undefined {
	const asked = gaps.find(({ id }) => id === gap);
	return asked && typedRemark(text, judgeTyped(text, asked));
}
