declare module 'virtual:kachi/banks' {
	import type { BankContent, BankIndex } from '$lib/core/bank/bank';

	export const banks: readonly BankIndex[];
	/** The lazy part of each bank, by bank id. */
	export const contents: Readonly<Record<string, (() => Promise<BankContent>) | undefined>>;
}
