/** Reading what is pasted, put together for the page that does: formats and rules come with it alone. */
import { readText, isColumns } from './formats/read-text';
import { digestText } from './platform/digest';
import { randomIds } from './platform/random-ids';
import type { Learner } from './state/learner.svelte';
import { Pasting } from './state/pasting.svelte';

const made = new WeakMap<Learner, Pasting>();

/** One for each learner: what is in its box outlives the page. */
export function pastingOf(learner: Learner): Pasting {
	const pasting = made.get(learner) ?? composePasting(learner);
	made.set(learner, pasting);
	return pasting;
}

const composePasting = (learner: Learner): Pasting =>
	new Pasting(learner, {
		ids: randomIds,
		digest: digestText,
		read: (text, ask) => readText(text, { ask }),
		isColumns,
		rulesBrokenBy: async (items, lang) => {
			const { brokenRules } = await import('./core/bank/rules/check-own');
			return items.map(({ written }) => brokenRules(written, lang));
		}
	});
