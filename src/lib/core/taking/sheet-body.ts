import type { Bytes } from '../assignment/bytes';
import type { Question } from '../assignment/public-document';
import { sheetResponse } from '../assignment/responses';
import type { SheetBody } from '../assignment/sheet-codec';
import type { Begun } from '../quiz/listed-attempts';
import { certaintyOf } from '../quiz/rating-from-score';
import { answerTo } from '../quiz/score-attempt';
import type { Student } from './received';

/** On a sheet, how sure somebody was is a number from 0 to 9. */
const SURE = { guess: 0, unsure: 4, sure: 9 } as const;

const LONGEST = 366 * 86_400_000;

/** An item of an attempt, in the order of its assignment. */
export interface SheetItem {
	/** As the attempt calls it. */
	readonly item: string;
	readonly question: Question;
}

/**
 * What a finished attempt says to the teacher.
 *
 * @param attempt 8 bytes that name the attempt
 * @param asksCertainty whether the policy asks how sure the learner is
 */
export function sheetBody(
	begun: Begun,
	items: readonly SheetItem[],
	student: Student,
	attempt: Bytes,
	asksCertainty: boolean
): SheetBody {
	const { start, finish } = begun;
	const answers = items.map(({ item }) => answerTo(begun, item));
	const responseAt = (at: number) => answers[at]?.response ?? undefined;
	const quarters = Math.round(start.offset / 15) * 15;
	const lasted = (finish ?? start).at - start.at;
	const certainty = answers.map((answer) => {
		const sure = certaintyOf(answer?.certainty);
		return sure === undefined ? null : SURE[sure];
	});
	return {
		...{ attempt, number: start.number, name: student.name, borrowed: student.borrowed },
		...(student.number === undefined ? {} : { classNumber: student.number }),
		started: { at: Math.floor(start.at / 1_000) * 1_000, offset: quarters },
		lasted: Math.round(Math.min(LONGEST, Math.max(-LONGEST, lasted)) / 1_000) * 1_000,
		answers: items.map(({ question }, at) => sheetResponse(responseAt(at), question)),
		spent: answers.map((answer) => {
			const spent = Math.min(LONGEST, Math.max(0, answer?.durationMs ?? 0));
			return Math.round(spent / 100) * 100;
		}),
		...(asksCertainty ? { certainty } : {})
	};
}
