/** Loads once; a failed load is not remembered: the network may come back. */
export function loadedOnce<T>(load: () => Promise<T>): () => Promise<T> {
	let loaded: Promise<T> | undefined;
	return () => {
		loaded ??= load();
		loaded.catch(() => (loaded = undefined));
		return loaded;
	};
}
