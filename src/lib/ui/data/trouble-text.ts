import type { StorageTrouble } from '$lib/core/storage-failure';
import { m } from '$lib/paraglide/messages';

const texts: Readonly<Record<StorageTrouble, () => string>> = {
	unavailable: m.trouble_unavailable,
	quota: m.trouble_quota,
	newer: m.trouble_newer,
	timeout: m.trouble_timeout,
	lost: m.trouble_lost
};

/** Why answers are not being saved, and what to do. */
export default function troubleText(trouble: StorageTrouble): string {
	return texts[trouble]();
}
