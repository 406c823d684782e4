import type { Remark } from '../../remark';
import type { Score } from '../../response';
import type { NumberItem, NumberResponse } from './number';
import { readNumber } from './read-number';

/** Points for an answer that is near. */
const NEAR_POINTS = 0.5;

/** Subtracting decimals leaves crumbs: 0.3 − 0.1 is not 0.2. */
const CRUMB = 1e-9;

const isOutside = (value: number, [least, greatest]: NumberItem['range']) =>
	value < least || value > greatest;

/** 1 within the tolerance, half where it is near, else 0; what cannot be meant is invalid. */
export function scoreNumber({ text }: NumberResponse, item: NumberItem): Score {
	const value = readNumber(text, item.unit);
	if (value === undefined || isOutside(value, item.range)) return 'invalid';
	const distance = Math.abs(value - item.key) - CRUMB;
	if (distance <= item.tolerance) return 1;
	return item.near !== undefined && distance <= item.near ? NEAR_POINTS : 0;
}

/** Why a number was not taken. */
export function numberRemark({ text }: NumberResponse, item: NumberItem): Remark | undefined {
	if (text.trim() === '') return { is: 'ask-again', again: { why: 'empty' } };
	const value = readNumber(text, item.unit);
	if (value === undefined) {
		const unit = item.unit === undefined ? {} : { unit: item.unit };
		return { is: 'ask-again', again: { why: 'no-number', ...unit } };
	}
	if (!isOutside(value, item.range)) return undefined;
	return { is: 'ask-again', again: { why: 'out-of-range', range: item.range } };
}
