import { isRecord } from '../guard';
import type { Difficulty, Kind } from '../item/item';
import { traits } from '../item/traits';

/** Which items a quiz is drawn from; of all of them the unseen come first. */
export type DrawFrom = 'all' | 'unseen' | 'seen' | 'missed';

export const DRAW_FROM: readonly DrawFrom[] = ['all', 'unseen', 'seen', 'missed'];
export const DIFFICULTIES: readonly Difficulty[] = ['easy', 'medium', 'hard'];

/** Kinds a quiz can ask, in the order they are offered: what rates itself is not among them. */
export const QUIZ_KINDS: readonly Kind[] = (Object.keys(traits) as Kind[]).filter(
	(kind) => !traits[kind].selfRated
);

/** How many items a quiz has that does not ask for all of them. */
export const QUIZ_SIZES: readonly number[] = [5, 10, 20];

/** Time limits that are offered, in minutes. */
export const TIME_LIMITS: readonly number[] = [5, 10, 20];

/** How a learner wants a quiz; of an empty list everything is wanted. */
export interface QuizSettings {
	/** `bank/topic` */
	readonly topics: readonly string[];
	readonly kinds: readonly Kind[];
	readonly difficulties: readonly Difficulty[];
	/** Most items; undefined for all there are. */
	readonly count: number | undefined;
	readonly from: DrawFrom;
	/** Minutes for the whole quiz; undefined for as long as it takes. */
	readonly minutes: number | undefined;
	/** Whether the items come mixed, or in the order of their banks. */
	readonly shuffle: boolean;
	/** When an answer is said to be right or not. */
	readonly feedback: 'once' | 'end';
	/** Whether each answer comes with how sure the learner is. */
	readonly certainty: boolean;
}

/** What a quiz is without being set up. */
export const DEFAULT_QUIZ: QuizSettings = {
	...{ topics: [], kinds: [], difficulties: [], count: 10, from: 'all' },
	...{ minutes: undefined, shuffle: true, feedback: 'once', certainty: false }
};

const MAX_COUNT = 9_999;
const MAX_MINUTES = 1_440;

const wholeUpTo = (most: number, value: unknown): number | undefined =>
	Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most
		? (value as number)
		: undefined;

const textsIn = (value: unknown): readonly string[] =>
	Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];

const among = <T extends string>(all: readonly T[], value: unknown): readonly T[] =>
	all.filter((each) => textsIn(value).includes(each));

/** Reads settings as a log holds them: what cannot be one reads as the default. */
export function readQuizSettings(value: unknown): QuizSettings {
	if (!isRecord(value)) return DEFAULT_QUIZ;
	const isOn = (name: 'shuffle' | 'certainty') =>
		typeof value[name] === 'boolean' ? value[name] : DEFAULT_QUIZ[name];
	return {
		topics: textsIn(value.topics),
		kinds: among(QUIZ_KINDS, value.kinds),
		difficulties: among(DIFFICULTIES, value.difficulties),
		count: wholeUpTo(MAX_COUNT, value.count),
		from: DRAW_FROM.find((from) => from === value.from) ?? DEFAULT_QUIZ.from,
		minutes: wholeUpTo(MAX_MINUTES, value.minutes),
		shuffle: isOn('shuffle'),
		feedback: value.feedback === 'end' ? 'end' : 'once',
		certainty: isOn('certainty')
	};
}

/** Settings as an entry holds them: JSON has no members that are undefined. */
export const writtenSettings = (settings: QuizSettings): unknown =>
	Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
