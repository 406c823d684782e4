import type { Moment } from '$lib/core/assignment/policy';

const MINUTE = 60_000;

/** A moment in the zone it was set in, so that everyone in the room reads the same time. */
export const momentText = ({ at, offset }: Moment, lang: string): string =>
	new Intl.DateTimeFormat(lang, {
		...{ timeZone: 'UTC', month: 'short', day: 'numeric', weekday: 'short' },
		...{ hour: 'numeric', minute: '2-digit' }
	}).format(at + offset * MINUTE);
