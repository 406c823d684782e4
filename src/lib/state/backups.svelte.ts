import { namedOutside } from '$lib/core/learner-name';
import { answersIn } from '$lib/core/log/answers-in';
import { stampEntries } from '$lib/core/log/append';
import type { Backup, BackupHeader, BackupRefusal } from '$lib/core/log/backup';
import { planMerge, reportOf, type MergeReport } from '$lib/core/log/merge';
import type { KeptBackup, LearnerRecord, LogStore, Restored } from '$lib/core/ports';
import type { Result } from '$lib/core/result';
import { StorageFailure } from '$lib/core/storage-failure';
import type { BackupDeed, BackupStage, Incoming, Whose } from './backup-stage';
import { countEntries, isBlank, isDeed, withoutHeld } from './incoming-backup';
import type { Learner } from './learner.svelte';
import { backupFileName, readWhole } from './outgoing-backup';
import { joinsSince, sameAsKey } from './same-as';
import { saveAll } from './save-all';

/** What backups need of the world. */
export interface BackupPorts {
	pack(backup: Backup): Promise<Uint8Array<ArrayBuffer>>;
	read(file: Blob): Promise<Result<Backup, BackupRefusal>>;
	save(name: string, bytes: Uint8Array<ArrayBuffer>): void;
	openStore(learner: string): LogStore;
	/** Everyone who learns on this device, the one of now first. */
	learners(): Promise<readonly LearnerRecord[]>;
	choose(learner: LearnerRecord): Promise<void>;
	/** Erases a learner and everything that was kept of them. */
	erase(learner: string): Promise<void>;
	/** Erases what those left here who borrowed this device. */
	eraseBorrowed(): Promise<void>;
	newDevice(): string;
	readonly app: string;
}

/** Backups of the learner's log: making one, looking into one, restoring it, taking that back. */
export class Backups {
	readonly #learner: Learner;
	readonly #ports: BackupPorts;
	stage: BackupStage = $state.raw({ is: 'idle' });
	/** The last restore, as long as it can be taken back. */
	restored: Restored | undefined = $state.raw();
	/** The backup that was made before the last restore. */
	kept: KeptBackup | undefined = $state.raw();
	/** Everyone who learns on this device, the one of now first. */
	learners: readonly LearnerRecord[] = $state.raw([]);

	constructor(learner: Learner, ports: BackupPorts) {
		this.#learner = learner;
		this.#ports = ports;
	}

	/** Runs something that may fail; what fails is said, and nothing has changed. */
	async #run(deed: BackupDeed, work: () => Promise<BackupStage>): Promise<void> {
		if (this.stage.is === 'busy') return;
		this.stage = { is: 'busy', with: deed };
		try {
			this.stage = await work();
		} catch (error) {
			const isStorage = error instanceof StorageFailure;
			const trouble = isStorage ? error.trouble : deed === 'erasing' ? 'unavailable' : 'file';
			this.stage = { is: 'failed', with: deed, trouble };
		}
	}

	/** Looks whether a restore can be taken back, and who else learns here. */
	async open(): Promise<void> {
		const { store } = this.#learner;
		try {
			this.learners = await this.#ports.learners();
			this.restored = await store?.restored();
			this.kept = await store?.keptBackup();
		} catch {
			// Nothing to take back, then.
		}
	}

	get #store(): LogStore {
		const { store, trouble } = this.#learner;
		if (!store) throw new StorageFailure(trouble ?? 'unavailable', 'there is no log');
		return store;
	}

	get #record(): LearnerRecord {
		const { record, trouble } = this.#learner;
		if (!record) throw new StorageFailure(trouble ?? 'unavailable', 'there is no learner');
		return record;
	}

	get #now() {
		const { at, offset } = this.#learner.moment();
		return { at, offset };
	}

	#header(learner: LearnerRecord | undefined, part?: boolean): BackupHeader {
		const { id, name } = learner ?? { id: '' };
		return {
			learner: { id, ...(name === undefined ? {} : { name }) },
			made: this.#now,
			app: this.#ports.app,
			...(part === undefined ? {} : { part })
		};
	}

	#save(bytes: Uint8Array<ArrayBuffer>, name: string, at: number): string {
		const file = backupFileName(name, at, this.#now.offset);
		this.#ports.save(file, bytes);
		return file;
	}

	/** Everything of the learner as one file. */
	make(): Promise<void> {
		return this.#run('making', async () => {
			await this.#learner.retry();
			const header = this.#header(this.#learner.record);
			const bytes = await this.#ports.pack(await readWhole(this.#store, header));
			const name = this.#save(bytes, 'backup', this.#now.at);
			return { is: 'made', file: { name, bytes: bytes.length, lacks: this.#learner.unsaved } };
		});
	}

	/**
	 * What could not be saved, as a file. Its entries are another device's: the numbers of this one
	 * may be given again.
	 */
	async saveWaiting(): Promise<void> {
		const head = { device: this.#ports.newDevice(), count: 0, t: 0 };
		const { entries } = stampEntries(head, this.#learner.waiting);
		const header = this.#header(this.#learner.record, true);
		const backup = { header, entries, unreadable: [] };
		this.#save(await this.#ports.pack(backup), 'answers', this.#now.at);
	}

	/** Saves the backup that was made before the last restore. */
	saveKept(): void {
		if (this.kept) this.#save(this.kept.bytes, 'before-restore', this.kept.at);
	}

	/** Reads a file and says what restoring it would do. Nothing is changed. */
	look(file: Blob): Promise<void> {
		return this.#run('reading', async () => {
			const read = await this.#ports.read(file);
			if (!read.ok) return { is: 'refused', refusal: read.error };
			return { is: 'asking', incoming: await this.#preview(read.value) };
		});
	}

	async #preview(file: Backup): Promise<Incoming> {
		const { store } = this.#learner;
		const held = store ? await store.readAll() : [];
		const backup = withoutHeld(file, [...held, ...this.#learner.waiting]);
		const whose = this.#whose(file.header.learner.id, held);
		const values = [...backup.entries, ...backup.unreadable];
		const isHere = whose === 'own' && store !== undefined;
		const report = isHere ? await store.previewMerge(values) : reportOf(planMerge([], values));
		const answers = answersIn(backup.entries);
		return { backup, whose, report, entries: countEntries(backup.entries), answers };
	}

	#whose(id: string, held: readonly unknown[]): Whose {
		const { settings } = this.#learner.fold;
		const { record } = this.#learner;
		if (record?.id === id || id === '' || settings.live.get(sameAsKey(id)) === true) return 'own';
		const { store, missing, unsaved } = this.#learner;
		// What cannot be read now may be read tomorrow.
		const isHidden = record !== undefined && !store && !missing;
		return isHidden || unsaved || held.some(isDeed) ? 'other' : 'gives-way';
	}

	/** Puts away what was looked into or said. */
	dismiss(): void {
		if (this.stage.is !== 'busy') this.stage = { is: 'idle' };
	}

	/**
	 * Takes the backup in.
	 *
	 * @param how another learner's backup: `beside` this one, or `join` both into one
	 */
	restore(how: 'beside' | 'join' = 'beside'): Promise<void> {
		if (this.stage.is !== 'asking') return Promise.resolve();
		const { incoming } = this.stage;
		return this.#run('restoring', async () => {
			const joins = incoming.whose === 'other' && how === 'join';
			const isHere = joins || (incoming.whose === 'own' && this.#learner.store !== undefined);
			const report = isHere ? await this.#mergeHere(incoming) : await this.#moveIn(incoming);
			await this.open();
			return { is: 'restored', report };
		});
	}

	/** Merges into the log of the learner who is here, after keeping a backup of it. */
	async #mergeHere({ backup, whose }: Incoming): Promise<MergeReport> {
		const report = await this.#mergeInto(this.#store, this.#record, backup);
		await this.#learner.renew();
		if (whose === 'other') await this.#join(backup.header.learner.id);
		return report;
	}

	async #mergeInto(store: LogStore, learner: LearnerRecord, file: Backup): Promise<MergeReport> {
		// What waited when the file was looked into may have been saved meanwhile.
		const backup = withoutHeld(file, [...(await store.readAll()), ...this.#learner.waiting]);
		const values = [...backup.entries, ...backup.unreadable];
		// A second time nothing comes in; the backup made before the first is then worth more.
		const plan = await store.previewMerge(values);
		if (!plan.changes) return plan;
		const { at } = this.#now;
		if (await store.exists()) {
			const whole = await readWhole(store, this.#header(learner));
			await store.keepBackup(await this.#ports.pack(whole), at);
		}
		return store.merge(values, at);
	}

	async #join(other: string): Promise<void> {
		const batch = this.#learner.token();
		const moment = this.#learner.moment();
		const key = sameAsKey(other);
		await this.#learner.act(batch, [{ ...moment, kind: 'setting', batch, key, value: true }]);
	}

	/** Brings the backup's learner to this device; one without answers gives way. */
	async #moveIn({ backup, whose }: Incoming): Promise<MergeReport> {
		await saveAll(this.#learner);
		const before = this.#learner.record?.id;
		const { id: named } = backup.header.learner;
		const name = namedOutside(backup.header.learner.name);
		// Answers that a browser did not keep are nobody's.
		const id = named || before;
		if (id === undefined) throw new StorageFailure('unavailable', 'there is no learner');
		const learner = { id, ...(name === undefined ? {} : { name }), expected: true };
		const report = await this.#fill(learner, backup);
		await this.#learner.handOver(() => this.#ports.choose(learner));
		if (whose === 'gives-way' && before !== undefined && before !== id) await this.#giveWay(before);
		return report;
	}

	/** Erases a learner without answers; one who has answered meanwhile, in another tab, stays. */
	async #giveWay(before: string): Promise<void> {
		const store = this.#ports.openStore(before);
		try {
			if (await isBlank(store)) await this.#ports.erase(before);
		} catch {
			// The backup is in all the same, and who has no answers stands beside it.
		}
		store.close();
	}

	async #fill(learner: LearnerRecord, backup: Backup): Promise<MergeReport> {
		const store = this.#ports.openStore(learner.id);
		try {
			return await this.#mergeInto(store, learner, backup);
		} finally {
			store.close();
		}
	}

	/** Sets aside what the last restore brought in. */
	takeBack(): Promise<void> {
		return this.#run('restoring', async () => {
			const store = this.#store;
			await this.#part(store);
			await store.takeBack(this.#now.at);
			await this.#learner.renew();
			await this.open();
			return { is: 'taken-back' };
		});
	}

	/** Another learner who was joined by the last restore is another one again. */
	async #part(store: LogStore): Promise<void> {
		const since = (await store.restored())?.at;
		const ids = since === undefined ? [] : joinsSince(await store.readAll(), since);
		if (ids.length === 0) return;
		const batch = this.#learner.token();
		const moment = this.#learner.moment();
		await this.#learner.act(batch, [{ ...moment, kind: 'undo', batch, targets: { ids } }]);
	}

	/** Goes on with another learner of this device. */
	switchTo(learner: LearnerRecord): Promise<void> {
		return this.#run('restoring', async () => {
			await saveAll(this.#learner);
			await this.#learner.handOver(() => this.#ports.choose(learner));
			await this.open();
			return { is: 'idle' };
		});
	}

	/** Erases this learner and everything that was kept of them here. */
	erase(): Promise<void> {
		return this.#run('erasing', async () => {
			const learner = this.#record;
			const others = (await this.#ports.learners()).filter(({ id }) => id !== learner.id);
			await this.#ports.eraseBorrowed();
			this.#learner.forget();
			await this.#learner.handOver(() => this.#ports.erase(learner.id));
			await this.open();
			return { is: 'erased', learner, others };
		});
	}
}
