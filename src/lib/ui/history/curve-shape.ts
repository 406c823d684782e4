import type { ForgettingCurve } from '$lib/core/statistics/forgetting-curve';

/** How near each other two labels at the side may stand, in hundredths of the height. */
const NEAR = 14;

export interface CurveDot {
	/** Path of a point without length: its round ends are the dot, whatever the picture's shape. */
	readonly path: string;
	readonly wrong: boolean;
}

/** A line across with its label. */
export interface CurveTick {
	/** 0..1 */
	readonly share: number;
	/** Hundredths of the height, from above. */
	readonly top: number;
}

/** A forgetting curve in a picture of 100 by 100, stretched to whatever room there is. */
export interface CurveShape {
	/** What has been, up to today. */
	readonly past: string;
	/** What is to be expected. */
	readonly ahead: string;
	readonly dots: readonly CurveDot[];
	readonly ticks: readonly CurveTick[];
	/** Of the wanted retention, from above. */
	readonly wanted: number;
	/** Of today and of the due day, from the left. */
	readonly today: number;
	readonly due: number;
}

const rounded = (value: number) => Math.round(value * 100) / 100;

const pathOf = (points: readonly (readonly [number, number])[]): string =>
	points.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');

/** The lowest share that is drawn, in whole tenths: what matters should not be a line at the top. */
function lowest(shares: readonly number[]): number {
	const least = Math.min(...shares);
	return Math.max(0, Math.floor((least - 0.02) * 10) / 10);
}

/** Labels of the top, the bottom and what is wanted; where two would meet the latter is shown. */
function ticksOf(low: number, wanted: number, y: (share: number) => number): readonly CurveTick[] {
	const ends = [1, low].filter((share) => Math.abs(y(share) - y(wanted)) > NEAR);
	return [...ends, wanted].map((share) => ({ share, top: y(share) }));
}

/** @param retention the chance of recall that is wanted when a card comes back, 0..1 */
export function curveShape(curve: ForgettingCurve, retention: number): CurveShape {
	const { points, reviews, today, due, end } = curve;
	const first = points[0]?.day ?? today.day;
	const low = lowest([retention, ...points.map(({ recall }) => recall)]);
	const x = (day: number) => rounded(((day - first) / (end - first)) * 100);
	const y = (share: number) => rounded(((1 - share) / (1 - low)) * 100);
	const placed = (list: readonly { readonly day: number; readonly recall: number }[]) =>
		pathOf(list.map(({ day, recall }) => [x(day), y(recall)] as const));
	return {
		past: placed([...points.filter(({ day }) => day <= today.day), today]),
		ahead: placed([today, ...points.filter(({ day }) => day > today.day)]),
		dots: reviews.map(({ day, recall, wrong }) => {
			return { path: `M${x(day)} ${y(recall)}h0`, wrong };
		}),
		ticks: ticksOf(low, retention, y),
		wanted: y(retention),
		today: x(today.day),
		due: x(due.day)
	};
}
