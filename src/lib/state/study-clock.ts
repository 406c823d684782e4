import { isRightAgain, type ClockCorrection } from '$lib/core/log/clock-trouble';
import type { Clock } from '$lib/core/ports';
import { studyDay } from '$lib/core/study-day';

const DAY_MS = 86_400_000;

/** The moment of an entry, in all the forms an entry carries. */
export interface Moment {
	/** UTC milliseconds. */
	readonly at: number;
	/** Minutes east of UTC in force. */
	readonly offset: number;
	/** Study day. */
	readonly day: number;
}

/** The device's clock, corrected as the learner has said until it is right by itself. */
export class StudyClock {
	readonly #clock: Clock;
	readonly #correction: () => ClockCorrection | undefined;

	/** @param correction what the learner has said of this clock */
	constructor(clock: Clock, correction: () => ClockCorrection | undefined = () => undefined) {
		this.#clock = clock;
		this.#correction = correction;
	}

	/** UTC milliseconds, corrected. */
	now(): number {
		return this.moment(0).at;
	}

	/** Milliseconds that only ever grow, for durations. */
	elapsed(): number {
		return this.#clock.elapsed();
	}

	/** @param rolloverHour hour at which a study day begins, 0..23 */
	moment(rolloverHour: number): Moment {
		const at = this.#clock.now();
		const offset = this.#clock.offset(at);
		const day = studyDay(at, offset, rolloverHour);
		const correction = this.#correction();
		if (!correction || isRightAgain(correction, day)) return { at, offset, day };
		return { at: at + correction.days * DAY_MS, offset, day: day + correction.days };
	}
}
