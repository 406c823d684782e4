import type { Card } from '$lib/core/bank/bank';
import { Judge } from '$lib/core/item/judge';
import type { PublicItem } from '$lib/core/item/public-item';
import { publicItem } from '$lib/core/item/registry';
import type { Remark } from '$lib/core/item/remark';
import type { Response } from '$lib/core/item/response';
import { traits } from '$lib/core/item/traits';
import { undoDraft } from '$lib/core/log/control';
import type { EntryDraft } from '$lib/core/log/entry';
import { answerDrill, askedIn, startDrill, type Drill } from '$lib/core/notebook/drill';
import { ratingFromScore } from '$lib/core/quiz/rating-from-score';
import { AGAIN, type Rating } from '$lib/core/scheduling/rating';
import { drillDraft, type Drilled } from './drill-draft';
import type { Learner } from './learner.svelte';
import type { Library, ShelvedItem } from './library.svelte';
import type { StudyClock } from './study-clock';

/** Longest time an answer may claim, in milliseconds, as in Study. */
const MAX_DURATION_MS = 10 * 60_000;

/** How many of the next cards are fetched while one is being answered. */
const AHEAD = 3;

/** A card being drilled. */
export interface DrillShown {
	readonly card: Card;
	readonly shelved: ShelvedItem;
	readonly question: PublicItem;
	/** Seeds the order of options: another one in each round. */
	readonly seed: string;
	/** By the clock that only grows. */
	readonly since: number;
}

/** A card that was answered, and what taking it back leads to. */
export interface DrillAnswered extends Drilled {
	readonly shown: DrillShown;
	readonly right: boolean;
	/** The act that made it. */
	readonly batch: string;
	/** The drill before it. */
	readonly before: Drill;
}

/** What the drill shows. */
export type DrillStage =
	| { readonly is: 'loading' }
	| { readonly is: 'asking'; readonly shown: DrillShown }
	| { readonly is: 'answered'; readonly answered: DrillAnswered }
	| { readonly is: 'done' }
	| { readonly is: 'failed' };

/** Rounds through some cards until each was right once; all of it is practice. */
export class DrillSession {
	readonly #learner: Learner;
	readonly #library: Library;
	readonly #clock: StudyClock;
	readonly #judge = new Judge();
	readonly #cards: ReadonlyMap<string, Card>;
	drill: Drill = $state.raw(startDrill([], ''));
	stage: DrillStage = $state.raw({ is: 'loading' });
	/** What there is to say of what was last given, taken or not. */
	remark: Remark | undefined = $state.raw();
	/** Not taken back, oldest first. */
	answers: readonly DrillAnswered[] = $state.raw([]);
	/** Whether the last act has been committed. */
	saved = $state(false);

	constructor(learner: Learner, library: Library, clock: StudyClock) {
		this.#learner = learner;
		this.#library = library;
		this.#clock = clock;
		this.#cards = new Map(library.cards.map((card) => [card.key, card]));
	}

	/** Begins with these cards; of what no bank here has there is nothing to ask. */
	async begin(cards: readonly string[]): Promise<void> {
		const known = cards.filter((card) => this.#cards.has(card));
		this.drill = startDrill(known, this.#learner.token());
		this.answers = [];
		await this.next();
	}

	/** Whether leaving now would interrupt something. */
	get open(): boolean {
		return this.stage.is === 'asking' || this.stage.is === 'answered';
	}

	get canUndo(): boolean {
		return this.answers.length > 0;
	}

	/** Shows the card whose turn it is, or the end. */
	async next(): Promise<void> {
		this.remark = undefined;
		const key = askedIn(this.drill);
		const card = key === undefined ? undefined : this.#cards.get(key);
		if (!card) return void (this.stage = { is: 'done' });
		try {
			const shelved = await this.#library.item(card.item);
			// Meanwhile the answer before it may have been taken back.
			if (askedIn(this.drill) !== key) return;
			this.stage = shelved
				? { is: 'asking', shown: this.#prepare(card, shelved) }
				: { is: 'failed' };
			this.#library.prepare(this.#upcoming);
		} catch {
			this.stage = { is: 'failed' };
		}
	}

	get #upcoming(): readonly Card[] {
		return this.drill.queue.slice(1, 1 + AHEAD).flatMap((key) => this.#cards.get(key) ?? []);
	}

	#prepare(card: Card, shelved: ShelvedItem): DrillShown {
		const seed = `${card.key}:${this.drill.seed}:${this.drill.round}`;
		const question = publicItem(shelved.item, card.part, seed);
		return { card, shelved, question, seed, since: this.#clock.elapsed() };
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
		if (traits[shown.card.kind].selfRated) void this.next();
	}

	/** The learner does not know, and looks: it comes again in the next round. */
	giveUp(): void {
		if (this.stage.is !== 'asking' || traits[this.stage.shown.card.kind].selfRated) return;
		this.remark = undefined;
		this.#take(this.stage.shown, undefined, 0, AGAIN);
	}

	#take(shown: DrillShown, response: Response | undefined, score: number, rating: Rating): void {
		const batch = this.#learner.token();
		const spent = Math.max(0, this.#clock.elapsed() - shown.since);
		const drilled: Drilled = {
			...{ card: shown.card, revision: shown.shelved.revision, response, score, rating },
			durationMs: Math.min(MAX_DURATION_MS, Math.round(spent))
		};
		const right = traits[shown.card.kind].selfRated ? rating !== AGAIN : score === 1;
		const answered = { ...drilled, shown, right, batch, before: this.drill };
		this.answers = [...this.answers, answered];
		this.drill = answerDrill(this.drill, right);
		this.stage = { is: 'answered', answered };
		this.#save(batch, [drillDraft(drilled, { ...this.#learner.moment(), batch })]);
	}

	#save(token: string, drafts: readonly EntryDraft[]): void {
		this.saved = false;
		void this.#learner.act(token, drafts).then((saved) => {
			this.saved = saved && !this.#learner.unsaved;
		});
	}

	/** Takes the last answer back and shows its card again, with the options in the same places. */
	undo(): void {
		const last = this.answers.at(-1);
		if (!last) return;
		this.answers = this.answers.slice(0, -1);
		this.remark = undefined;
		this.drill = last.before;
		const batch = this.#learner.token();
		this.#save(batch, [undoDraft(last.batch, { ...this.#learner.moment(), batch })]);
		this.stage = { is: 'asking', shown: { ...last.shown, since: this.#clock.elapsed() } };
	}
}
