import { fail, ok, type Result } from '../result';
import { MAX_STEP, MAX_STEPS, type Steps } from './learning-steps';

const MINUTE_S = 60;

/** Longest step that can be written, in minutes. */
const MAX_STEP_MINUTES = MAX_STEP / MINUTE_S;

/** Why a text is no list of steps: a word that is no number of minutes, or too many of them. */
export type StepsFault =
	{ readonly is: 'word'; readonly word: string } | { readonly is: 'too-many' };

/** The unit as the three languages write it: it says nothing that is not known. */
const UNIT = /(\d)\s*(?:min|m|분|分)(?=[\s,、;/]|$)/gi;
const MINUTES = /^\d{1,4}$/;

/** Between numbers: spaces, and commas as any of the keyboards has them. */
const BETWEEN = /[\s,、;/]+/;

function secondsOf(word: string): number | undefined {
	const minutes = MINUTES.test(word) ? Number(word) : 0;
	return minutes >= 1 && minutes <= MAX_STEP_MINUTES ? minutes * MINUTE_S : undefined;
}

/**
 * Reads steps as a learner writes them: whole minutes such as `1 10`, each from 1 to 1440. An
 * empty text is an empty list.
 */
export function parseSteps(text: string): Result<Steps, StepsFault> {
	const words = text.normalize('NFKC').replace(UNIT, '$1').split(BETWEEN).filter(Boolean);
	if (words.length > MAX_STEPS) return fail({ is: 'too-many' });
	const steps: number[] = [];
	for (const word of words) {
		const seconds = secondsOf(word);
		if (seconds === undefined) return fail({ is: 'word', word });
		steps.push(seconds);
	}
	return ok(steps);
}

/** Steps as `parseSteps` reads them back; a step that is no whole minute shows its fraction. */
export const stepsText = (steps: Steps): string =>
	steps.map((delay) => String(Math.round((delay / MINUTE_S) * 100) / 100)).join(' ');
