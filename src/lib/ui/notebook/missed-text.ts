import { givenText } from '$lib/core/notebook/asked-and-given';
import type { MissedCard } from '$lib/core/notebook/missed-items';
import type { Miss, NotebookCard } from '$lib/core/notebook/notebook';
import type { QuizName } from '$lib/core/notebook/quiz-of';
import type { Item } from '$lib/core/item/item';
import { m } from '$lib/paraglide/messages';
import { answerText } from '../item/remark-text';

const formats = new Map<string, Intl.RelativeTimeFormat>();

/** How long ago a study day was; one that a clock has dated ahead is today. */
export function agoText(day: number, today: number, lang: string): string {
	let format = formats.get(lang);
	if (!format) {
		format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
		formats.set(lang, format);
	}
	return format.format(-Math.max(0, today - day), 'day');
}

/** How often a card was missed, and when last. */
export function missedText({ missed }: MissedCard, today: number, lang: string): string {
	const when = agoText(missed.lastDay, today, lang);
	return missed.times === 1
		? m.missed_once({ when })
		: m.missed_times({ count: missed.times, when });
}

export const quizTitle = ({ title }: QuizName): string => title || m.missed_untitled();

/** What there is to say of how a card was missed. */
export interface Badge {
	readonly is: 'new' | 'slipped' | 'guessed' | 'sure';
	readonly text: string;
}

/** @param told what was read of the log; undefined while it is not */
export function badgesOf({ missed }: MissedCard, told: NotebookCard | undefined): readonly Badge[] {
	const how =
		missed.how === 'new'
			? ({ is: 'new', text: m.missed_badge_new() } as const)
			: ({ is: 'slipped', text: m.missed_badge_slipped() } as const);
	const guessed = { is: 'guessed', text: m.missed_badge_guessed() } as const;
	const sure = { is: 'sure', text: m.missed_badge_sure() } as const;
	const isSure = told?.misses.some((miss) => miss.sure) ?? false;
	return [how, missed.guessed ? guessed : [], isSure ? sure : []].flat();
}

/** What was answered when a card was missed, in words. */
export function missText({ response }: Miss, item: Item): string {
	if (response === undefined) return m.missed_gave_up();
	if (item.kind === 'flashcard' && response.kind === 'flashcard') return m.rating_not_yet();
	const given = givenText(response, item);
	return given === undefined ? m.missed_given_gone() : answerText(given);
}
