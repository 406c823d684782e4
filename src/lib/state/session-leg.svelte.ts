import {
	progressTo,
	started,
	STOPPED,
	stopped,
	timeOn,
	type LengthProgress,
	type SessionLength,
	type Stopwatch
} from '$lib/core/scheduling/session-length';
import type { StudyClock } from './study-clock';

/** The stretch of a sitting from its beginning, or from going on, to the length that was chosen. */
export class SessionLeg {
	readonly #clock: StudyClock;
	/** What is chosen now; undefined for no end. */
	readonly #length: () => SessionLength | undefined;
	#watch: Stopwatch = STOPPED;
	/** Answers of the sitting before it. */
	#before = 0;

	constructor(clock: StudyClock, length: () => SessionLength | undefined) {
		this.#clock = clock;
		this.#length = length;
	}

	/** Begins anew. @param answers of the sitting up to now */
	begin(answers: number): void {
		this.#before = answers;
		const runs = this.#watch.since !== undefined;
		this.#watch = runs ? started(STOPPED, this.#clock.elapsed()) : STOPPED;
	}

	/** The time goes on: the session is on the screen. */
	resume(): void {
		this.#watch = started(this.#watch, this.#clock.elapsed());
	}

	/** The time stands still: the session is not on the screen. */
	pause(): void {
		this.#watch = stopped(this.#watch, this.#clock.elapsed());
	}

	/** How far it has come; undefined without an end. @param answers of the sitting up to now */
	progress(answers: number): LengthProgress | undefined {
		const length = this.#length();
		const spent = timeOn(this.#watch, this.#clock.elapsed());
		return length && progressTo(length, answers - this.#before, spent);
	}
}
