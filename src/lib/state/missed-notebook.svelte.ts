import { filterMissed, needsLog, type NotebookFilter } from '$lib/core/notebook/notebook-filter';
import { isTold, missedItems, type MissedItem } from '$lib/core/notebook/missed-items';
import { notebookOf, type Notebook } from '$lib/core/notebook/notebook';
import type { Learner } from './learner.svelte';
import type { Library } from './library.svelte';
import { readValues } from './read-history';

/**
 * The notebook of what was missed. What is in it comes from the fold at once; what the log tells of
 * it is read once, and again only when something was missed since.
 */
export class MissedNotebook {
	readonly #learner: Learner;
	readonly #library: Library;
	/** What the log tells; undefined until it has been read. */
	told: Notebook | undefined = $state.raw();
	/** Whether the log could not be read. */
	failed = $state(false);

	constructor(learner: Learner, library: Library) {
		this.#learner = learner;
		this.#library = library;
	}

	/** Last missed first. */
	readonly items: readonly MissedItem[] = $derived.by(() =>
		missedItems(this.#learner.fold, this.#library.cards)
	);

	/** Changes whenever something is missed, worked off or taken out. */
	readonly signature: string = $derived(
		this.items
			.flatMap(({ cards }) => cards)
			.map(({ card, missed: { times, lastAt } }) => `${card} ${times} ${lastAt}`)
			.join('\n')
	);

	/** Whether something is in the notebook that the log was not read for. */
	get isBehind(): boolean {
		return this.items.some(({ cards }) => cards.some((card) => !isTold(this.told, card)));
	}

	/** Reads what the log tells of what is missed now. Never rejects; `failed` says so. */
	async read(): Promise<void> {
		const cards = new Set(this.items.flatMap((item) => item.cards.map(({ card }) => card)));
		try {
			this.told = notebookOf(await readValues(this.#learner), cards);
			this.failed = false;
		} catch {
			this.failed = true;
		}
	}

	/** The items a filter lets through; undefined while only the log could tell. */
	shown(filter: NotebookFilter): readonly MissedItem[] | undefined {
		if (needsLog(filter) && !this.told) return undefined;
		const { day } = this.#learner.moment();
		return filterMissed(this.items, { filter, day, notebook: this.told });
	}
}
