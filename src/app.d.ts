declare module 'virtual:kachi/banks' {
	import type { BankIndex, ContentLoaders } from '$lib/core/bank/bank';

	export const banks: readonly BankIndex[];
	/** Loads the lazy parts of each bank, by bank id. */
	export const contents: Readonly<Record<string, ContentLoaders | undefined>>;
}

declare namespace App {
	interface PageState {
		/** A document that was taken out of the address bar, as letters of base64url. */
		payload?: string;
		/** Whether whoever opens it borrows this phone, as the one before did. */
		borrows?: boolean;
	}
}
