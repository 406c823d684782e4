import type { KeyMode, Moment, Policy } from '../assignment/policy';
import { isRecord } from '../guard';

/** What a set is for. It decides what is offered, and nothing that is marked. */
export type Use = 'practice' | 'test';

/** What a teacher wishes of a set; its language comes from what is in it. */
export interface SetPolicy extends Omit<Policy, 'lang'> {
	readonly use: Use;
}

/** How each use begins. */
export const POLICIES: Readonly<Record<Use, SetPolicy>> = {
	practice: {
		...{ use: 'practice', attempts: 0, counts: 'best', shuffle: true },
		...{ feedback: 'each', keyMode: 'at-once', certainty: false }
	},
	test: {
		...{ use: 'test', attempts: 1, counts: 'first', shuffle: true },
		...{ feedback: 'release', keyMode: 'release', certainty: false }
	}
};

/** Minutes and attempts that are offered. */
export const ATTEMPTS: readonly number[] = [1, 2, 3, 0];
export const MINUTES: readonly number[] = [5, 10, 20, 30, 45, 60];

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MAX_MINUTES = 24 * 60;
const MAX_ATTEMPTS = 99;
const QUARTER = 15;
const LAST_MOMENT = Date.UTC(2500, 0);

const wholeIn = (value: unknown, least: number, most: number): number | undefined =>
	Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most
		? (value as number)
		: undefined;

/** A moment as it travels: in whole minutes, its offset in quarters of an hour. */
export const travelling = ({ at, offset }: Moment): Moment => ({
	at: Math.floor(at / MINUTE_MS) * MINUTE_MS,
	offset: Math.round(offset / QUARTER) * QUARTER
});

function readMoment(value: unknown): Moment | undefined {
	if (!isRecord(value)) return undefined;
	const [at, offset] = [wholeIn(value.at, 0, LAST_MOMENT), wholeIn(value.offset, -1_080, 1_080)];
	return at === undefined || offset === undefined ? undefined : travelling({ at, offset });
}

const among = <T extends string>(all: readonly T[], value: unknown, usual: T): T =>
	all.find((each) => each === value) ?? usual;

const flagIn = (value: unknown, usual: boolean) => (typeof value === 'boolean' ? value : usual);

/** Reads a policy as a log holds it: what cannot be one reads as the default of its use. */
export function readSetPolicy(value: unknown): SetPolicy {
	if (!isRecord(value)) return POLICIES.practice;
	const use = among(['practice', 'test'] as const, value.use, 'practice');
	const usual = POLICIES[use];
	const [opens, due] = [readMoment(value.opens), readMoment(value.due)];
	const minutes = wholeIn(value.minutes, 1, MAX_MINUTES);
	const passMark = wholeIn(value.passMark, 0, 100);
	return {
		use,
		...(opens ? { opens } : {}),
		...(due ? { due } : {}),
		...(minutes === undefined ? {} : { minutes }),
		...(passMark === undefined ? {} : { passMark }),
		attempts: wholeIn(value.attempts, 0, MAX_ATTEMPTS) ?? usual.attempts,
		counts: among(['first', 'best', 'last'] as const, value.counts, usual.counts),
		shuffle: flagIn(value.shuffle, usual.shuffle),
		feedback: among(['each', 'end', 'release'] as const, value.feedback, usual.feedback),
		keyMode: among(['at-once', 'release', 'device'] as const, value.keyMode, usual.keyMode),
		certainty: flagIn(value.certainty, usual.certainty)
	};
}

/** The defaults of another use, with the dates and limits that were chosen. */
export function usedFor({ opens, due, minutes, passMark }: SetPolicy, use: Use): SetPolicy {
	return {
		...POLICIES[use],
		...(opens ? { opens } : {}),
		...(due ? { due } : {}),
		...(minutes === undefined ? {} : { minutes }),
		...(passMark === undefined ? {} : { passMark })
	};
}

/** The policy with a member that is another, or is not there any more. */
export function withPolicy(policy: SetPolicy, change: Partial<Record<keyof SetPolicy, unknown>>) {
	const next = Object.entries({ ...policy, ...change }).filter(([, value]) => value !== undefined);
	return readSetPolicy(Object.fromEntries(next));
}

/** When students may see the right answers, by what is in a set: what every app has hides nothing. */
export const keyModesFor = (hasBundled: boolean): readonly KeyMode[] =>
	hasBundled ? ['at-once'] : ['at-once', 'release', 'device'];

/** The policy as it can be sent: keys that are not there cannot be shown before the release. */
export function sendable(policy: SetPolicy, hasBundled: boolean): SetPolicy {
	const keyMode = keyModesFor(hasBundled).includes(policy.keyMode) ? policy.keyMode : 'at-once';
	return { ...policy, keyMode, feedback: keyMode === 'at-once' ? policy.feedback : 'release' };
}

/** The policy as it travels. @param lang BCP 47 */
export function policyOf({ use: _, ...policy }: SetPolicy, lang: string): Policy {
	return { ...policy, lang };
}

/**
 * The policy of a second link, with half as much time again: of the minutes, or, where there are
 * none, a day more until it is due. Undefined where there is no time to give.
 */
export function withMoreTime(policy: SetPolicy): SetPolicy | undefined {
	const { minutes, due } = policy;
	if (minutes !== undefined) {
		return { ...policy, minutes: Math.min(MAX_MINUTES, Math.ceil(minutes * 1.5)) };
	}
	return due && { ...policy, due: { ...due, at: due.at + DAY_MS } };
}
