import { correctionOf, redateOf } from '$lib/core/log/clock-correction';
import {
	clockTrouble,
	lastAnswer,
	type ClockCorrection,
	type ClockTrouble
} from '$lib/core/log/clock-trouble';
import type { Entry } from '$lib/core/log/entry';
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
	/** Of whom it is asked. */
	#of: string | undefined;
	/** The answer was put off until the next start. */
	#later = false;
	/** The last answer when it was asked: one that is given since must not take it away. */
	#last: Entry | undefined;
	/** What is to be asked, if anything. */
	trouble: ClockTrouble | undefined = $state.raw();

	/** @param keep keeps a correction of the device's clock */
	constructor(learner: Learner, keep: (correction: ClockCorrection) => Promise<void>) {
		this.#learner = learner;
		this.#keep = keep;
	}

	/** Compares the clock with the last answers, once the log and the correction are known. */
	look(): void {
		const of = this.#learner.record?.id;
		if (of !== this.#of) {
			this.#of = of;
			this.#later = false;
			this.trouble = undefined;
		}
		if (this.#later) return;
		const now = this.#learner.moment();
		const stays = this.trouble && troubleOf(this.#last, now);
		if (!stays) this.#last = lastAnswer(this.#learner.fold);
		this.trouble = stays ?? troubleOf(this.#last, now);
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
		if (trouble?.is === 'behind') await this.#redate(this.#last?.id);
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

	/** @param last id of the last wrong answer, where it is not the last of all */
	async #redate(last?: string): Promise<void> {
		const moment = this.#learner.moment();
		const redate = redateOf(this.#learner.fold, moment.day, last);
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
function troubleOf(last: Entry | undefined, now: Moment): ClockTrouble | undefined {
	const trouble = clockTrouble(last, now);
	return trouble?.is === 'behind' && now.at >= trouble.last.at ? undefined : trouble;
}
