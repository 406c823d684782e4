/** Tells the tabs of this app that a learner's log has changed. */
export interface Tabs {
	/** Tells the others; this tab does not hear it. */
	say(learner: string): void;
	/** @returns what stops listening */
	listen(heard: (learner: string) => void): () => void;
}

export function openTabs(scope: string): Tabs {
	// Where it is missing a tab finds out by its next append.
	if (!('BroadcastChannel' in globalThis)) return { say: () => {}, listen: () => () => {} };
	const channel = new BroadcastChannel(`kachi:${scope}`);
	return {
		say: (learner) => channel.postMessage(learner),
		listen: (heard) => {
			const hear = ({ data }: MessageEvent<unknown>) => {
				if (typeof data === 'string') heard(data);
			};
			channel.addEventListener('message', hear);
			return () => channel.removeEventListener('message', hear);
		}
	};
}
