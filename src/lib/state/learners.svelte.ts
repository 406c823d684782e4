import { troubleOf, type StorageTrouble } from '$lib/core/storage-failure';
import type { Learner } from './learner.svelte';
import { saveAll } from './save-all';

/** What adding and naming need of the world. */
export interface LearnersPorts {
	/** Makes another learner of this device, who then is the one of now. */
	add(name: string): Promise<unknown>;
	rename(learner: string, name: string): Promise<void>;
	/** The list of those who learn here is another one. */
	changed(): Promise<void>;
}

export type LearnersDeed = 'adding' | 'renaming';

/** What is going on, and how it ended. */
export type LearnersStage =
	| { readonly is: 'idle' }
	| { readonly is: 'busy'; readonly with: LearnersDeed }
	| { readonly is: 'added'; readonly name: string }
	| { readonly is: 'failed'; readonly with: LearnersDeed; readonly trouble: StorageTrouble };

/** Who learns on this device: adding one, and names. Names are read by `readName` beforehand. */
export class Learners {
	readonly #learner: Learner;
	readonly #ports: LearnersPorts;
	stage: LearnersStage = $state.raw({ is: 'idle' });
	#last: Promise<void> = Promise.resolve();

	constructor(learner: Learner, ports: LearnersPorts) {
		this.#learner = learner;
		this.#ports = ports;
	}

	/** One after the other: a name is kept even if it is followed at once. No one is added twice. */
	#run(deed: LearnersDeed, work: () => Promise<LearnersStage>): Promise<void> {
		if (this.stage.is !== 'busy' || this.stage.with !== 'adding') {
			this.stage = { is: 'busy', with: deed };
			this.#last = this.#last.then(() => this.#do(deed, work));
		}
		return this.#last;
	}

	async #do(deed: LearnersDeed, work: () => Promise<LearnersStage>): Promise<void> {
		this.stage = { is: 'busy', with: deed };
		try {
			const stage = await work();
			await this.#ports.changed();
			this.stage = stage;
		} catch (error) {
			this.stage = { is: 'failed', with: deed, trouble: troubleOf(error) };
		}
	}

	/** Adds a learner and goes on as them; what the one of now did is saved first. */
	add(name: string): Promise<void> {
		return this.#run('adding', async () => {
			await saveAll(this.#learner);
			await this.#learner.handOver(async () => void (await this.#ports.add(name)));
			return { is: 'added', name };
		});
	}

	/** Gives the learner of now another name; the log knows nothing of names. */
	rename(name: string): Promise<void> {
		const { record } = this.#learner;
		return this.#run('renaming', async () => {
			if (!record) return { is: 'failed', with: 'renaming', trouble: 'unavailable' };
			await this.#ports.rename(record.id, name);
			// A backup that is made now bears the new name.
			if (this.#learner.record?.id === record.id) {
				this.#learner.record = { ...this.#learner.record, name };
			}
			return { is: 'idle' };
		});
	}

	/** Puts away what was said. */
	dismiss(): void {
		if (this.stage.is !== 'busy') this.stage = { is: 'idle' };
	}
}
