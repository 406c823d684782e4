import type { Card } from '$lib/core/bank/bank';
import type { Response } from '$lib/core/item/response';
import { traits } from '$lib/core/item/traits';
import type { Done } from '$lib/core/log/control';
import type { EntryDraft } from '$lib/core/log/entry';
import type { Rating } from '$lib/core/scheduling/rating';

/** An answer given in a drill. */
export interface Drilled {
	readonly card: Card;
	readonly revision: string;
	/** Undefined when the learner gave up and looked. */
	readonly response: Response | undefined;
	/** 0..1 */
	readonly score: number;
	readonly rating: Rating;
	readonly durationMs: number;
}

/** The entry of an answer in a drill: history, which moves neither the schedule nor the notebook. */
export const drillDraft = (drilled: Drilled, done: Done): EntryDraft => ({
	...done,
	kind: 'practice',
	card: drilled.card.key,
	revision: drilled.revision,
	itemKind: drilled.card.kind,
	rating: drilled.rating,
	...(drilled.response ? { response: drilled.response } : {}),
	...(traits[drilled.card.kind].selfRated ? {} : { score: drilled.score }),
	mode: 'drill',
	durationMs: drilled.durationMs
});
