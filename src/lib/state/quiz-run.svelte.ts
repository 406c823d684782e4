import { Judge } from '$lib/core/item/judge';
import type { Remark } from '$lib/core/item/remark';
import type { Response } from '$lib/core/item/response';
import { scoreInAttempt } from '$lib/core/log/attempt';
import type { AnswerEntry, EntryDraft } from '$lib/core/log/entry';
import {
	answerDraft,
	finishDrafts,
	markedAtOnce,
	type Given,
	type Grading
} from '$lib/core/quiz/attempt-entries';
import { laterKey, laterOf, limitOf, toggled, untimedKey } from '$lib/core/quiz/attempt-settings';
import { attemptOf, type Begun } from '$lib/core/quiz/listed-attempts';
import { DEFAULT_QUIZ, readQuizSettings } from '$lib/core/quiz/quiz-settings';
import type { Certainty } from '$lib/core/quiz/rating-from-score';
import { answerTo, itemsOf, timeOf } from '$lib/core/quiz/score-attempt';
import type { Learner } from './learner.svelte';
import { scoreBy, type Asking, type AskingOf } from './quiz-asked';
import type { QuizQuestion, QuizStage } from './quiz-asked';
import { QuizTime } from './quiz-time';
import type { StudyClock } from './study-clock';

/** One attempt in front of the learner. All that must last is in the log: it resumes from there. */
export class QuizRun {
	readonly id: string;
	readonly #learner: Learner;
	readonly #askingOf: AskingOf;
	#asking: Asking | undefined;
	readonly #judge = new Judge();
	readonly #time: QuizTime;
	#isEnding = false;
	/** Moved on with the clock: what is left of the time follows it. */
	#ticks = $state(0);

	stage: QuizStage = $state('loading');
	/** Those that are still as they were when the attempt began. */
	questions: readonly QuizQuestion[] = $state.raw([]);
	/** Place of the question that is shown. */
	at = $state(0);
	/** An answer that waits for how sure the learner is of it. */
	pending: Response | undefined = $state.raw();
	/** What there is to say of what was last given, taken or not. */
	remark: Remark | undefined = $state.raw();
	/** Items to come back to before handing in. */
	readonly later = $derived.by(() => laterOf(this.#learner.fold, this.id));
	/** Days until what was just answered comes back; undefined when that moves nothing. */
	comeback: number | undefined = $state();
	/** Whether the last act has been committed. */
	saved = $state(true);

	constructor(id: string, learner: Learner, askingOf: AskingOf, clock: StudyClock) {
		this.id = id;
		this.#learner = learner;
		this.#askingOf = askingOf;
		this.#time = new QuizTime(() => clock.elapsed());
	}

	readonly begun: Begun | undefined = $derived.by(() => attemptOf(this.#learner.fold, this.id));
	readonly settings = $derived(
		this.begun ? readQuizSettings(this.begun.start.settings) : DEFAULT_QUIZ
	);
	/** How many of the attempt's items have gone since, or are not what they were. */
	readonly gone = $derived(
		this.begun && this.stage !== 'loading' ? itemsOf(this.begun).length - this.questions.length : 0
	);
	readonly current: QuizQuestion | undefined = $derived(this.questions[this.at]);
	/** Those without an answer. */
	readonly unanswered = $derived(this.questions.filter(({ item }) => !this.answerOf(item)));
	/** Whether the key may be seen of the question that is shown. */
	readonly isSolved = $derived(
		this.settings.feedback === 'once' &&
			this.current !== undefined &&
			this.answerOf(this.current.item) !== undefined
	);
	/** Milliseconds for the whole attempt; undefined without a limit, or when it was taken off. */
	readonly limitMs = $derived.by(() => limitOf(this.#learner.fold, this.id, this.settings.minutes));
	/** Milliseconds that are left, never less than none; undefined without a limit. */
	readonly leftMs = $derived.by(() => {
		void this.#ticks;
		return this.limitMs === undefined ? undefined : Math.max(0, this.limitMs - this.elapsedMs);
	});

	/** Whether leaving now would interrupt something. */
	get open(): boolean {
		return this.stage === 'question' || this.stage === 'overview' || this.stage === 'paused';
	}

	/** All time the attempt has taken, up to now. */
	get elapsedMs(): number {
		return (this.begun ? timeOf(this.begun) : 0) + this.#time.open;
	}

	answerOf(item: string): AnswerEntry | undefined {
		return this.begun && answerTo(this.begun, item);
	}

	scoreOf(item: string): number | undefined {
		return this.begun && scoreInAttempt(this.begun, item);
	}

	/** Begins, or goes on where the log says that it was left: at the first unanswered question. */
	async resume(): Promise<void> {
		this.stage = 'loading';
		const { begun } = this;
		if (!begun) return void (this.stage = 'unknown');
		if (begun.finish) return void (this.stage = 'finished');
		try {
			this.#asking ??= await this.#askingOf(begun.start);
			this.questions = await this.#asking.questionsOf(begun.start);
		} catch {
			return void (this.stage = 'failed');
		}
		const first = this.questions.findIndex(({ item }) => !this.answerOf(item));
		if (first < 0) this.stage = 'overview';
		else this.show(first);
		this.tick();
	}

	/** Shows a question; one that is answered may be answered anew until its result was seen. */
	show(at: number): void {
		this.#time.stop(this.#isLimited);
		this.at = Math.min(Math.max(0, at), this.questions.length - 1);
		this.pending = undefined;
		this.remark = undefined;
		this.comeback = undefined;
		this.stage = 'question';
		this.#look();
	}

	get #isLimited(): boolean {
		return this.limitMs !== undefined;
	}

	/** Shows all questions at once; the time stands still. */
	overview(): void {
		this.#time.stop(this.#isLimited);
		this.pending = undefined;
		this.stage = 'overview';
	}

	/** Hides the question; the time stands still. */
	pause(): void {
		this.#time.stop(this.#isLimited);
		this.stage = 'paused';
	}

	unpause(): void {
		this.stage = 'question';
		this.#look();
	}

	/** The time goes on for the question that is shown, unless it is over and done with. */
	#look(): void {
		if (this.current && !this.isSolved) this.#time.start(this.current.item, this.#isLimited);
	}

	/** The next question, or all of them; at once it is the next unanswered, and then the end. */
	next(): void {
		if (this.settings.feedback === 'end') {
			if (this.at + 1 < this.questions.length) this.show(this.at + 1);
			else this.overview();
			return;
		}
		const isOpen = ({ item }: QuizQuestion) => !this.answerOf(item);
		const after = this.questions.findIndex((each, at) => at > this.at && isOpen(each));
		const next = after < 0 ? this.questions.findIndex(isOpen) : after;
		if (next < 0) void this.finish();
		else if (next === this.at) this.overview();
		else this.show(next);
	}

	back(): void {
		this.show(this.at - 1);
	}

	toggleLater(): void {
		const { current } = this;
		if (current) this.#set(laterKey(this.id), toggled(this.later, current.item));
	}

	/** Takes the limit off, for good. */
	takeLimitOff(): void {
		this.#set(untimedKey(this.id), true);
	}

	/** What is set of the attempt is in the log, as its answers are. */
	#set(key: string, value: unknown): void {
		const batch = this.#learner.token();
		void this.#save(batch, [{ ...this.#learner.moment(), batch, kind: 'setting', key, value }]);
	}

	/** Looks at the clock: when no time is left, the attempt is handed in. */
	tick(): void {
		this.#ticks += 1;
		if (this.open && this.leftMs === 0) void this.finish();
	}

	/** Takes an answer, or first asks how sure the learner is; an invalid one counts for nothing. */
	answer(response: Response): void {
		const { current } = this;
		if (!current || this.stage !== 'question' || this.isSolved) return;
		const { score, remark } = this.#judge.judge(response, current.checkedBy);
		this.remark = current.solution || remark?.is === 'ask-again' ? remark : undefined;
		if (score === 'invalid') return;
		if (this.settings.certainty) this.pending = response;
		else this.#take(current, response, undefined);
	}

	/** Says how sure the learner is of the answer that waits for it. */
	judge(certainty: Certainty): void {
		const { pending, current } = this;
		if (pending && current) this.#take(current, pending, certainty);
	}

	/** The answer that waits is not the one: it is asked again. */
	reconsider(): void {
		this.pending = undefined;
	}

	/** The learner does not know, and looks: a blank. */
	giveUp(): void {
		const { current } = this;
		if (!current || this.isSolved || this.settings.feedback === 'end') return;
		this.#take(current, null, undefined);
	}

	get #grading(): Grading {
		const learner = this.#learner;
		const mode = this.#asking?.mode ?? 'quiz';
		return { recordOf: (card) => learner.recordOf(card), scheduler: learner.scheduler, mode };
	}

	#take(question: QuizQuestion, response: Response | null, certainty: Certainty | undefined): void {
		this.#record(question, response, certainty);
		if (this.settings.feedback === 'end') this.next();
	}

	#record(question: QuizQuestion, response: Response | null, certainty?: Certainty): void {
		this.#time.stop(this.#isLimited);
		this.pending = undefined;
		const batch = this.#learner.token();
		const done = { ...this.#learner.moment(), batch };
		const given: Given = { response, certainty, durationMs: this.#durationOf(question.item) };
		const score = scoreBy(this.#asking, question, response) ?? 0;
		const scored = { asked: question, given, score };
		const drafts =
			this.settings.feedback === 'end'
				? [answerDraft(this.id, question.item, given, done)]
				: markedAtOnce(this.id, scored, done, this.#grading);
		const last = drafts.at(-1);
		this.comeback = last?.kind === 'review' ? last.interval : undefined;
		void this.#save(batch, drafts);
		this.#time.settle(question.item);
	}

	/** All the time spent on an item: that of its last answer, and what came since. */
	#durationOf(item: string): number {
		return Math.max(0, this.answerOf(item)?.durationMs ?? 0) + this.#time.spentOn(item);
	}

	#save(token: string, drafts: readonly EntryDraft[]): Promise<void> {
		this.saved = false;
		return this.#learner.act(token, drafts).then((saved) => {
			this.saved = saved && !this.#learner.unsaved;
		});
	}

	/** Hands the attempt in, once: what is unanswered is blank. */
	async finish(): Promise<void> {
		if (this.#isEnding || !this.open) return;
		this.#isEnding = true;
		// Time is up while it is asked how sure the learner is: the answer was given.
		if (this.pending && this.current) this.#record(this.current, this.pending);
		this.#time.stop(this.#isLimited);
		this.stage = 'loading';
		// Another tab may have appended: only what is saved is known by its last id.
		await this.#learner.retry();
		const { begun } = this;
		if (begun && !begun.finish) this.#handIn(begun);
		this.stage = 'finished';
	}

	#handIn(begun: Begun): void {
		const batch = this.#learner.token();
		const items = this.questions.map((asked) => {
			const response = this.answerOf(asked.item)?.response ?? null;
			return {
				asked,
				score: scoreBy(this.#asking, asked, response),
				durationMs: this.#time.spentOn(asked.item)
			};
		});
		const done = { ...this.#learner.moment(), batch };
		const isSaved = !this.#learner.unsaved;
		void this.#save(batch, finishDrafts(begun, items, done, this.#grading, isSaved));
	}
}
