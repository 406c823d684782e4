import { checkLog, type LogReport } from '$lib/core/log/check-log';
import { foldLog } from '$lib/core/log/fold-log';
import { stateText } from '$lib/core/log/state-text';
import { memoryModel } from '$lib/core/scheduling/scheduler';
import { StorageFailure, troubleOf, type StorageTrouble } from '$lib/core/storage-failure';
import type { Learner } from './learner.svelte';

/** What a check of the whole log has found. */
export interface LogFindings {
	readonly report: LogReport;
	/** Whether what the app shows is what the log comes to when folded from nothing. */
	readonly agrees: boolean;
	/** Equal on two devices that hold the same answers; undefined where nothing can be hashed. */
	readonly fingerprint: string | undefined;
	/** Values that lie aside, out of the log. */
	readonly aside: number;
}

export type LogCheckStage =
	| { readonly is: 'idle' }
	| { readonly is: 'busy' }
	| { readonly is: 'done'; readonly findings: LogFindings }
	| { readonly is: 'failed'; readonly trouble: StorageTrouble };

/** Digits of a hash that a person may be asked to compare. */
const FINGERPRINT_DIGITS = 16;

/** Checks the learner's whole log. Its repairs only add or set aside. */
export class LogCheck {
	readonly #learner: Learner;
	readonly #hash: (texts: Iterable<string>) => Promise<string | undefined>;
	stage: LogCheckStage = $state.raw({ is: 'idle' });

	constructor(learner: Learner, hash: (texts: Iterable<string>) => Promise<string | undefined>) {
		this.#learner = learner;
		this.#hash = hash;
	}

	/** Puts away what was found. */
	dismiss(): void {
		this.stage = { is: 'idle' };
	}

	async #run(work: () => Promise<void>): Promise<void> {
		if (this.stage.is === 'busy') return;
		this.stage = { is: 'busy' };
		try {
			await work();
			this.stage = { is: 'done', findings: await this.#look() };
		} catch (error) {
			const trouble = troubleOf(error);
			this.stage = { is: 'failed', trouble };
		}
	}

	async #look(): Promise<LogFindings> {
		await this.#learner.retry();
		const { store, unsaved, trouble } = this.#learner;
		if (!store || unsaved) throw new StorageFailure(trouble ?? 'lost', 'the log is not whole');
		const values = await store.readAll();
		const folded = foldLog(values, memoryModel);
		const hash = await this.#hash(stateText(folded));
		return {
			report: checkLog(values),
			agrees: isSameText(stateText(folded), stateText(this.#learner.fold)),
			fingerprint: hash?.slice(0, FINGERPRINT_DIGITS),
			aside: await store.countAside()
		};
	}

	check(): Promise<void> {
		return this.#run(() => Promise.resolve());
	}

	/** Sets aside the records that are no entries. */
	setUnreadableAside(): Promise<void> {
		return this.#run(async () => {
			await this.#learner.store?.setUnreadableAside(this.#learner.moment().at);
			await this.#learner.renew();
		});
	}

	/** Throws the snapshot away and folds everything again. */
	foldAgain(): Promise<void> {
		return this.#run(async () => {
			await this.#learner.store?.dropSnapshot();
			await this.#learner.renew();
		});
	}
}

/** Without a hash, which plain http has none of. */
function isSameText(one: Iterable<string>, other: Iterable<string>): boolean {
	const others = other[Symbol.iterator]();
	for (const text of one) if (others.next().value !== text) return false;
	return others.next().done === true;
}
