import { typedRemark, typedScore, type Remark } from '../../remark';
import type { Score } from '../../response';
import { judgeTyped } from '../../typed-answer';
import type { TextItem, TextResponse } from './text';

/** 1 for the key, a variant or a slip in one of them, else 0. */
export const scoreText = ({ text }: TextResponse, item: TextItem): Score =>
	typedScore(judgeTyped(text, item));

export const textRemark = ({ text }: TextResponse, item: TextItem): Remark | undefined =>
	typedRemark(text, judgeTyped(text, item));
