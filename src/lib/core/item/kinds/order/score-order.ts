import { seededRandom, shuffled } from '../../../random';
import { plainText } from '../../../text';
import type { Score } from '../../response';
import { followers, type OrderItem, type OrderResponse, type PublicOrderItem } from './order';

/** How often a shuffle may come too near to the key. */
const MOST_TRIES = 20;

const idsOf = (steps: readonly { readonly id: string }[]) => steps.map(({ id }) => id);

/** Whether these are all the ids of the key, each once. */
function isArrangement(given: unknown, key: readonly string[]): given is readonly string[] {
	if (!Array.isArray(given) || given.length !== key.length) return false;
	const left = new Set<unknown>(key);
	// A hole in the list is passed over, and leaves its step behind.
	return given.every((id) => left.delete(id)) && left.size === 0;
}

/** Neighbours of the key that are neighbours here, in that order, by all of them. */
export function scoreOrder({ steps }: OrderResponse, item: OrderItem): Score {
	const key = idsOf(item.steps);
	if (!isArrangement(steps, key)) return 'invalid';
	return followers(steps, key).size / (key.length - 1);
}

/** The steps in the right order, in words. */
export const orderKeyText = ({ steps }: OrderItem): string =>
	steps.map(({ text }, at) => `${at + 1}. ${plainText(text)}`).join('; ');

/** A shuffle that earns less than half as it stands, and so is not the key. */
function scrambled<T extends { readonly id: string }>(steps: readonly T[], seed: string) {
	const random = seededRandom(`${seed}:steps`);
	const key = idsOf(steps);
	for (let tries = 0; tries < MOST_TRIES; tries++) {
		const shown = shuffled(steps, random);
		if (2 * followers(idsOf(shown), key).size < key.length - 1) return shown;
	}
	return [...steps].reverse();
}

/** @param seed says in which order the steps are shown first; by id without one */
export function publicOrder({ id, stem, steps }: OrderItem, seed?: string): PublicOrderItem {
	const plain = steps.map((step) => ({ id: step.id, text: step.text }));
	const shown =
		seed === undefined ? plain.sort((a, b) => (a.id < b.id ? -1 : 1)) : scrambled(plain, seed);
	return { kind: 'order', id, stem, steps: shown };
}
