import { check, flag, int, mapped, optional, record } from './codec';
import { text, tuple, uint, usual, word, type Codec } from './codec';

const MINUTE = 60_000;
/** The year 2500: later is a mistake. */
const LAST_MOMENT = Date.UTC(2500, 0);
const QUARTER = 15;
const MAX_OFFSET = 18 * 60;

/** A moment as somebody's clock said it. */
export interface Moment {
	/** UTC milliseconds. */
	readonly at: number;
	/** Minutes east of UTC, in quarters of an hour. */
	readonly offset: number;
}

/** When students see the right answers: with the document, with a later one, or not at all. */
export type KeyMode = 'at-once' | 'release' | 'device';

/** What a teacher wishes of an assignment. Nothing here can be enforced on another's phone. */
export interface Policy {
	/** In whole minutes. */
	readonly opens?: Moment;
	/** In whole minutes; what comes later is marked late and never refused. */
	readonly due?: Moment;
	/** 0 for as many as one likes. */
	readonly attempts: number;
	/** Which attempt counts. */
	readonly counts: 'first' | 'best' | 'last';
	/** Minutes an attempt may take. */
	readonly minutes?: number;
	/** Percent. */
	readonly passMark?: number;
	readonly shuffle: boolean;
	/** When an answer's score is shown: after each item, at the end, or once released. */
	readonly feedback: 'each' | 'end' | 'release';
	readonly keyMode: KeyMode;
	/** Whether students say how sure they are. */
	readonly certainty: boolean;
	/** BCP 47. */
	readonly lang: string;
}

/** @param step milliseconds that the wire counts in */
export const momentCodec = (step: number): Codec<Moment> =>
	mapped(
		tuple(uint(LAST_MOMENT, step), int(MAX_OFFSET, QUARTER)),
		({ at, offset }: Moment) => [at, offset] as const,
		([at, offset]) => ({ at, offset })
	);

const LANG = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

const lang: Codec<string> = {
	write: (value) => value,
	read(value) {
		const read = text(35).read(value);
		check(LANG.test(read));
		return read;
	}
};

export const policyCodec: Codec<Policy> = record<Policy>({
	opens: optional(0, momentCodec(MINUTE)),
	due: optional(1, momentCodec(MINUTE)),
	attempts: usual(2, uint(99), 1),
	counts: usual(3, word('first', 'best', 'last'), 'first'),
	minutes: optional(4, uint(24 * 60)),
	passMark: optional(5, uint(100)),
	shuffle: usual(6, flag, true),
	feedback: usual(7, word('each', 'end', 'release'), 'end'),
	keyMode: usual(8, word('at-once', 'release', 'device'), 'at-once'),
	certainty: usual(9, flag, false),
	lang: usual(10, lang, 'en')
});
