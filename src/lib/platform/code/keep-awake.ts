/**
 * Keeps the screen on until what it returns is called. Systems let go of that when the page is
 * hidden, so it is asked for again; where they refuse, the screen goes dark as it always does.
 */
export function keepAwake(): () => void {
	const { wakeLock } = navigator as { wakeLock?: WakeLock };
	let held: WakeLockSentinel | undefined;
	let isOver = false;
	const ask = async () => {
		if (document.visibilityState !== 'visible' || isOver) return;
		const lock = await wakeLock?.request('screen').catch(() => undefined);
		if (isOver) void lock?.release();
		else held = lock;
	};
	const askAgain = () => void ask();
	document.addEventListener('visibilitychange', askAgain);
	void ask();
	return () => {
		isOver = true;
		document.removeEventListener('visibilitychange', askAgain);
		void held?.release();
	};
}
