import {
	courseOf,
	followed,
	halfOf,
	isTap,
	swipeOf,
	type TouchPoint
} from '$lib/core/study/gesture';

/** What a gesture would do now, and with which card. */
export interface Gesture {
	readonly does: 'rate' | 'next';
	readonly card: unknown;
}

interface Options {
	readonly swipes: boolean;
	readonly taps: boolean;
	/** Undefined while a gesture does nothing. */
	readonly now: () => Gesture | undefined;
	readonly onrate: (side: 'left' | 'right') => void;
	readonly onnext: () => void;
}

/** What has a press of its own. */
const OWN_PRESS = 'a, button, input, textarea, select, label, summary, dialog, [contenteditable]';

const hasOwnPress = ({ target }: Event) =>
	!(target instanceof Element) || target.closest(OWN_PRESS) !== null;

const isSelecting = () => getSelection()?.type === 'Range';

const pointOf = ({ clientX, clientY, timeStamp }: PointerEvent): TouchPoint => ({
	x: clientX,
	y: clientY,
	at: timeStamp
});

const scrolls = () => {
	const { scrollHeight, clientHeight } = document.documentElement;
	return scrollHeight > clientHeight;
};

/**
 * Watches an area for swipes and taps. A gesture does what it did when it began, with the card it
 * began on: one that turns a card never rates it too.
 *
 * @returns stops watching
 */
export function watchGestures(area: HTMLElement, options: Options): () => void {
	const { swipes, taps, now, onrate, onnext } = options;
	const calm = matchMedia('(prefers-reduced-motion: reduce)');
	let begun: { readonly from: TouchPoint; readonly gesture: Gesture } | undefined;
	let isSwiping = false;
	/** The tap that the click after it means. */
	let tapped: { readonly side: 'left' | 'right'; readonly gesture: Gesture } | undefined;

	const isStill = (gesture: Gesture) =>
		now()?.does === gesture.does && now()?.card === gesture.card;

	function end(): void {
		begun = undefined;
		isSwiping = false;
		area.style.translate = '';
	}

	function down(event: PointerEvent): void {
		end();
		tapped = undefined;
		const gesture = now();
		// A second finger makes it another gesture: the browser's.
		if (!gesture || !event.isPrimary || event.button !== 0) return;
		if (!hasOwnPress(event) && !isSelecting()) begun = { from: pointOf(event), gesture };
	}

	function move(event: PointerEvent): void {
		if (!begun || !event.isPrimary) return;
		const to = pointOf(event);
		if (!isSwiping) {
			const course = courseOf(begun.from, to);
			if (course === 'resting') return;
			if (isSelecting() || (course === 'scrolling' && scrolls())) return end();
			if (!swipes || course !== 'swiping') return;
			isSwiping = true;
			area.setPointerCapture(event.pointerId);
		}
		if (!calm.matches) area.style.translate = `${followed(to.x - begun.from.x)}px`;
	}

	function up(event: PointerEvent): void {
		const { from, gesture } = begun ?? {};
		end();
		if (!from || !gesture || isSelecting() || !isStill(gesture)) return;
		const to = pointOf(event);
		const swipe = swipes ? swipeOf(from, to) : undefined;
		if (gesture.does === 'next') {
			if (swipe === 'left' || swipe === 'up') onnext();
		} else if (swipe === 'left' || swipe === 'right') onrate(swipe);
		else if (taps && isTap(from, to)) {
			const { left, width } = area.getBoundingClientRect();
			tapped = { side: halfOf(to.x, left, width), gesture };
		}
	}

	// At the click, which is the last of a tap: a card that came before it would get it.
	function click(): void {
		const tap = tapped;
		tapped = undefined;
		if (tap && isStill(tap.gesture)) onrate(tap.side);
	}

	const watched = new AbortController();
	const on = { signal: watched.signal };
	area.addEventListener('pointerdown', down, on);
	area.addEventListener('pointermove', move, on);
	area.addEventListener('pointerup', up, on);
	area.addEventListener('pointercancel', end, on);
	area.addEventListener('click', click, on);
	if (swipes) area.style.touchAction = 'pan-y pinch-zoom';
	return () => {
		watched.abort();
		end();
		area.style.touchAction = '';
	};
}
