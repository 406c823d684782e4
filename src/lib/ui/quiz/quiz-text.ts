import type { Difficulty } from '$lib/core/item/item';
import type { DrawFrom } from '$lib/core/quiz/quiz-settings';
import type { Tight } from '$lib/core/quiz/draw-items';
import type { Certainty } from '$lib/core/quiz/rating-from-score';
import type { ItemResult, Verdict } from '$lib/core/quiz/score-attempt';
import { m } from '$lib/paraglide/messages';

const difficulties: Readonly<Record<Difficulty, () => string>> = {
	easy: m.quiz_easy,
	medium: m.quiz_medium,
	hard: m.quiz_hard
};

const froms: Readonly<Record<DrawFrom, () => string>> = {
	all: m.quiz_from_all,
	unseen: m.quiz_from_unseen,
	seen: m.quiz_from_seen,
	missed: m.quiz_from_missed
};

const parts: Readonly<Record<Tight, () => string>> = {
	topics: m.quiz_topics,
	kinds: m.quiz_kinds,
	difficulties: m.quiz_difficulty,
	from: m.quiz_from
};

const certainties: Readonly<Record<Certainty, () => string>> = {
	sure: m.quiz_sure,
	unsure: m.quiz_unsure,
	guess: m.quiz_guess
};

const verdicts: Readonly<Record<Verdict, () => string>> = {
	right: m.study_right,
	partly: m.answer_partly,
	wrong: m.study_wrong,
	blank: m.quiz_blank,
	guessed: m.quiz_lucky,
	none: m.quiz_no_score
};

export const difficultyText = (difficulty: Difficulty): string => difficulties[difficulty]();
export const fromText = (from: DrawFrom): string => froms[from]();
export const partOfChoiceText = (part: Tight): string => parts[part]();
export const certaintyText = (certainty: Certainty): string => certainties[certainty]();

/** How an item went, in words. */
export const verdictText = ({ verdict, misconception }: ItemResult): string =>
	misconception ? m.quiz_misconception() : verdicts[verdict]();

/** How what went so looks: neither a lucky guess nor a part of the points is praised as right. */
export function lookOf(verdict: Verdict): 'right' | 'half' | 'wrong' {
	if (verdict === 'guessed' || verdict === 'partly') return 'half';
	return verdict === 'right' ? 'right' : 'wrong';
}

/** Points, with a decimal place where they have one. */
export const pointsText = (points: number, lang: string): string =>
	new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(points);

/** A span as a clock shows it, such as 4:05; whole seconds, rounded up. */
export function clockText(ms: number): string {
	const seconds = Math.ceil(Math.max(0, ms) / 1_000);
	const pad = (value: number) => String(value).padStart(2, '0');
	const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
	const rest = pad(seconds % 60);
	return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}
