/** Longest time one look at a question may claim where nothing hangs on it, in milliseconds. */
const MAX_LOOK_MS = 10 * 60_000;

/**
 * The time that is spent on the questions of an attempt and stands in no answer yet; in
 * milliseconds of a clock that only grows, so that no change of the date makes it less than none.
 */
export class QuizTime {
	readonly #elapsed: () => number;
	readonly #spent = new Map<string, number>();
	#item: string | undefined;
	#since = 0;

	/** @param elapsed milliseconds that only ever grow */
	constructor(elapsed: () => number) {
		this.#elapsed = elapsed;
	}

	/** An item is looked at from now on, and no other. */
	start(item: string, isLimited: boolean): void {
		this.stop(isLimited);
		this.#item = item;
		this.#since = this.#elapsed();
	}

	get #look(): number {
		return this.#item === undefined ? 0 : Math.max(0, this.#elapsed() - this.#since);
	}

	/** @param isLimited whether all of it counts: without a limit a phone may have been put away */
	stop(isLimited: boolean): void {
		if (this.#item === undefined) return;
		const look = isLimited ? this.#look : Math.min(MAX_LOOK_MS, this.#look);
		this.#spent.set(this.#item, (this.#spent.get(this.#item) ?? 0) + look);
		this.#item = undefined;
	}

	/** Time spent on an item while it was looked at, whole milliseconds. */
	spentOn(item: string): number {
		return Math.round(this.#spent.get(item) ?? 0);
	}

	/** It stands in an answer now. */
	settle(item: string): void {
		this.#spent.delete(item);
	}

	/** All time that stands in no answer, up to now. */
	get open(): number {
		return [...this.#spent.values()].reduce((sum, each) => sum + each, this.#look);
	}
}
