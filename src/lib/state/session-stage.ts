import type { Card } from '$lib/core/bank/bank';
import type { PublicItem } from '$lib/core/item/public-item';
import type { Response } from '$lib/core/item/response';
import { traits } from '$lib/core/item/traits';
import type { Control } from '$lib/core/log/control';
import type { CardRecord } from '$lib/core/log/fold-card';
import { leechAlert } from '$lib/core/scheduling/leech';
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
	/** How often it had lapsed until then. */
	readonly lapses: number;
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
	/** The chosen length is reached, and there is more. */
	| { readonly is: 'reached' }
	| { readonly is: 'failed' };

/** The card that is shown, asked or answered. */
export function cardOf(stage: Stage): string | undefined {
	if (stage.is === 'asking') return stage.shown.card.key;
	return stage.is === 'answered' ? stage.answered.shown.card.key : undefined;
}

/** Whether the learner says how well it was known. */
export const isSelfRated = ({ card }: Shown): boolean => traits[card.kind].selfRated;

/** Whether an answer let its card slip so often that it is said. @param record of the card since */
export const letSlip = ({ shown }: Answered, { state, suspended }: CardRecord): boolean =>
	!suspended && state !== undefined && state.lapses > shown.lapses && leechAlert(state.lapses);
