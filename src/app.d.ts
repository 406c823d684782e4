declare module 'virtual:kachi/banks' {
	import type { BankIndex } from '$lib/core/bank/bank';
	import type { ContentLoaders } from '$lib/state/library.svelte';

	export const banks: readonly BankIndex[];
	/** Loads the lazy parts of each bank, by bank id. */
	export const contents: Readonly<Record<string, ContentLoaders | undefined>>;
}
