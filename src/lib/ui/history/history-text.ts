import { traits } from '$lib/core/item/traits';
import { isWrong, type PastAnswer } from '$lib/core/log/card-history';
import { AGAIN, EASY, GOOD, HARD, type Rating } from '$lib/core/scheduling/rating';
import { m } from '$lib/paraglide/messages';
import { comebackText } from '../interval-text';

const names = {
	[AGAIN]: m.rating_again,
	[HARD]: m.rating_hard,
	[GOOD]: m.rating_good,
	[EASY]: m.rating_easy
};

const modes = {
	study: m.history_mode_study,
	quiz: m.history_mode_quiz,
	assignment: m.history_mode_assignment,
	drill: m.history_mode_drill
};

/** A rating by the name its button has: two buttons are named otherwise than four. */
function ratingText(rating: Rating, buttons: 2 | 4): string {
	if (buttons === 2 && rating === AGAIN) return m.rating_not_yet();
	if (buttons === 2 && rating === GOOD) return m.rating_knew_it();
	return names[rating]();
}

const scoreText = (score: number) =>
	score === 1 ? m.history_right() : score > 0 ? m.answer_partly() : m.history_wrong();

/** How an answer was, in words. */
export function pastAnswerText({ entry }: PastAnswer, buttons: 2 | 4): string {
	const { score, rating, slip, guess, itemKind } = entry;
	if (slip) return m.history_slip();
	if (guess) return m.history_guess();
	// A kind of a later version has no traits here.
	if (score === undefined || traits[itemKind]?.selfRated) return ratingText(rating, buttons);
	const said = rating === HARD || rating === EASY ? `, ${names[rating]()}` : '';
	return scoreText(score) + said;
}

/** How many answers there were, and how many of them were not right. */
export function countsText(answers: readonly PastAnswer[]): string {
	const [count, wrong] = [answers.length, answers.filter(isWrong).length];
	return wrong > 0 ? m.history_count_wrong({ count, wrong }) : m.history_count({ count });
}

/** What an answer did, and where it was given. */
export function effectText({ entry, did }: PastAnswer, lang: string): string {
	const mode = modes[entry.mode]();
	if (did === 'practice' || entry.kind === 'practice') return `${mode} · ${m.history_no_effect()}`;
	return `${mode} · ${m.history_next_in({ time: comebackText(entry, lang) })}`;
}
