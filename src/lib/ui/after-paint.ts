/** A page that is not shown paints nothing, and is not waited for; in milliseconds. */
const LONGEST = 250;

/**
 * Does something once what has just changed is painted: what nobody waits for does not make an
 * answer late.
 *
 * @returns takes it back
 */
export function afterPaint(run: () => void): () => void {
	const stop = () => {
		cancelAnimationFrame(frame);
		clearTimeout(timer);
	};
	const go = () => {
		stop();
		run();
	};
	let timer = setTimeout(go, LONGEST);
	const frame = requestAnimationFrame(() => {
		clearTimeout(timer);
		timer = setTimeout(go);
	});
	return stop;
}
