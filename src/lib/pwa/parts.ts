/**
 * A part of the app that not everybody uses, kept for times without a network once somebody does:
 * `take` is taking, handing in and collecting quizzes that teachers set, `teach` is setting them.
 */
export type AppPart = 'take' | 'teach';

/** Asks the worker to keep a part; without one, pages live as long as there is a network. */
export function keepPart(part: AppPart): void {
	if (!('serviceWorker' in navigator)) return;
	void navigator.serviceWorker.ready.then(({ active }) =>
		active?.postMessage({ type: 'KEEP_PART', part })
	);
}
