import type { CardHistory, PastAnswer } from '../log/card-history';
import type { Scheduler } from './scheduler';

/** Why a card comes back when it does; how that is said is for the page to know. */
export type WhyDue =
	/** Nothing was decided yet. */
	| { readonly is: 'new' }
	/** Made new again on a study day. */
	| { readonly is: 'reset'; readonly on: number }
	/** In its steps: so many seconds after the answer. */
	| { readonly is: 'step'; readonly answer: PastAnswer; readonly delay: number }
	/** On the study day `due`, so many days after the answer, when recall is this likely (0..1). */
	| {
			readonly is: 'interval';
			readonly answer: PastAnswer;
			readonly days: number;
			readonly recall: number;
			readonly due: number;
	  }
	/** Moved by hand on a study day, from one study day to another. */
	| { readonly is: 'moved'; readonly on: number; readonly from: number; readonly due: number };

/** The reason for a card's due day, from what the log tells of it. */
export function whyDue({ record, decision }: CardHistory, scheduler: Scheduler): WhyDue {
	const { state } = record;
	if (decision?.by === 'reset') return { is: 'reset', on: decision.on };
	if (!state || !decision) return { is: 'new' };
	if ('at' in state.due) {
		const delay = (state.due.at - state.lastAt) / 1_000;
		return { is: 'step', answer: decision.answer, delay };
	}
	const { day: due } = state.due;
	if (decision.by === 'schedule' && decision.from !== due) {
		return { is: 'moved', on: decision.on, from: decision.from, due };
	}
	const days = due - state.lastDay;
	const recall = scheduler.retrievability(state.memory, days);
	return { is: 'interval', answer: decision.answer, days, recall, due };
}
