import { makeAnswers } from '$lib/core/assignment/answers';
import { bytesOfHex, hex, type Bytes } from '$lib/core/assignment/bytes';
import { MAX_SHEETS } from '$lib/core/assignment/caps';
import type { Fault } from '$lib/core/assignment/fault';
import { findPayloads } from '$lib/core/assignment/link';
import { makePractice } from '$lib/core/assignment/practice';
import type { OpenedSheet, SheetTarget } from '$lib/core/assignment/sheet';
import { payloadOf, storedBytes } from '$lib/core/assignment/stored-bytes';
import { answersForClass, classesOf, sentToClass } from '$lib/core/gradebook/answers-for-class';
import type { Right } from '$lib/core/gradebook/changed-key';
import {
	acceptSetting,
	changedKeySetting,
	chosenSetting,
	excuseSetting,
	overrideSetting,
	readDecisions,
	studentSetting
} from '$lib/core/gradebook/decisions';
import { gradebook } from '$lib/core/gradebook/gradebook';
import type { MarkCache } from '$lib/core/gradebook/marking';
import type { Whose } from '$lib/core/gradebook/students';
import type { FrozenAssignment, Gradebook, ReceivedSheet } from '$lib/core/gradebook/table';
import type { CardKey } from '$lib/core/item/card-key';
import type { DocumentEntry, EntryDraft } from '$lib/core/log/entry';
import { fail, ok, type Result } from '$lib/core/result';
import { erasedTraces } from '$lib/core/teaching/erase';
import { RELEASED, SHEET, type SentAssignment } from '$lib/core/teaching/sent';
import { isErased } from './erasing';
import { sheetsElsewhere, type Elsewhere, type Incoming, type Opened } from './incoming-sheets';
import { sheetTargets } from './sheet-targets';
import { openSheets } from './open-sheets';
import type { Teaching } from './teaching.svelte';
import { waitingDocuments } from './waiting-documents';

const releasedKey = (assignment: string): string => `${RELEASED}${assignment}`;

/** The sheets of one quiz set, opened and marked on the teacher's device. */
export class Marking {
	readonly teaching: Teaching;
	readonly set: string;
	readonly #cache: MarkCache = new Map();
	readonly #known = new Map<string, OpenedSheet | undefined>();
	/** Those that are open; grows as they are. */
	#opened: ReadonlyMap<string, OpenedSheet> = $state.raw(new Map());
	/** How much of many sheets has been opened, 0..1; undefined when none are being opened. */
	opening: number | undefined = $state();
	/** The act of the last import, for taking it back. */
	lastImport: string | undefined = $state();

	constructor(teaching: Teaching, set: string) {
		this.teaching = teaching;
		this.set = set;
	}

	readonly assignments: readonly SentAssignment[] = $derived.by(() =>
		[...this.teaching.sentOfSet(this.set)].reverse()
	);
	readonly #entries: readonly DocumentEntry[] = $derived.by(() =>
		[...this.teaching.log.fold.documents.live.values()].filter(({ type }) => type === SHEET)
	);
	readonly decisions = $derived.by(() => readDecisions(this.teaching.log.fold, this.set));
	readonly gradebook: Gradebook = $derived.by(() => {
		const sheets = this.#entries.flatMap((entry): readonly ReceivedSheet[] => {
			const sheet = this.#opened.get(entry.hash);
			return sheet ? [{ sheet, received: entry.at }] : [];
		});
		const { decisions } = this;
		const { settings } = this.teaching.log.fold;
		const assignments = this.assignments.map((sent): FrozenAssignment => {
			const released = settings.live.get(releasedKey(sent.id));
			return typeof released === 'number' ? { ...sent, released } : sent;
		});
		return gradebook({ assignments, sheets, decisions }, this.#cache);
	});

	/** Sheets that are read already, and not saved yet. */
	readonly #waiting: ReadonlySet<string> = $derived.by(() =>
		waitingDocuments(this.teaching.log.waiting)
	);
	readonly #saved = $derived(this.#entries.filter(({ hash }) => !this.#waiting.has(hash)));

	/** The hash inside the seal. */
	#hashOf(id: string): readonly string[] {
		const sheet = this.#opened.get(id);
		return sheet ? [hex(sheet.hash)] : [];
	}

	#openEach(payloads: readonly Bytes[], targets: readonly SheetTarget[]) {
		const tell = (share: number | undefined) => (this.opening = share);
		return openSheets(payloads, targets, this.teaching.ports, tell);
	}

	/** Opens what is kept and not open yet. */
	async open(): Promise<void> {
		const wanted = this.#entries.flatMap((entry) => {
			const payload = this.#known.has(entry.hash) ? undefined : payloadOf(entry);
			return payload ? [{ id: entry.hash, payload }] : [];
		});
		const targets = wanted.length > 0 ? await sheetTargets(this.teaching) : [];
		const payloads = wanted.map(({ payload }) => payload);
		let at = 0;
		for await (const opened of this.#openEach(payloads, targets)) {
			const { id } = wanted[at++] ?? {};
			if (id !== undefined) this.#known.set(id, opened.ok ? opened.value : undefined);
		}
		this.#show();
	}

	#show(): void {
		const opened = [...this.#known].flatMap(([id, sheet]) => (sheet ? [[id, sheet] as const] : []));
		this.#opened = new Map(opened);
	}

	/** Looks at a text of any kind for sheets. Nothing is kept before it is asked for. */
	async preview(text: string): Promise<Result<Incoming, Fault>> {
		const found = findPayloads(text, 'sheet');
		if (!found.ok) return found;
		const { payloads, cut } = found.value;
		if (payloads.length === 0) return fail({ is: cut > 0 ? 'cut' : 'foreign' });
		return ok(await this.previewAll(payloads, cut));
	}

	/** Looks at sheets, each sealed as it came. */
	async previewAll(payloads: readonly Bytes[], cut = 0): Promise<Incoming> {
		const { crypto } = this.teaching.ports;
		const targets = await sheetTargets(this.teaching);
		const here = new Set(this.#saved.map(({ hash }) => hash));
		const known = new Set([...here].flatMap((id) => this.#hashOf(id)));
		const fresh = new Map<string, Opened>();
		const refused = new Map<Fault['is'], { fault: Fault; count: number }>();
		const traces = erasedTraces(this.teaching.log.fold);
		let [again, erased] = [0, 0];
		const wanted: Bytes[] = [];
		for (const payload of payloads.slice(0, MAX_SHEETS)) {
			if (await isErased(payload, traces, crypto)) erased += 1;
			else wanted.push(payload);
		}
		const ids = await Promise.all(wanted.map(async (payload) => hex(await crypto.sha256(payload))));
		let at = 0;
		for await (const opened of this.#openEach(wanted, targets)) {
			const [payload, id] = [wanted[at], ids[at]];
			at += 1;
			if (!payload || id === undefined) continue;
			if (!opened.ok) {
				const before = refused.get(opened.error.is)?.count ?? 0;
				refused.set(opened.error.is, { fault: opened.error, count: before + 1 });
				continue;
			}
			const hash = hex(opened.value.hash);
			// Sealed anew, it is the same sheet all the same.
			if (here.has(id) || known.has(hash) || fresh.has(hash)) again += 1;
			else fresh.set(hash, { id, payload, sheet: opened.value });
		}
		const left = Math.max(0, payloads.length - MAX_SHEETS);
		return { fresh: [...fresh.values()], again, erased, cut, left, refused: [...refused.values()] };
	}

	/**
	 * Keeps what was looked at, as one act.
	 *
	 * @returns whether it is saved; if not, it may be tried again
	 */
	async take({ fresh }: Incoming): Promise<boolean> {
		const { log } = this.teaching;
		const batch = log.token();
		const done = { ...log.moment(), batch };
		for (const { id, sheet } of fresh) this.#known.set(id, sheet);
		const waiting = this.#waiting;
		const drafts = fresh
			.filter(({ id }) => !waiting.has(id))
			.map(({ id, payload }): EntryDraft => ({
				...{ ...done, kind: 'document', type: SHEET, hash: id },
				bytes: storedBytes(payload)
			}));
		this.#show();
		if (drafts.length === 0) await log.retry();
		else {
			this.lastImport = batch;
			await log.act(batch, drafts);
		}
		return fresh.every(({ id }) => !this.#waiting.has(id));
	}

	/** Takes the last import back as a whole. */
	async takeBack(): Promise<void> {
		const { log } = this.teaching;
		const target = this.lastImport;
		if (target === undefined) return;
		this.lastImport = undefined;
		const batch = log.token();
		await log.act(batch, [{ ...log.moment(), kind: 'undo', batch, targets: { batch: target } }]);
	}

	/** Lets go of sheets that were erased. @param ids hashes of the sealed ones */
	forget(ids: readonly string[]): void {
		for (const id of ids) this.#known.delete(id);
		this.#show();
	}

	/** A typed answer is right after all, or is not any more; everyone is marked again. */
	accept(item: CardKey, text: string, isRight: boolean): Promise<boolean> {
		const value = isRight ? { at: this.#at, set: this.set } : null;
		return this.teaching.keep([acceptSetting(item, text), value]);
	}

	/** Something else is right; everyone is marked again. Undefined takes that back. */
	changeKey(item: CardKey, right: Right | undefined): Promise<boolean> {
		const value = right === undefined ? null : { at: this.#at, right };
		return this.teaching.keep([changedKeySetting(item, this.set), value]);
	}

	/** @param places `sheetPlace` or `itemPlace` of each */
	excuse(places: readonly string[], isExcused: boolean): Promise<boolean> {
		const value = isExcused ? { at: this.#at } : null;
		return this.teaching.keep(...places.map((place) => [excuseSetting(place), value] as const));
	}

	/** Points by hand with a note; undefined takes them back. @param place `sheetPlace` */
	override(place: string, given?: { readonly score: number; readonly note: string }) {
		const value = given ? { ...given, at: this.#at } : null;
		return this.teaching.keep([overrideSetting(place), value]);
	}

	/** Which sheet of a student counts. @param place `choicePlace` */
	choose(place: string, sheet: string): Promise<boolean> {
		return this.teaching.keep([chosenSetting(place), sheet]);
	}

	/** Who a sheet is of, whatever it says itself; undefined takes that back. @param sheet its hash */
	sayWhose(sheet: string, whose: Whose | undefined): Promise<boolean> {
		const value = whose ? { ...whose } : null;
		return this.teaching.keep([studentSetting(sheet), value]);
	}

	/** How many of what comes in are for other sets of this teacher, which they count in. */
	elsewhere(incoming: Incoming): readonly Elsewhere[] {
		return sheetsElsewhere(incoming, this.set, (id) => this.teaching.sentOf(id));
	}

	/** Whom answers go to: a link for each class, or one for whoever has the link. */
	readonly classes = $derived.by(() => classesOf(this.assignments));

	/** What goes back to one class after the marking. From then on what comes is after the answers. */
	async answers(classId: string | undefined): Promise<Result<Bytes, Fault>> {
		const { teacher, ports, log } = this.teaching;
		if (!teacher) return fail({ is: 'bad-name' });
		const sent = sentToClass(this.assignments, classId);
		const document = answersForClass(sent, classId, this.gradebook, this.decisions);
		if (!document.ok) return document;
		const made = await makeAnswers(document.value, await ports.signer(teacher.seed), ports.crypto);
		if (!made.ok) return made;
		const fresh = sent.filter(({ id }) => !log.fold.settings.live.has(releasedKey(id)));
		if (fresh.length > 0) {
			await this.teaching.keep(...fresh.map(({ id }) => [releasedKey(id), this.#at] as const));
		}
		return made;
	}

	/** *Your own missed ones*: each phone makes the quiz from what its owner missed in this set. */
	async practice(classId: string | undefined, title: string): Promise<Result<Bytes, Fault>> {
		const { teacher, ports } = this.teaching;
		if (!teacher) return fail({ is: 'bad-name' });
		const sent = sentToClass(this.assignments, classId);
		const assignments = sent.map(({ id }) => bytesOfHex(id));
		return makePractice({ title, assignments }, await ports.signer(teacher.seed), ports.crypto);
	}

	get #at(): number {
		return this.teaching.log.moment().at;
	}
}
