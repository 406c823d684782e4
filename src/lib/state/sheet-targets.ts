import { bytesOfHex } from '$lib/core/assignment/bytes';
import type { Question } from '$lib/core/assignment/public-document';
import type { SheetTarget } from '$lib/core/assignment/sheet';
import { publicItem } from '$lib/core/item/registry';
import type { SentAssignment } from '$lib/core/teaching/sent';
import type { Teaching } from './teaching.svelte';

/** What sheets may be for, and the keys that open them. */
export async function sheetTargets(
	{ teacher, ports, sent }: Teaching,
	wanted: readonly SentAssignment[] = sent
): Promise<readonly SheetTarget[]> {
	if (!teacher) return [];
	return Promise.all(
		wanted.map(async ({ id, salt, items }) => ({
			id: bytesOfHex(id),
			opener: await ports.opener(teacher.seed, salt),
			questions: items.map(({ item, part }) => publicItem(item, part) as Question)
		}))
	);
}
