import { hex, type Bytes } from '$lib/core/assignment/bytes';
import { MAX_SHEETS } from '$lib/core/assignment/caps';
import type { AssignmentCrypto } from '$lib/core/assignment/crypto-port';
import type { Fault } from '$lib/core/assignment/fault';
import { findPayloads, toLink } from '$lib/core/assignment/link';
import { sheetLabel } from '$lib/core/assignment/sheet';
import { fail, ok, type Result } from '$lib/core/result';
import { collectedDraft, collectedSheets, type CollectedSheet } from '$lib/core/taking/collected';
import type { Learner } from '../learner.svelte';
import { waitingDocuments } from '../waiting-documents';

/** What came of looking for sheets. */
export interface Gathered {
	/** Sheets that were not here. */
	readonly added: number;
	/** Sheets that were here already. */
	readonly again: number;
	/** Links that end before they should. */
	readonly cut: number;
	/** Sheets beyond what one phone keeps. */
	readonly left: number;
	/** False where what is new could not be saved: it is not here yet, and may be tried again. */
	readonly isSaved: boolean;
}

/** Keeps sealed sheets for a teacher. It needs no key, and can read none of them. */
export class Collecting {
	readonly #learner: Learner;
	readonly #crypto: AssignmentCrypto;
	readonly #save: (name: string, text: string) => void;

	/** @param save offers a text as a file */
	constructor(
		learner: Learner,
		crypto: AssignmentCrypto,
		save: (name: string, text: string) => void
	) {
		this.#learner = learner;
		this.#crypto = crypto;
		this.#save = save;
	}

	/** What waits to be saved, by hash. */
	readonly #waiting: ReadonlySet<string> = $derived.by(() =>
		waitingDocuments(this.#learner.waiting)
	);
	/** Those that are saved. */
	readonly sheets: readonly CollectedSheet[] = $derived.by(() =>
		collectedSheets(this.#learner.fold).filter(({ id }) => !this.#waiting.has(id))
	);

	/** Keeps what is a sheet among payloads; all in one act. */
	async keep(payloads: readonly Bytes[], cut = 0): Promise<Gathered> {
		const learner = this.#learner;
		const here = new Set(this.sheets.map(({ id }) => id));
		const fresh = new Map<string, Bytes>();
		for (const payload of payloads) {
			const id = hex(await this.#crypto.sha256(payload));
			if (!here.has(id)) fresh.set(id, payload);
		}
		const room = Math.max(0, MAX_SHEETS - here.size);
		const kept = [...fresh].slice(0, room);
		const batch = learner.token();
		const done = { ...learner.moment(), batch };
		const drafts = kept
			.filter(([id]) => !this.#waiting.has(id))
			.map(([id, payload]) => collectedDraft(id, payload, done));
		if (drafts.length > 0) await learner.act(batch, drafts);
		else if (kept.length > 0) await learner.retry();
		const isSaved = kept.every(([id]) => !this.#waiting.has(id));
		const again = payloads.length - fresh.size;
		return { added: kept.length, again, cut, left: fresh.size - kept.length, isSaved };
	}

	/** Keeps one sheet, as a camera or a link brings it. */
	async keepOne(payload: Bytes): Promise<Result<Gathered, Fault>> {
		const label = sheetLabel(payload);
		return label.ok ? ok(await this.keep([payload])) : fail(label.error);
	}

	/** Finds every sheet in a text of any kind: a chat, a mail, a table. */
	async gather(text: string): Promise<Result<Gathered, Fault>> {
		const found = findPayloads(text, 'sheet');
		if (!found.ok) return found;
		const { payloads, cut } = found.value;
		const sheets = payloads.filter((payload) => sheetLabel(payload).ok);
		if (sheets.length === 0) return fail({ is: cut > 0 ? 'cut' : 'foreign' });
		return ok(await this.keep(sheets, cut));
	}

	/** Passes all of them on as one file, a link a line. @param page the address that opens links */
	passOn(page: string): void {
		const text = this.sheets.map(({ payload }) => `${toLink(page, payload)}\n`).join('');
		this.#save('kachi-answers.txt', text);
	}

	/** This phone forgets them for good. @param only those of these ids; all of them if absent */
	async forget(only?: ReadonlySet<string>): Promise<void> {
		const wanted = this.sheets.filter(({ id }) => only?.has(id) ?? true);
		const ids = wanted.map(({ entry }) => entry);
		const batch = this.#learner.token();
		if (ids.length === 0) return;
		await this.#learner.act(batch, [{ ...this.#learner.moment(), batch, kind: 'erase', ids }]);
	}
}
