/** Where Kit keeps the state of a page; it gives it to the page again only after a navigation. */
const KEPT = 'sveltekit:states';

const payloadIn = (state: unknown): string | undefined => {
	const { payload } = (state ?? {}) as { payload?: unknown };
	return typeof payload === 'string' ? payload : undefined;
};

/** The payload that was taken out of the address, also after a reload. */
export const keptPayload = (state: unknown): string | undefined =>
	payloadIn(state) ?? payloadIn((history.state as Record<string, unknown> | null)?.[KEPT]);
