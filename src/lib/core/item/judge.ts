import type { Item } from './item';
import { remarkOn, scoreResponse } from './registry';
import type { AskAgain, Remark } from './remark';
import type { Response, Score } from './response';

/** What somebody may mean all the same: whatever else is missing, an answer was given. */
const MEANT: ReadonlySet<AskAgain['why']> = new Set([
	...(['redirected', 'no-number', 'out-of-range', 'unfinished'] as const)
]);

/** Names a typed response that is asked again and may be meant; undefined for any other. */
function nameOf(response: Response, item: Item, remark: Remark | undefined): string | undefined {
	if (remark?.is !== 'ask-again' || !MEANT.has(remark.again.why)) return undefined;
	return 'text' in response ? `${item.id} ${response.text.trim()}` : undefined;
}

/**
 * Judges responses as they come. One that cannot be taken is asked again once: the very same, given
 * a second time, counts as it stands, and has no points. Otherwise somebody who knows no better
 * would be asked for ever.
 */
export class Judge {
	#asked: string | undefined;

	judge(
		response: Response,
		item: Item
	): { readonly score: Score; readonly remark: Remark | undefined } {
		const [score, remark] = [scoreResponse(response, item), remarkOn(response, item)];
		const name = nameOf(response, item, remark);
		const isMeant = name !== undefined && name === this.#asked;
		this.#asked = isMeant ? undefined : name;
		return isMeant ? { score: 0, remark: undefined } : { score, remark };
	}
}
