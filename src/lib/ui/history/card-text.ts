import { standingOf } from '$lib/core/browse/standing';
import type { CardRecord, CardState } from '$lib/core/log/fold-card';
import { m } from '$lib/paraglide/messages';
import { daysText, secondsText } from '../interval-text';

/** When it is, for whoever reads of a card. */
export interface Now {
	/** UTC milliseconds. */
	readonly at: number;
	/** Study day. */
	readonly day: number;
}

/** How long until a card comes back; undefined when it is due. */
export function timeLeftText({ due }: CardState, { at, day }: Now, lang: string) {
	if ('at' in due) {
		const seconds = (due.at - at) / 1_000;
		return seconds > 0 ? secondsText(Math.max(60, seconds), lang) : undefined;
	}
	return due.day > day ? daysText(due.day - day, lang) : undefined;
}

/** Whether a card comes up, and when. */
export function cardText(record: CardRecord, now: Now, lang: string): string {
	const standing = standingOf(record, now.day);
	if (standing === 'suspended') return m.browse_state_suspended();
	if (standing === 'buried') return m.browse_state_buried();
	if (!record.state) return m.item_state_new();
	const time = timeLeftText(record.state, now, lang);
	return time === undefined ? m.item_state_due() : m.item_state_returns({ time });
}

const phases = {
	learning: m.item_phase_learning,
	review: m.item_phase_review,
	relearning: m.item_phase_relearning
};

/** How far a card is learnt, and about how long it is remembered; undefined while it is new. */
export function memoryText({ state }: CardRecord, lang: string): string | undefined {
	if (!state) return undefined;
	const days = Math.round(state.memory.stability);
	if (state.phase !== 'review' || days < 1) return phases[state.phase]();
	const time = daysText(days, lang);
	return `${phases.review()} · ${m.item_stability({ time })}`;
}
