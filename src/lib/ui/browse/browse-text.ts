import type { BrowseState } from '$lib/core/browse/browse-filter';
import type { ItemStanding } from '$lib/core/browse/standing';
import { m } from '$lib/paraglide/messages';
import { timeLeftText, type Now } from '../history/card-text';

const stateNames: Readonly<Record<BrowseState, () => string>> = {
	new: m.browse_state_new,
	learning: m.browse_state_learning,
	due: m.browse_state_due,
	later: m.browse_state_later,
	buried: m.browse_state_buried,
	suspended: m.browse_state_suspended,
	missed: m.browse_state_missed,
	leech: m.search_state_leech,
	noted: m.browse_state_noted,
	flagged: m.browse_state_flagged
};

export const stateText = (state: BrowseState): string => stateNames[state]();

/** Where an item stands; one that comes back later says when. */
export function standingText({ standing, record }: ItemStanding, now: Now, lang: string): string {
	const time =
		standing === 'later' && record.state ? timeLeftText(record.state, now, lang) : undefined;
	return time === undefined ? stateText(standing) : m.browse_returns({ time });
}
