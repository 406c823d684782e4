import type { Card } from '$lib/core/bank/bank';
import { Judge } from '$lib/core/item/judge';
import type { Remark } from '$lib/core/item/remark';
import type { Response } from '$lib/core/item/response';
import { controlDraft, leavesCard, undoDraft, type Control } from '$lib/core/log/control';
import type { EntryDraft } from '$lib/core/log/entry';
import { readsAsPractice } from '$lib/core/log/fold-card';
import { ratingFromScore } from '$lib/core/quiz/rating-from-score';
import { AGAIN, type Rating } from '$lib/core/scheduling/rating';
import type { SessionLength } from '$lib/core/scheduling/session-length';
import {
	cardsAhead,
	nextOrAhead,
	takeAhead,
	type AheadCard
} from '$lib/core/scheduling/study-ahead';
import { planStudy, type StudyPlan } from '$lib/core/scheduling/study-queue';
import { answerDraft } from './answer-draft';
import type { Learner } from './learner.svelte';
import type { Library, ShelvedItem } from './library.svelte';
import { planInput } from './plan-input';
import { SessionLeg } from './session-leg.svelte';
import { cardOf, isSelfRated, letSlip } from './session-stage';
import type { Answered, Controlled, Shown, Stage } from './session-stage';
import { showCard } from './show-card';
import type { StudyClock } from './study-clock';

/** Longest time an answer may claim, in milliseconds: nobody thinks for longer than that. */
const MAX_DURATION_MS = 10 * 60_000;

/** One sitting: cards one after the other until the day's plan is empty. */
export class ReviewSession {
	readonly #learner: Learner;
	readonly #library: Library;
	readonly #clock: StudyClock;
	readonly #judge = new Judge();
	stage: Stage = $state.raw({ is: 'loading' });
	/** What there is to say of what was last given, taken or not. */
	remark: Remark | undefined = $state.raw();
	/** What was answered in this sitting and not undone, oldest first. */
	answers: readonly Answered[] = $state.raw([]);
	/** Controls of this sitting that were not undone, oldest first. */
	#controls: readonly Controlled[] = $state.raw([]);
	/** The last batch of each answer and control that was not undone, oldest first. */
	#acts: readonly string[] = $state.raw([]);
	/** Whether the last act has been committed. */
	saved = $state(false);
	/** How far the sitting has come towards the length that was chosen. */
	readonly leg: SessionLeg;
	/** What was chosen to be asked before its time. */
	#ahead: readonly AheadCard[] = [];
	/** The answer after which it was said that its card keeps slipping, and set aside. */
	#setAside: Answered | undefined = $state.raw();
	/** The study day the plan is made for: it may begin while a card is shown. */
	#day = $state(0);

	constructor(
		learner: Learner,
		library: Library,
		clock: StudyClock,
		length: () => SessionLength | undefined = () => undefined
	) {
		this.#learner = learner;
		this.#library = library;
		this.#clock = clock;
		this.leg = new SessionLeg(clock, length);
	}

	readonly plan: StudyPlan = $derived.by(() => {
		void this.#day;
		return planStudy(this.#input());
	});

	readonly #input = () => planInput(this.#learner, this.#library);

	/** Cards of the day that were not asked yet, the one being shown included. */
	get left(): number {
		return this.plan.due.length + this.plan.fresh.length;
	}

	/** Cards of the day that were asked and come back. */
	get again(): number {
		return this.plan.learning.length;
	}

	/** Answers of the study day, in this sitting and before it. */
	get done(): number {
		return Object.values(this.#learner.today).reduce((sum, count) => sum + count, 0);
	}

	/** Whether leaving now would interrupt something. */
	get open(): boolean {
		return this.stage.is === 'asking' || this.stage.is === 'answered';
	}

	/** Shows the next card of the plan, or the end: of the day, or of the chosen length. */
	async next(): Promise<void> {
		this.remark = undefined;
		this.#day = this.#learner.moment().day;
		const next = nextOrAhead(this.#input(), this.plan, this.#clock.now(), this.#ahead);
		if (next.is !== 'card') this.stage = next;
		else if (this.leg.progress(this.answers.length)?.isReached) this.stage = { is: 'reached' };
		else await this.#show(next.card);
	}

	/** Goes on past the length that was chosen, for as long again. */
	async goOn(): Promise<void> {
		this.leg.begin(this.answers.length);
		await this.next();
	}

	/** What could be asked before its time: steps that are to come, or cards of the next days. */
	get early(): readonly Card[] {
		return this.stage.is === 'later' ? this.plan.learning : cardsAhead(this.#input());
	}

	/** Asks what is not due yet, each card once. */
	async goAhead(): Promise<void> {
		this.#ahead = takeAhead(this.#input(), this.early);
		await this.goOn();
	}

	/** The answer that let a card slip once more, where that is to be said, until it is set aside. */
	get slipping(): Answered | undefined {
		const last = this.answers.at(-1);
		if (!last || last === this.#setAside) return undefined;
		const isSlipping = letSlip(last, this.#learner.recordOf(last.shown.card.key));
		const isShown = this.stage.is === 'answered' && this.stage.answered === last;
		return isSlipping && (isShown || isSelfRated(last.shown)) ? last : undefined;
	}

	/** It was read that a card keeps slipping. */
	setAside(): void {
		this.#setAside = this.answers.at(-1);
	}

	async #show(card: Card): Promise<void> {
		try {
			const shelved = await this.#library.item(card.item);
			this.stage = shelved
				? { is: 'asking', shown: this.#prepare(card, shelved) }
				: { is: 'failed' };
			this.#library.prepare(this.#upcoming);
		} catch {
			this.stage = { is: 'failed' };
		}
	}

	/** Those of which one is likely to be next. */
	get #upcoming(): readonly Card[] {
		const { due, fresh } = this.plan;
		return [...due.slice(0, 2), ...fresh.slice(0, 2)];
	}

	#prepare(card: Card, shelved: ShelvedItem, before?: string): Shown {
		return showCard(this.#learner, card, shelved, this.#clock.elapsed(), before);
	}

	/** Takes an answer; of an invalid one is said why it is not taken, and it counts for nothing. */
	answer(response: Response): void {
		if (this.stage.is !== 'asking') return;
		const { shown } = this.stage;
		const { score, remark } = this.#judge.judge(response, shown.shelved.item);
		this.remark = remark;
		if (score === 'invalid') return;
		const rating = response.kind === 'flashcard' ? response.rating : ratingFromScore(score);
		this.#take(shown, response, score, rating);
		// A self-rated answer was seen before it was rated: there is nothing left to show.
		if (isSelfRated(shown)) void this.next();
	}

	/** The learner does not know, and looks: forgotten, without a guess. */
	giveUp(): void {
		if (this.stage.is !== 'asking' || isSelfRated(this.stage.shown)) return;
		this.remark = undefined;
		this.#take(this.stage.shown, undefined, 0, AGAIN);
	}

	#take(shown: Shown, response: Response | undefined, score: number, rating: Rating): void {
		const spent = Math.max(0, this.#clock.elapsed() - shown.since);
		this.#commit([], {
			shown,
			response,
			score,
			rating,
			outcome: shown.outcomes[rating],
			slip: false,
			durationMs: Math.min(MAX_DURATION_MS, Math.round(spent))
		});
	}

	/** Gives the last answer another rating; a wrong one becomes right only as a slip. */
	change(rating: Rating, slip = false): void {
		if (this.stage.is !== 'answered') return;
		const { answered } = this.stage;
		const outcome = answered.shown.outcomes[rating];
		this.answers = this.answers.slice(0, -1);
		this.#commit(answered.batches, { ...answered, rating, slip, outcome });
	}

	/** Appends an answer, after making void what it replaces. */
	#commit(replaced: readonly string[], answer: Omit<Answered, 'batches'>): void {
		const batch = this.#learner.token();
		const moment = this.#learner.moment();
		// What is rated anew is put in the place of what it replaces.
		const state = replaced.length > 0 ? undefined : this.#learner.stateOf(answer.shown.card.key);
		const drafts = [
			...[...replaced].reverse().map((target) => undoDraft(target, { ...moment, batch })),
			answerDraft(answer, { ...moment, batch }, readsAsPractice(state, moment.day))
		];
		const answered = { ...answer, batches: [...replaced, batch] };
		this.answers = [...this.answers, answered];
		this.#acts = [...this.#acts.filter((act) => !replaced.includes(act)), batch];
		this.stage = { is: 'answered', answered };
		this.#save(batch, drafts);
	}

	#save(token: string, drafts: readonly EntryDraft[]): void {
		this.saved = false;
		void this.#learner.act(token, drafts).then((saved) => {
			this.saved = saved && !this.#learner.unsaved;
		});
	}

	get canUndo(): boolean {
		return this.#acts.length > 0;
	}

	/** The last act of the sitting, when it was a control, while what it was done to is shown. */
	get lastControl(): Control | undefined {
		const last = this.#controls.at(-1);
		if (!last || last.batch !== this.#acts.at(-1)) return undefined;
		const isStill = cardOf(last.stage) === cardOf(this.stage);
		return isStill || leavesCard(last.control) ? last.control : undefined;
	}

	/** Does something with an item besides answering it, and goes on where its card is to go. */
	control(control: Control): void {
		const batch = this.#learner.token();
		this.#controls = [...this.#controls, { control, batch, stage: this.stage }];
		this.#acts = [...this.#acts, batch];
		this.#save(batch, [controlDraft(control, { ...this.#learner.moment(), batch })]);
		// What is done with a card that was shown before leaves the one that is shown now.
		const shown = cardOf(this.stage);
		const isOther = 'cards' in control && shown !== undefined && !control.cards.includes(shown);
		if (leavesCard(control) && !isOther) void this.next();
	}

	/** Takes back the last act of the sitting, whichever it was. */
	undo(): void {
		const act = this.#acts.at(-1);
		if (act === undefined) return;
		this.#acts = this.#acts.slice(0, -1);
		this.remark = undefined;
		const control = this.#controls.at(-1);
		if (control?.batch === act) this.#undoControl(control);
		else this.#undoAnswer();
	}

	/** Takes acts back, latest first, in one act. */
	#undoActs(targets: readonly string[]): void {
		const batch = this.#learner.token();
		const done = { ...this.#learner.moment(), batch };
		this.#save(
			batch,
			[...targets].reverse().map((target) => undoDraft(target, done))
		);
	}

	/** Takes the last answer back and shows its card again. */
	#undoAnswer(): void {
		const last = this.answers.at(-1);
		if (!last) return;
		this.answers = this.answers.slice(0, -1);
		this.#undoActs(last.batches);
		this.#askAgain(last.shown);
	}

	/** Takes the last control back and shows what was shown then; what is still shown is left. */
	#undoControl({ batch, stage }: Controlled): void {
		this.#controls = this.#controls.slice(0, -1);
		this.#undoActs([batch]);
		// Of an answer that has been changed since and taken back there is nothing to show.
		const isGone = stage.is === 'answered' && !this.answers.includes(stage.answered);
		if (this.stage === stage || isGone) return;
		if (stage.is === 'asking') this.#askAgain(stage.shown);
		else this.stage = stage;
	}

	/** Asks once more, with the options in the same places. */
	#askAgain({ card, shelved, seed }: Shown): void {
		this.stage = { is: 'asking', shown: this.#prepare(card, shelved, seed) };
	}

	/** How many of the sitting's answers were right at the first look. */
	get right(): number {
		return this.answers.filter(({ rating }) => rating !== AGAIN).length;
	}
}
