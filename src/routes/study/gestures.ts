/** What listens for swipes and taps; loaded for who has switched them on. */
export const loadGestures = async () =>
	(await import('$lib/ui/study/watch-gestures')).watchGestures;
