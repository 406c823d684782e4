/** A point of a gesture, in CSS pixels, with its moment in milliseconds. */
export interface TouchPoint {
	readonly x: number;
	readonly y: number;
	readonly at: number;
}

/** A movement below this is a finger that rests, in pixels. */
const REST = 10;
/** A swipe goes at least this far, in pixels. */
const FAR = 72;
/** A quick one need not go as far, in pixels and pixels a millisecond. */
const NEAR = 36;
const QUICK = 0.5;
/** How much further than across it a swipe goes along its way. */
const STRAIGHT = 1.5;
/** A tap is at most this long, in milliseconds: longer ones select text. */
const TAP_MS = 400;

/** What a finger that is down is about to do. */
export type Course = 'resting' | 'swiping' | 'scrolling';

/** What a movement is so far. One that begins to scroll scrolls to its end. */
export function courseOf(from: TouchPoint, to: TouchPoint): Course {
	const [across, along] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
	if (Math.max(across, along) < REST) return 'resting';
	return across > along * STRAIGHT ? 'swiping' : 'scrolling';
}

export type Swipe = 'left' | 'right' | 'up';

function isFar(way: number, across: number, ms: number): boolean {
	if (way < across * STRAIGHT) return false;
	return way >= FAR || (way >= NEAR && way / Math.max(1, ms) >= QUICK);
}

/** The direction of a finished movement: far, or quick, and straight; else undefined. */
export function swipeOf(from: TouchPoint, to: TouchPoint): Swipe | undefined {
	const [dx, dy, ms] = [to.x - from.x, to.y - from.y, to.at - from.at];
	if (isFar(Math.abs(dx), Math.abs(dy), ms)) return dx < 0 ? 'left' : 'right';
	return isFar(-dy, Math.abs(dx), ms) ? 'up' : undefined;
}

/** Whether a finished movement was a short tap in one place. */
export const isTap = (from: TouchPoint, to: TouchPoint): boolean =>
	courseOf(from, to) === 'resting' && to.at - from.at <= TAP_MS;

/** The half of an area that a point is in. @param left edge of the area. @param width of it */
export const halfOf = (x: number, left: number, width: number): 'left' | 'right' =>
	x < left + width / 2 ? 'left' : 'right';

/** How far what is swiped follows the finger, in pixels: ever less, and never off the page. */
export const followed = (dx: number): number => (dx * FAR) / (FAR + Math.abs(dx));
