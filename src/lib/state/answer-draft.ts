import { traits } from '$lib/core/item/traits';
import type { Done } from '$lib/core/log/control';
import type { EntryDraft } from '$lib/core/log/entry';
import { SCHEDULER_NAME } from '$lib/core/scheduling/scheduler';
import type { Answered } from './session-stage';

/**
 * The entry of an answer given in Study.
 *
 * @param practice the card has had its review of the day, so this one schedules nothing
 */
export function answerDraft(
	answer: Omit<Answered, 'batches'>,
	done: Done,
	practice: boolean
): EntryDraft {
	const { shown, response, score, rating, slip, durationMs, outcome } = answer;
	const { card } = shown;
	const common = {
		...done,
		card: card.key,
		revision: shown.shelved.revision,
		itemKind: card.kind,
		rating,
		...(response ? { response } : {}),
		...(traits[card.kind].selfRated ? {} : { score: slip ? 1 : score }),
		...(slip ? { slip } : {}),
		mode: 'study' as const,
		durationMs
	};
	if (practice) return { kind: 'practice', ...common };
	const { memory: _, ...comeback } = outcome;
	return { kind: 'review', ...common, ...comeback, scheduler: SCHEDULER_NAME };
}
