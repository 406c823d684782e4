import { AGAIN, EASY, GOOD, HARD, type Rating } from './rating';

/** Delays of the learning steps, in seconds. */
export type Steps = readonly number[];

export const LEARNING_STEPS: Steps = [60, 600];
export const RELEARNING_STEPS: Steps = [600];

/** Steps a list may have. */
export const MAX_STEPS = 10;
/** Longest step, in seconds: what takes longer than a day is not a step but an interval. */
export const MAX_STEP = 86_400;

/** Whether a value can be steps: a list of whole seconds, each up to a day; none is a list too. */
export const isSteps = (value: unknown): value is Steps =>
	Array.isArray(value) &&
	value.length <= MAX_STEPS &&
	value.every((delay) => Number.isInteger(delay) && delay >= 1 && delay <= MAX_STEP);

/** Where a rating leads within the steps. */
export interface StepDelay {
	/** Seconds. */
	readonly delay: number;
	readonly step: number;
}

const DAY_SECONDS = 86_400;

/** Hard repeats a step; on the first it waits halfway to the second, or half as long again. */
function hardDelay(steps: Steps, step: number): number {
	const current = steps[step] ?? 0;
	if (step > 0) return current;
	const second = steps[1];
	if (second !== undefined) return (current + second) / 2;
	return Math.min(current * 1.5, current + DAY_SECONDS);
}

/** The step a rating leads to, or undefined when the card leaves the steps. Anki's rules. */
export function nextStep(steps: Steps, step: number, rating: Rating): StepDelay | undefined {
	const first = steps[0];
	if (first === undefined || rating === EASY) return undefined;
	const at = Math.min(step, steps.length - 1);
	if (rating === AGAIN) return { delay: first, step: 0 };
	if (rating === HARD) return { delay: hardDelay(steps, at), step: at };
	const good = rating === GOOD ? steps[at + 1] : undefined;
	return good === undefined ? undefined : { delay: good, step: at + 1 };
}
