import { default_w, FSRSAlgorithm, S_MAX, S_MIN } from 'ts-fsrs';
import type { Rating } from './rating';

/** What FSRS keeps of a card. */
export interface Memory {
	/** Days until recall is 90 % likely. */
	readonly stability: number;
	/** 1 (easy) to 10 (hard). */
	readonly difficulty: number;
}

/** The part of a scheduler the fold needs. */
export interface MemoryModel {
	/**
	 * @param memory undefined for a new card
	 * @param elapsedDays whole study days since the last counting review, 0 or more
	 */
	next(memory: Memory | undefined, elapsedDays: number, rating: Rating): Memory;
}

export interface Scheduler extends MemoryModel {
	/** Whole days until recall falls to the desired retention, 1 or more. */
	interval(memory: Memory): number;
	/** Probability of recall after some days, 0..1. Differs in the last digits between engines. */
	retrievability(memory: Memory, elapsedDays: number): number;
}

export interface SchedulerOptions {
	/** 21 numbers of FSRS-6. */
	readonly parameters?: readonly number[];
	/** 0.70..0.99 */
	readonly desiredRetention?: number;
	/** Days. */
	readonly maximumInterval?: number;
	/** Whether a second review on the same day uses the same-day formula. */
	readonly shortTerm?: boolean;
}

/** Named in every review, so that a later reader knows what decided. */
export const SCHEDULER_NAME = 'fsrs-6';

/** Default parameters of FSRS-6. */
export const DEFAULT_PARAMETERS: readonly number[] = default_w;

export const DEFAULT_RETENTION = 0.9;

const SAME_DAY_EXPONENT = 19;

/**
 * FSRS-6 as published. ts-fsrs 5.4 differs in two places that its own subclass mends: it raises
 * an initial stability below 0.1 (the reference allows 0.001), and w19 = 0, the value older
 * parameters migrate to, to 0.01.
 */
class Fsrs6 extends FSRSAlgorithm {
	override init_stability(rating: number): number {
		return Math.min(S_MAX, Math.max(S_MIN, this.parameters.w[rating - 1] ?? S_MIN));
	}
}

/** The one way to FSRS: days, steps and fuzz are ours, the three formulae are the library's. */
export function createScheduler(options: SchedulerOptions = {}): Scheduler {
	const parameters = options.parameters ?? DEFAULT_PARAMETERS;
	const fsrs = new Fsrs6({
		w: [...parameters],
		request_retention: options.desiredRetention ?? DEFAULT_RETENTION,
		maximum_interval: options.maximumInterval ?? S_MAX,
		enable_short_term: options.shortTerm ?? true,
		enable_fuzz: false,
		// More than one relearning step would make the library clip w17 and w18; steps are ours.
		relearning_steps: []
	});
	const w = fsrs.parameters.w as number[];
	if (parameters[SAME_DAY_EXPONENT] === 0) w[SAME_DAY_EXPONENT] = 0;
	return {
		next: (memory, elapsedDays, rating) =>
			fsrs.next_state(memory ? { ...memory } : null, elapsedDays, rating),
		interval: (memory) => fsrs.next_interval(memory.stability, 0),
		retrievability: (memory, elapsedDays) => fsrs.forgetting_curve(elapsedDays, memory.stability)
	};
}

/**
 * The memory model under the parameters in force, which alone it follows: the wanted retention
 * decides intervals only.
 */
export const memoryModel = (parameters: readonly number[] | undefined): MemoryModel =>
	createScheduler(parameters ? { parameters } : {});

/**
 * Parameters of older versions in the form of FSRS-6.
 *
 * @throws RangeError unless there are 17, 19 or 21 finite numbers
 */
export function migrateParameters(parameters: readonly number[]): readonly number[] {
	if (!parameters.every(Number.isFinite)) throw new RangeError('parameters must be finite numbers');
	if (parameters.length === 21) return parameters;
	if (parameters.length === 19) return [...parameters, 0, FIXED_DECAY];
	if (parameters.length !== 17) throw new RangeError('expected 17, 19 or 21 parameters');
	const [w4, w5, w6] = [parameters[4] ?? 0, parameters[5] ?? 0, parameters[6] ?? 0];
	const out = [...parameters, 0, 0, 0, FIXED_DECAY];
	out[4] = w5 * 2 + w4;
	out[5] = Math.log(3 * w5 + 1) / 3;
	out[6] = w6 + 0.5;
	return out;
}

/** The decay all versions before FSRS-6 had. */
const FIXED_DECAY = 0.5;
