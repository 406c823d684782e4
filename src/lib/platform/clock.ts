import type { Clock } from '$lib/core/ports';

/** The device's clock. */
export const systemClock: Clock = {
	now: () => Date.now(),
	offset: (at) => -new Date(at).getTimezoneOffset(),
	elapsed: () => performance.now()
};
