/** Milliseconds of work after which the page has its turn. */
const TURN_MS = 8;

/**
 * For long work on the page's own thread: what is returned waits for the page to have its turn, if
 * the work has gone on for long enough. Waiting for streams alone lets nobody in.
 */
export function createTurns(): () => Promise<void> {
	let since = performance.now();
	return async () => {
		if (performance.now() - since < TURN_MS) return;
		await nextTask();
		since = performance.now();
	};
}

/** By a message and not by a timer, which a page in the background gets once a second. */
function nextTask(): Promise<void> {
	const { port1, port2 } = new MessageChannel();
	return new Promise((resolve) => {
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}
