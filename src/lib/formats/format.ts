import type { AskAs, ReadBlock } from '$lib/core/bank/pasted';

/** What a reader may want besides the text. */
export interface Wish {
	/** How two columns are asked. */
	readonly ask: AskAs;
}

/** What every format exports; see README.md. */
export interface Format {
	/** Whether a text looks like it. The first format that does reads it. */
	fits(text: string): boolean;
	/** Reads any text whatever into blocks, in the order of their lines; throws for none. */
	read(text: string, wish: Wish): readonly ReadBlock[];
}
