/** Tells every tab of this app whether a session is open in any of them. */
export interface SessionLock {
	/** Holds the lock until the returned function is called. */
	hold(): () => void;
	/** Runs the action if no session is open anywhere. */
	ifFree(action: () => void): Promise<void>;
}

export function sessionLock(scope: string): SessionLock {
	const name = `kachi:${scope}:session`;
	// Not there outside secure contexts and in old browsers: then a tab knows of itself only.
	const locks = 'locks' in navigator ? navigator.locks : undefined;
	let held = 0;
	return {
		hold: () => {
			let release = () => {};
			const released = new Promise<void>((resolve) => (release = resolve));
			held += 1;
			locks?.request(name, { mode: 'shared' }, () => released).catch(() => undefined);
			return () => {
				held -= 1;
				release();
			};
		},
		ifFree: async (action) => {
			if (held > 0) return;
			if (!locks) return action();
			await locks.request(name, { ifAvailable: true }, (lock) => {
				if (lock) action();
			});
		}
	};
}
