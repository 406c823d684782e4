import type { LearnerRecord } from '$lib/core/ports';
import { m } from '$lib/paraglide/messages';
import { codeOf } from './data-text';

/** A learner as a list of all shows them: equal names are told apart by their codes. */
export function learnerText({ id, name }: LearnerRecord, all: readonly LearnerRecord[]): string {
	if (name === undefined) return m.data_learner({ code: codeOf(id) });
	const isShared = all.some((other) => other.id !== id && other.name === name);
	return isShared ? m.learner_with_code({ name, code: codeOf(id) }) : name;
}
