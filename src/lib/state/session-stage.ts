import type { Card } from '$lib/core/bank/bank';
import type { PublicItem } from '$lib/core/item/public-item';
import type { Response } from '$lib/core/item/response';
import type { Control } from '$lib/core/log/control';
import type { Outcome, Outcomes } from '$lib/core/scheduling/outcomes';
import type { Rating } from '$lib/core/scheduling/rating';
import type { ShelvedItem } from './library.svelte';

/** A card being shown. */
export interface Shown {
	readonly card: Card;
	readonly shelved: ShelvedItem;
	readonly question: PublicItem;
	/** Worked out before the buttons show; answering picks one. */
	readonly outcomes: Outcomes;
	/** Seeds the order of options: another one each time a card comes. */
	readonly seed: string;
	/** By the clock that only grows. */
	readonly since: number;
}

/** A card that was answered. */
export interface Answered {
	readonly shown: Shown;
	/** Undefined when the learner gave up and looked. */
	readonly response: Response | undefined;
	readonly score: number;
	readonly rating: Rating;
	readonly outcome: Outcome;
	/** The learner says it was a slip of the finger. */
	readonly slip: boolean;
	readonly durationMs: number;
	/** The acts that made it: the answer, then each change of its rating. */
	readonly batches: readonly string[];
}

/** Something done with an item besides answering it. */
export interface Controlled {
	readonly control: Control;
	readonly batch: string;
	/** What was shown then. */
	readonly stage: Stage;
}

/** What the session shows. */
export type Stage =
	| { readonly is: 'loading' }
	| { readonly is: 'asking'; readonly shown: Shown }
	| { readonly is: 'answered'; readonly answered: Answered }
	| { readonly is: 'later'; readonly at: number }
	| { readonly is: 'done' }
	| { readonly is: 'failed' };

/** The card that is shown, asked or answered. */
export function cardOf(stage: Stage): string | undefined {
	if (stage.is === 'asking') return stage.shown.card.key;
	return stage.is === 'answered' ? stage.answered.shown.card.key : undefined;
}
