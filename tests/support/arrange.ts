import type { Item } from '../../src/lib/core/item/item';
import { pairsOf, stepsOf } from './authored';

/** What a page is asked to do, whatever drives it. */
export interface Hand {
	click(selector: string): Promise<void>;
	/** The attribute of every such element, in their order. */
	listOf(selector: string, attribute: string): Promise<readonly string[]>;
}

/** Whether an item is answered by matching or by putting in order. */
export const isArranged = ({ kind }: Item): boolean => kind === 'match' || kind === 'order';

async function putInOrder(hand: Hand, wanted: readonly string[]): Promise<void> {
	for (const [place, step] of wanted.entries()) {
		const now = await hand.listOf('[data-step]', 'data-step');
		for (let at = now.indexOf(step); at > place; at -= 1) {
			await hand.click(`[data-step="${step}"] [data-move="-1"]`);
		}
	}
}

/** Answers a match or an order on the page, rightly or wrongly. */
export async function arrange(hand: Hand, item: Item, right: boolean): Promise<void> {
	for (const [premise, response] of pairsOf(item, right)) {
		await hand.click(`[data-premise="${premise}"]`);
		await hand.click(`[data-response="${response}"]`);
	}
	await putInOrder(hand, stepsOf(item, right));
	await hand.click('[data-check]');
}
