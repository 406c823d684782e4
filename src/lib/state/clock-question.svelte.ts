import {
	clockTrouble,
	correctionOf,
	lastAnswer,
	redateOf,
	type ClockCorrection,
	type ClockTrouble,
	type Dated
} from '$lib/core/log/clock-trouble';
import type { Learner } from './learner.svelte';
import type { Moment } from './study-clock';

const MINUTE_MS = 60_000;

/** The two dates as a calendar at either place would have them: UTC milliseconds of local time. */
interface ClockDates {
	readonly now: number;
	readonly last: number;
}

/**
 * Asks which is right when the clock and the last answers disagree. Until it is answered, study
 * goes on and nothing is lost.
 */
export class ClockQuestion {
	readonly #learner: Learner;
	readonly #keep: (correction: ClockCorrection) => Promise<void>;
	/** The answer was put off until the next start. */
	#later = false;
	/** What is to be asked, if anything. */
	trouble: ClockTrouble | undefined = $state.raw();

	/** @param keep keeps a correction of the device's clock */
	constructor(learner: Learner, keep: (correction: ClockCorrection) => Promise<void>) {
		this.#learner = learner;
		this.#keep = keep;
	}

	/** Compares the clock with the last answers, once the log and the correction are known. */
	look(): void {
		this.trouble = this.#later ? undefined : troubleOf(this.#last, this.#learner.moment());
	}

	/** An answer given under a clock that is ahead must not take the question away. */
	get #last(): Dated | undefined {
		return this.trouble?.is === 'ahead' ? this.trouble.last : lastAnswer(this.#learner.fold);
	}

	get dates(): ClockDates | undefined {
		if (!this.trouble) return undefined;
		const { at, offset } = this.#learner.moment();
		const { last } = this.trouble;
		const lastOffset = 'offset' in last ? Number(last.offset) : offset;
		return { now: at + offset * MINUTE_MS, last: last.at + lastOffset * MINUTE_MS };
	}

	/** The device is right: answers dated after today are moved to today. */
	async deviceIsRight(): Promise<void> {
		const { trouble } = this;
		this.later();
		if (trouble?.is === 'behind') await this.#redate();
	}

	/**
	 * The answers are right: the clock is corrected until it comes to a day that can be. Those
	 * given since it was asked are moved to the day that it then is.
	 */
	async answersAreRight(): Promise<void> {
		const { trouble } = this;
		if (!trouble) return;
		this.trouble = undefined;
		await this.#keep(correctionOf({ ...trouble, now: this.#learner.moment() }));
		await this.#redate();
	}

	async #redate(): Promise<void> {
		const moment = this.#learner.moment();
		const redate = redateOf(this.#learner.fold, moment.day);
		if (!redate) return;
		const batch = this.#learner.token();
		await this.#learner.act(batch, [{ ...moment, kind: 'redate', batch, ...redate }]);
	}

	later(): void {
		this.#later = true;
		this.trouble = undefined;
	}
}

/** Who flies east over the date line has an earlier day, by a clock that went on all the same. */
function troubleOf(last: Dated | undefined, now: Moment): ClockTrouble | undefined {
	const trouble = clockTrouble(last, now);
	return trouble?.is === 'behind' && now.at >= trouble.last.at ? undefined : trouble;
}
