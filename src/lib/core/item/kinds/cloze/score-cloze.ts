import { typedRemark, typedScore, type Remark } from '../../remark';
import type { Score } from '../../response';
import { judgeTyped } from '../../typed-answer';
import { GAP, type ClozeItem, type ClozeResponse } from './cloze';

/** As a typed answer; what was put into a gap that is not there is invalid. */
export const scoreCloze = ({ gap, text }: ClozeResponse, item: ClozeItem): Score =>
	gap === GAP ? typedScore(judgeTyped(text, item)) : 'invalid';

export const clozeRemark = ({ text }: ClozeResponse, item: ClozeItem): Remark | undefined =>
	typedRemark(text, judgeTyped(text, item));
