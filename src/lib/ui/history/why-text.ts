import type { WhyDue } from '$lib/core/scheduling/why-due';
import { m } from '$lib/paraglide/messages';
import { dayText } from '../day-text';
import { daysText, secondsText } from '../interval-text';
import { percentText } from '../percent-text';
import { pastAnswerText } from './history-text';

interface Reader {
	readonly lang: string;
	/** The study day it is. */
	readonly today: number;
	readonly buttons: 2 | 4;
}

/** Why a card comes back when it does, in a sentence or two. */
export function whyText(why: WhyDue, { lang, today, buttons }: Reader): string {
	const day = (number: number) => dayText(number, lang, today);
	switch (why.is) {
		case 'new':
			return m.why_new();
		case 'reset':
			return m.why_reset({ date: day(why.on) });
		case 'moved':
			return m.why_moved({ date: day(why.on), from: day(why.from), due: day(why.due) });
		case 'step':
			return m.why_step({
				date: day(why.answer.entry.day),
				answer: pastAnswerText(why.answer, buttons),
				time: secondsText(why.delay, lang)
			});
		case 'interval': {
			const told = {
				date: day(why.answer.entry.day),
				answer: pastAnswerText(why.answer, buttons),
				time: daysText(why.days, lang),
				chance: percentText(why.recall, lang),
				due: day(why.due)
			};
			return why.due <= today ? m.why_interval_past(told) : m.why_interval(told);
		}
	}
}
