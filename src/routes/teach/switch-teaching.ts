import { isTeaching, TEACHING } from '$lib/core/teaching/switch';
import { keepPart } from '$lib/pwa/parts';
import type { Learner } from '$lib/state/learner.svelte';

/** Switches teaching on or off in the learner's log; what was made stays where it is. */
export function switchTeaching(learner: Learner, isOn: boolean): Promise<boolean> {
	if (isTeaching(learner.fold) === isOn) return Promise.resolve(true);
	if (isOn) keepPart('teach');
	const batch = learner.token();
	const draft = {
		...learner.moment(),
		kind: 'setting',
		batch,
		key: TEACHING,
		value: isOn
	} as const;
	return learner.act(batch, [draft]);
}
