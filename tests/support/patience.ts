/**
 * Time-outs that come when something hangs, and at no other time: a busy machine is no fault, and
 * nobody has to wait. A run is known by the length of its time-outs, which no other has.
 */
const FIRST_LENGTH = 1_000_000_000;

class Wait {
	constructor(
		readonly late: () => void,
		readonly patience: Patience
	) {}
}

const all = new Map<unknown, Patience>();

export class Patience {
	readonly #waits = new Set<Wait>();
	readonly #length = FIRST_LENGTH + all.size;

	constructor() {
		all.set(this.#length, this);
	}

	get timeouts() {
		return { open: this.#length, commit: this.#length, bulk: this.#length };
	}

	wait(late: () => void): Wait {
		const wait = new Wait(late, this);
		this.#waits.add(wait);
		return wait;
	}

	end(wait: Wait): void {
		this.#waits.delete(wait);
	}

	/** Something hangs: whoever waits now, or is about to, has waited long enough. */
	readonly runOut = (turns = 3): void => {
		if (turns > 0) return void setImmediate(() => this.runOut(turns - 1));
		for (const wait of this.#waits) {
			this.#waits.delete(wait);
			wait.late();
		}
	};
}

/** Timers that know of patience; to be put in place of the global ones. */
export function patientTimers() {
	const { setTimeout, clearTimeout } = globalThis;
	return {
		setTimeout: (late: () => void, length?: number, ...given: unknown[]) =>
			all.get(length)?.wait(late) ?? setTimeout(late, length, ...given),
		clearTimeout: (timer: unknown) =>
			timer instanceof Wait ? timer.patience.end(timer) : clearTimeout(timer as number)
	};
}
