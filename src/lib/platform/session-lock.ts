import type { SessionHold, SessionLock } from '$lib/core/ports';

export function sessionLock(scope: string): SessionLock {
	const name = `kachi:${scope}:session`;
	// Not there outside secure contexts and in old browsers: then a tab knows of itself only.
	const locks = 'locks' in navigator ? navigator.locks : undefined;
	let held = 0;
	/** The last request of this tab, which must not find its own lock in the way. */
	let last: Promise<unknown> = Promise.resolve();

	function hold(changed: (hold: SessionHold) => void, isTaking = false): () => void {
		let give = () => {};
		const given = new Promise<void>((resolve) => (give = resolve));
		let isOver = false;
		held += 1;
		const keep = (lock: Lock | null) => {
			if (isOver) return;
			changed(lock ? 'held' : 'elsewhere');
			return lock ? given : undefined;
		};
		const options = isTaking ? { steal: true } : { ifAvailable: true };
		if (!locks) changed('held');
		else {
			const request = () => (isOver ? undefined : locks.request(name, options, keep));
			last = last.then(request).catch(() => isOver || changed('elsewhere'));
		}
		return () => {
			if (isOver) return;
			isOver = true;
			held -= 1;
			give();
		};
	}

	return {
		hold,
		ifFree: async (action) => {
			if (held > 0) return;
			if (!locks) return action();
			// Not by taking it for a moment: two tabs that do so at once are in each other's way, and
			// in the way of a session that begins then.
			const { held: taken = [], pending = [] } = await locks.query();
			if (held === 0 && [...taken, ...pending].every((lock) => lock.name !== name)) action();
		}
	};
}
