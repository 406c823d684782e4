import {
	checkPasted,
	languageOf,
	type CheckedItem,
	type CheckedPaste,
	type CheckPorts
} from '$lib/core/bank/check-pasted';
import {
	allOwnBanks,
	newestOwnBanks,
	OWN_BANK,
	PASTED_TOPIC as TOPIC,
	writeOwnBank,
	type OwnBank
} from '$lib/core/bank/own-bank';
import { MAX_PASTED_LENGTH, type AskAs, type ReadBlock } from '$lib/core/bank/pasted';
import { itemText } from '$lib/core/item/item-text';
import { MAX_NAME } from '$lib/core/learner-name';
import { troubleOf, type StorageTrouble } from '$lib/core/storage-failure';
import { comparable } from '$lib/core/text';
import type { Learner } from './learner.svelte';
import { saveAll } from './save-all';

/** Bits of a bank's id. */
const BANK_BITS = 40;

/** Characters that a number at the end of a title takes, with its space. */
const MOST_NUMBER = 5;

export interface PastingPorts extends CheckPorts {
	/** Reads a text by the format that it looks like. */
	read(text: string, ask: AskAs): Promise<readonly ReadBlock[]>;
	isColumns(text: string): boolean;
	/** Numbers of the rules of item writing that an item breaks, loaded when first asked for. */
	rulesBrokenBy(
		items: readonly CheckedItem[],
		lang: string
	): Promise<readonly (readonly number[])[]>;
}

/** What a text comes to. */
export interface Preview extends CheckedPaste {
	readonly items: readonly CheckedItem[];
	readonly isColumns: boolean;
	/** The text line by line, to quote from. */
	readonly lines: readonly string[];
	/** By line at which an item begins. */
	readonly warnings: ReadonlyMap<number, readonly number[]>;
}

export type PastingStage =
	| { readonly is: 'writing' }
	/** Nothing was read: the text is longer than is looked at. */
	| { readonly is: 'too-much' }
	| { readonly is: 'read'; readonly preview: Preview }
	/** The reader could not be loaded. */
	| { readonly is: 'unread' }
	| { readonly is: 'kept'; readonly bank: string; readonly title: string; readonly count: number }
	| { readonly is: 'failed'; readonly trouble: StorageTrouble };

const linesOf = (text: string) => text.split(/\r\n?|[\n\u0085\u2028\u2029]/);

/** A title as it was typed, numbered where another bank is called so: nobody could tell them apart. */
function ownTitle(title: string, others: readonly OwnBank[]): string {
	const taken = new Set(others.map((bank) => comparable(bank.title)));
	const base = [...title].slice(0, MAX_NAME - MOST_NUMBER).join('');
	let [name, number] = [title, 1];
	while (taken.has(comparable(name))) name = `${base} ${(number += 1)}`;
	return name;
}

/** Questions that are pasted, and the banks they are kept in. */
export class Pasting {
	readonly #learner: Learner;
	readonly #ports: PastingPorts;
	/** Counts the readings: the last one holds. */
	#reading = 0;
	stage: PastingStage = $state.raw({ is: 'writing' });
	busy = $state(false);
	/** What is being written: it outlives the page. */
	text = $state('');
	title = $state('');
	ask: AskAs = $state('cards');
	/** The bank that it is to be added to; undefined for one of its own. */
	intoId: string | undefined = $state();

	constructor(learner: Learner, ports: PastingPorts) {
		this.#learner = learner;
		this.#ports = ports;
	}

	/** Banks that were pasted, by this learner. */
	readonly banks: readonly OwnBank[] = $derived.by(() =>
		newestOwnBanks(allOwnBanks(this.#learner.fold.documents.live.values())).filter(
			({ id, part }) => id.startsWith('own-') && part === undefined
		)
	);

	readonly into: OwnBank | undefined = $derived(this.banks.find(({ id }) => id === this.intoId));

	/** Reads what is in the box. */
	async read(): Promise<void> {
		const reading = (this.#reading += 1);
		const stage = await this.#look();
		if (reading === this.#reading) this.stage = stage;
	}

	/** Shows what came of it, whatever is being read. */
	#settle(stage: PastingStage): void {
		this.#reading += 1;
		this.stage = stage;
	}

	#look = (): Promise<PastingStage> => this.#readBox().catch(() => ({ is: 'unread' }) as const);

	async #readBox(): Promise<PastingStage> {
		const { text, ask, into } = this;
		if (text.trim() === '') return { is: 'writing' };
		if (text.length > MAX_PASTED_LENGTH) return { is: 'too-much' };
		const read = await this.#ports.read(text, ask);
		const known = new Set(into?.items.map(({ revision }) => revision));
		const checked = checkPasted(read, known, this.#ports);
		const items = checked.blocks.filter((block) => block.is === 'item');
		const lang = into?.lang ?? languageOf(items.map(({ item }) => itemText(item)));
		const broken = await this.#ports.rulesBrokenBy(items, lang);
		const warnings = new Map(items.map(({ fromLine }, at) => [fromLine, broken[at] ?? []]));
		const isColumns = this.#ports.isColumns(text);
		return {
			is: 'read',
			preview: { ...checked, items, isColumns, lines: linesOf(text), warnings }
		};
	}

	/** Keeps the questions that were read, in a bank of their own or in one that is there. */
	async keep(typed: string): Promise<void> {
		// What is shown may be a moment behind what was typed or chosen.
		const read = await this.#look();
		this.#settle(read);
		if (read.is !== 'read' || read.preview.items.length === 0) return;
		const { items } = read.preview;
		const title = ownTitle(typed, this.banks);
		const added = items.map(({ item, revision }) => ({ topic: TOPIC, revision, item }));
		const base = this.into ?? {
			id: `own-${this.#ports.ids.id(BANK_BITS)}`,
			lang: languageOf(items.map(({ item }) => itemText(item))),
			...{ title, topics: [{ id: TOPIC, title }], items: [] }
		};
		const bank = { ...base, items: [...base.items, ...added] };
		await this.#do(async () => {
			await this.#write(bank);
			this.#settle({ is: 'kept', bank: bank.id, title: bank.title, count: items.length });
			this.text = this.title = '';
			this.intoId = undefined;
		});
	}

	rename(bank: OwnBank, typed: string): Promise<void> {
		const others = this.banks.filter(({ id }) => id !== bank.id);
		const title = ownTitle(typed, others);
		const topics = bank.topics.map((topic) => (topic.id === TOPIC ? { ...topic, title } : topic));
		return this.#do(() => this.#write({ ...bank, title, topics }));
	}

	/** Takes a bank away for good, wherever its log is merged; what was answered stays in the log. */
	remove(bank: OwnBank): Promise<void> {
		return this.#do(async () => {
			await saveAll(this.#learner);
			// One that was like an earlier one has hidden it: until none is left.
			for (let ids = this.#entriesOf(bank); ids.length > 0; ids = this.#entriesOf(bank)) {
				const batch = this.#learner.token();
				const isSaved = await this.#learner.act(batch, [
					{ ...this.#learner.moment(), kind: 'erase', batch, ids }
				]);
				if (!isSaved) break;
			}
		});
	}

	#entriesOf({ id }: OwnBank): readonly string[] {
		const { documents } = this.#learner.fold;
		return allOwnBanks(documents.live.values()).flatMap(({ entry, bank }) =>
			bank.id === id ? [entry.id] : []
		);
	}

	async #write(bank: OwnBank): Promise<void> {
		const text = writeOwnBank(bank);
		const hash = this.#ports.digest(text);
		const batch = this.#learner.token();
		const saved = this.#learner.act(batch, [
			{ ...this.#learner.moment(), kind: 'document', batch, type: OWN_BANK, hash, text }
		]);
		// It shows at once; that it could not be saved is said by the page.
		await this.#learner.shelve();
		await saved;
	}

	async #do(work: () => Promise<void>): Promise<void> {
		if (this.busy) return;
		this.busy = true;
		try {
			await work();
		} catch (error) {
			this.stage = { is: 'failed', trouble: troubleOf(error) };
		}
		this.busy = false;
	}
}
