import type { Rating } from '$lib/core/scheduling/rating';

/** What a key does in a session, as in Anki. */
export type KeyAction =
	| { readonly does: 'undo' }
	| { readonly does: 'menu' }
	| { readonly does: 'reveal' }
	| { readonly does: 'next' }
	| { readonly does: 'rate'; readonly rating: Rating }
	| { readonly does: 'choose'; readonly at: number };

interface Situation {
	readonly asking: boolean;
	readonly selfRated: boolean;
	readonly revealed: boolean;
}

type Pressed = Pick<
	KeyboardEvent,
	'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'repeat' | 'target'
>;

const isTyping = ({ target }: Pick<Pressed, 'target'>) =>
	target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, select');

/** A control that has focus keeps the keys that belong to it, unless it has just done its work. */
function keepsKey({ key, target }: Pressed): boolean {
	if (!(target instanceof HTMLElement)) return false;
	if (isTyping({ target })) return true;
	return (
		(key === ' ' || key === 'Enter') &&
		target.closest('a, button:enabled, summary, input:enabled') !== null
	);
}

function digitAction(digit: number, { asking, selfRated, revealed }: Situation) {
	if (!asking || digit < 1 || digit > 9) return undefined;
	if (!selfRated) return { does: 'choose', at: digit - 1 } as const;
	return revealed && digit <= 4 ? ({ does: 'rate', rating: digit as Rating } as const) : undefined;
}

/** The action of a key, or undefined when it is the browser's. */
export function keyAction(pressed: Pressed, situation: Situation): KeyAction | undefined {
	const { key, ctrlKey, metaKey, altKey, isComposing, repeat } = pressed;
	if (isComposing || repeat || altKey) return undefined;
	if (ctrlKey || metaKey) {
		// In a box it takes back what was typed.
		return key.toLowerCase() === 'z' && !isTyping(pressed) ? { does: 'undo' } : undefined;
	}
	if (keepsKey(pressed)) return undefined;
	if (key.toLowerCase() === 'u') return { does: 'undo' };
	if (key.toLowerCase() === 'm') return { does: 'menu' };
	if (/^\d$/.test(key)) return digitAction(Number(key), situation);
	if (key !== ' ' && key !== 'Enter') return undefined;
	if (!situation.asking) return { does: 'next' };
	if (!situation.selfRated) return undefined;
	return situation.revealed ? { does: 'rate', rating: 3 } : { does: 'reveal' };
}
