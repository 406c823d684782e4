/** The log of a learner who has studied for years, as every part of the bench has it. */
import type { Comeback, ReviewEntry } from '../../lib/core/log/entry';
import { seededRandom, type Random } from '../../lib/core/random';
import type { Rating } from '../../lib/core/scheduling/rating';
import { SCHEDULER_NAME } from '../../lib/core/scheduling/scheduler';

export const REVIEWS_A_CARD = 10;

const DAY_MS = 86_400_000;
const FIRST_DAY = 19_000;
/** New cards come over so many days. */
const SPREAD_DAYS = 700;

/** Days to the next review after so many, give or take: about what FSRS would say. */
const INTERVALS = [0, 2, 5, 12, 25, 50, 90, 150, 220, 300];

interface Review {
	readonly card: number;
	readonly at: number;
	readonly day: number;
	readonly rating: Rating;
	readonly comeback: Comeback;
}

export interface LogOptions {
	readonly cards: number;
	/** Who wrote it. */
	readonly device: string;
	/** Study day of the last review; where the chosen days happen to end if absent. */
	readonly lastDay?: number;
}

/** No bank has these cards. */
export const nameOf = (card: number) => `bench/item-${card}#`;

const ratingOf = (chance: number): Rating => (chance < 0.1 ? 1 : chance < 0.2 ? 2 : 3);

/** A learning step on the first day, then reviews that lie further and further apart. */
function reviewsOf(card: number, random: Random): readonly Review[] {
	let day = FIRST_DAY + Math.floor(random() * SPREAD_DAYS);
	return INTERVALS.map((interval, at) => {
		day += Math.ceil(interval * (0.8 + 0.4 * random()));
		const next = INTERVALS[at + 1] ?? 365;
		return {
			card,
			day,
			at: day * DAY_MS + Math.floor(((at + random()) * DAY_MS) / REVIEWS_A_CARD),
			rating: ratingOf(random()),
			comeback: next <= 2 ? { delay: 600, step: 1 } : { interval: next }
		};
	});
}

function entryOf(review: Review, index: number, device: string, shift: number): ReviewEntry {
	const { card, rating, comeback } = review;
	const at = review.at + shift * DAY_MS;
	return {
		v: 1,
		id: `${device}.${index + 1}`,
		t: at,
		at,
		offset: 540,
		day: review.day + shift,
		kind: 'review',
		batch: `batch${index}`,
		card: nameOf(card),
		revision: '0123456789abcdef',
		itemKind: 'choice',
		rating,
		score: rating === 1 ? 0 : 1,
		response: { kind: 'choice', option: 'a' },
		mode: 'study',
		durationMs: 4_200,
		scheduler: SCHEDULER_NAME,
		...comeback
	};
}

/** Ten reviews a card as the store gives them: in the order written, which is that of time. */
export function makeLog({ cards, device, lastDay }: LogOptions): readonly ReviewEntry[] {
	const random = seededRandom('fold');
	const reviews = Array.from({ length: cards }, (_, card) => reviewsOf(card, random)).flat();
	reviews.sort((a, b) => a.at - b.at);
	const shift = lastDay === undefined ? 0 : lastDay - (reviews.at(-1)?.day ?? 0);
	return reviews.map((review, index) => entryOf(review, index, device, shift));
}
