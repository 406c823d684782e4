import { controlDraft, undoDraft, type Control } from '$lib/core/log/control';
import type { Learner } from './learner.svelte';

/** A control that was done here and can be taken back. */
interface Controlled {
	readonly control: Control;
	readonly batch: string;
}

/** What is done with items besides answering, outside a session; taken back latest first. */
export class ItemControls {
	readonly #learner: Learner;
	#done: readonly Controlled[] = $state.raw([]);

	constructor(learner: Learner) {
		this.#learner = learner;
	}

	/** What can be taken back next. */
	get last(): Control | undefined {
		return this.#done.at(-1)?.control;
	}

	do(control: Control): void {
		const batch = this.#learner.token();
		this.#done = [...this.#done, { control, batch }];
		void this.#learner.act(batch, [controlDraft(control, { ...this.#learner.moment(), batch })]);
	}

	undo(): void {
		const last = this.#done.at(-1);
		if (!last) return;
		this.#done = this.#done.slice(0, -1);
		const batch = this.#learner.token();
		void this.#learner.act(batch, [undoDraft(last.batch, { ...this.#learner.moment(), batch })]);
	}
}
