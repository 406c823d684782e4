import { CLASS_ID_LENGTH, makeClass } from '$lib/core/assignment/class-document';
import { bytesOfHex, hex, type Bytes } from '$lib/core/assignment/bytes';
import type { Fault } from '$lib/core/assignment/fault';
import type { EntryDraft } from '$lib/core/log/entry';
import { fail, ok, type Result } from '$lib/core/result';
import { classKey, readClasses, writtenClass, type TaughtClass } from '$lib/core/teaching/classes';
import { allSent, writtenSent, type SentAssignment, type SentLabel } from '$lib/core/teaching/sent';
import { POLICIES, withMoreTime, type SetPolicy } from '$lib/core/teaching/set-policy';
import { readSets, setKey, writtenSet, type QuizSet } from '$lib/core/teaching/sets';
import {
	readTeacher,
	SEED_LENGTH,
	TEACHER,
	writtenTeacher,
	type Teacher
} from '$lib/core/teaching/teacher';
import { freezeSet, readyAgain, readyItems } from './freeze-set';
import type { Ready, SendFault, TeachingPorts } from './freeze-set';
import type { Learner } from './learner.svelte';
import { sentFile } from './sent-file';

/** Where a set goes. */
export interface Destination {
	/** In hexadecimal digits; none for whoever has the link. */
	readonly classId?: string | undefined;
}

/** What a teacher has: sets, classes, and what was sent. All of it is a fold of a log of its own. */
export class Teaching {
	/** The teacher's log, for those who keep more in it. */
	readonly log: Learner;
	readonly #ports: TeachingPorts;

	readonly teacher: Teacher | undefined = $derived.by(() => readTeacher(this.log.fold));
	/** The latest first; those put away too. */
	readonly classes: readonly TaughtClass[] = $derived.by(() => readClasses(this.log.fold));
	/** The latest first; those put away too. */
	readonly sets: readonly QuizSet[] = $derived.by(() => readSets(this.log.fold));
	/** The latest first. */
	readonly sent: readonly SentAssignment[] = $derived.by(() => allSent(this.log.fold));

	constructor(log: Learner, ports: TeachingPorts) {
		this.log = log;
		this.#ports = ports;
	}

	get ports(): TeachingPorts {
		return this.#ports;
	}

	setOf(id: string): QuizSet | undefined {
		return this.sets.find((set) => set.id === id);
	}

	classOf(id: string | undefined): TaughtClass | undefined {
		return this.classes.find((each) => each.id === id);
	}

	sentOf(id: string): SentAssignment | undefined {
		return this.sent.find((each) => each.id === id);
	}

	/** What goes out of an assignment as a file. */
	async file(sent: SentAssignment): Promise<Bytes> {
		return this.teacher ? sentFile(sent, this.teacher, this.#ports) : sent.payload;
	}

	/** Everything that was sent of a set, the latest first. */
	sentOfSet(set: string): readonly SentAssignment[] {
		return this.sent.filter((each) => each.set === set);
	}

	/** Keeps settings as one act; resolves to whether they are saved. */
	keep(...settings: readonly (readonly [key: string, value: unknown])[]): Promise<boolean> {
		const batch = this.log.token();
		const moment = this.log.moment();
		return this.log.act(
			batch,
			settings.map(([key, value]): EntryDraft => ({
				...moment,
				kind: 'setting',
				batch,
				key,
				value
			}))
		);
	}

	#keepTeacher(teacher: Teacher): Promise<boolean> {
		return this.keep([TEACHER, writtenTeacher(teacher)]);
	}

	/** Begins to teach under a name that was read, or goes on under another with the same keys. */
	async call(name: string): Promise<boolean> {
		// What cannot be read may hold keys that others would take the place of.
		if (!this.teacher && this.log.trouble) return false;
		const seed = this.teacher?.seed ?? this.#ports.randomBytes(SEED_LENGTH);
		return this.#keepTeacher({ ...this.teacher, seed, name });
	}

	/** The words stand on paper. */
	async noteWrittenDown(): Promise<boolean> {
		const writtenDown = this.log.moment().at;
		return this.teacher ? this.#keepTeacher({ ...this.teacher, writtenDown }) : false;
	}

	/** Teaches with the keys of a seed that was written down. */
	restore(seed: Bytes, name: string): Promise<boolean> {
		return this.#keepTeacher({ seed, name, writtenDown: this.log.moment().at });
	}

	/** @returns its id; undefined where it could not be saved */
	async addClass(name: string): Promise<string | undefined> {
		const id = hex(this.#ports.randomBytes(CLASS_ID_LENGTH));
		const made = { id, name, archived: false, at: this.log.moment().at };
		return (await this.saveClass(made)) ? id : undefined;
	}

	saveClass(taught: TaughtClass): Promise<boolean> {
		return this.keep([classKey(taught.id), writtenClass(taught)]);
	}

	/** What a class scans to know its teacher by. */
	async classPayload({ id, name }: TaughtClass): Promise<Result<Bytes, Fault>> {
		const { teacher } = this;
		if (!teacher) return fail({ is: 'bad-name' });
		const signer = await this.#ports.signer(teacher.seed);
		const document = { id: bytesOfHex(id), name, teacher: teacher.name };
		return makeClass(document, signer, this.#ports.crypto);
	}

	/** An empty set, which is not kept before something is in it. */
	newSet(policy: SetPolicy = POLICIES.practice): QuizSet {
		const at = this.log.moment().at;
		return { id: this.log.token(), title: '', items: [], policy, archived: false, at };
	}

	saveSet(set: QuizSet): Promise<boolean> {
		return this.keep([setKey(set.id), writtenSet(set)]);
	}

	/** @returns the copy's id; undefined where it could not be saved */
	async duplicate(set: QuizSet, title: string): Promise<string | undefined> {
		const copy = { ...this.newSet(), items: set.items, policy: set.policy, title };
		return (await this.saveSet(copy)) ? copy.id : undefined;
	}

	archive(set: QuizSet, archived = true): Promise<boolean> {
		return this.saveSet({ ...set, archived });
	}

	/** Whether the words are to be written down before a set goes out. */
	needsWords({ use }: SetPolicy): boolean {
		return use === 'test' && this.teacher?.writtenDown === undefined;
	}

	/** Freezes a set as it is and keeps what was made. Rejects when its items cannot be loaded. */
	async send(
		set: QuizSet,
		{ classId }: Destination = {}
	): Promise<Result<SentAssignment, SendFault>> {
		const { id, title, policy } = set;
		if (title === '') return fail({ is: 'untitled' });
		if (this.needsWords(policy)) return fail({ is: 'words' });
		const ready = await readyItems(set.items, this.#ports);
		if (!ready.ok) return ready;
		return this.#make(ready.value, { set: id, title, policy, classId, label: 'first' });
	}

	/** Bytes that a set would go out with as it is; undefined where it could not. Nothing is kept. */
	async sizeOf(set: QuizSet): Promise<number | undefined> {
		const ready = await readyItems(set.items, this.#ports);
		if (!ready.ok || !this.teacher) return undefined;
		const { id, title, policy, classId } = set;
		const to = {
			set: id,
			title: title || '–',
			policy,
			classId,
			label: 'first' as const,
			at: set.at
		};
		const made = await freezeSet({ ...to, items: ready.value }, this.teacher, this.#ports);
		return made.ok ? made.value.payload.length : undefined;
	}

	/** The same quiz once more, as an assignment of its own. */
	async sameQuizNewDate(
		sent: SentAssignment,
		due: SetPolicy['due']
	): Promise<Result<SentAssignment, SendFault>> {
		const { opens: _, due: __, ...rest } = sent.policy;
		return this.#again(sent, due ? { ...rest, due } : rest, 'again');
	}

	/** The same quiz with more time; undefined where it has no time to give. */
	async linkB(sent: SentAssignment): Promise<Result<SentAssignment, SendFault> | undefined> {
		const policy = withMoreTime(sent.policy);
		return policy && this.#again(sent, policy, 'more-time');
	}

	async #again(sent: SentAssignment, policy: SetPolicy, label: SentLabel) {
		const ready = await readyAgain(sent, this.#ports);
		if (!ready.ok) return ready;
		const { set, title, classId } = sent;
		return this.#make(ready.value, { set, title, classId, policy, label });
	}

	async #make(
		items: readonly Ready[],
		to: Pick<SentAssignment, 'set' | 'title' | 'policy' | 'label'> & Destination
	): Promise<Result<SentAssignment, SendFault>> {
		const { teacher } = this;
		if (!teacher) return fail({ is: 'bad-name' });
		const at = this.log.moment().at;
		const made = await freezeSet({ ...to, items, at }, teacher, this.#ports);
		if (!made.ok) return made;
		const [batch, moment] = [this.log.token(), this.log.moment()];
		const draft: EntryDraft = { ...moment, kind: 'document', batch, ...writtenSent(made.value) };
		return (await this.log.act(batch, [draft])) ? ok(made.value) : fail({ is: 'not-saved' });
	}
}
