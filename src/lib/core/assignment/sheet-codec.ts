import type { Bytes } from './bytes';
import { MAX_ITEMS } from './caps';
import { bytes, check, field, flag, int, list, mapped, nullable, optional, record } from './codec';
import { uint, usual, type Codec } from './codec';
import { nameCodec } from './names';
import { momentCodec, type Moment } from './policy';
import { responseCodec, type SheetResponse } from './responses';

const SECOND = 1_000;
const TENTH = 100;
const DAY = 86_400_000;

const ATTEMPT_LENGTH = 8;

/** How sure a student may say they are: 0 is the least. */
const MOST_CERTAIN = 9;

/** What a student hands in, as it travels inside its seal. */
export interface SheetBody {
	/** 8 random bytes. */
	readonly attempt: Bytes;
	/** From 1; one more each time, as far as this device knows. */
	readonly number: number;
	/** In the class: 출석번호 · 出席番号. */
	readonly classNumber?: number;
	/** What the student calls themself. */
	readonly name: string;
	/** In whole seconds, by the phone's clock. */
	readonly started: Moment;
	/** Milliseconds, in whole seconds, by that clock: less than nothing where it was set back. */
	readonly lasted: number;
	/** One for each item of the assignment, in its order. */
	readonly answers: readonly SheetResponse[];
	/** Milliseconds, in tenths of a second, that each item was on the screen; never less than 0. */
	readonly spent: readonly number[];
	/** How sure the student was of each, where that was asked. */
	readonly certainty?: readonly (number | null)[];
	/** Whether the phone was another's. */
	readonly borrowed: boolean;
}

const body = record<SheetBody>({
	attempt: field(0, bytes(ATTEMPT_LENGTH)),
	number: usual(1, uint(9_999), 1),
	classNumber: optional(2, uint(9_999)),
	name: field(3, nameCodec),
	started: field(4, momentCodec(SECOND)),
	lasted: field(5, int(366 * DAY, SECOND)),
	answers: field(6, list(responseCodec, MAX_ITEMS, 1)),
	spent: field(7, list(uint(366 * DAY, TENTH), MAX_ITEMS)),
	certainty: optional(8, list(nullable(uint(MOST_CERTAIN)), MAX_ITEMS)),
	borrowed: usual(9, flag, false)
});

/** A sheet; its lists are of one length. */
export const sheetCodec: Codec<SheetBody> = mapped(
	body,
	(sheet) => sheet,
	(sheet) => {
		const { answers, spent, certainty } = sheet;
		check(spent.length === answers.length);
		check(certainty === undefined || certainty.length === answers.length);
		return sheet;
	}
);
