/**
 * What the boot script in app.html reads before the first paint, and the learner whose answers
 * are expected here: where the databases are gone and this is not, it is said.
 */
export type Mirrored = 'language' | 'theme' | 'text' | 'expected';

/**
 * Mirrors of three preferences in localStorage, which can be read before the first paint. Losing
 * them loses nothing: the preferences themselves are in IndexedDB.
 */
export interface DeviceMirror {
	read(name: Mirrored): string | undefined;
	write(name: Mirrored, value: string | undefined): void;
}

export function deviceMirror(scope: string): DeviceMirror {
	const key = (name: Mirrored) => `kachi:${scope}:${name}`;
	return {
		read: (name) => attempt(() => localStorage.getItem(key(name)) ?? undefined),
		write: (name, value) =>
			attempt(() => {
				if (value === undefined) localStorage.removeItem(key(name));
				else localStorage.setItem(key(name), value);
			})
	};
}

/** A browser that keeps nothing throws at the mere mention of localStorage. */
function attempt<T>(action: () => T): T | undefined {
	try {
		return action();
	} catch {
		return undefined;
	}
}
