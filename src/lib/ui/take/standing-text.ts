import type { SheetState } from '$lib/core/taking/received';
import { m } from '$lib/paraglide/messages';

const texts: { readonly [K in SheetState]: () => string } = {
	open: m.take_go_on,
	saved: m.hand_in_saved,
	sent: m.hand_in_sent,
	received: m.hand_in_received,
	missing: m.hand_in_missing
};

/** How an attempt stands, in a list of those that can be gone on with. */
export const standingText = (state: SheetState): string => texts[state]();
