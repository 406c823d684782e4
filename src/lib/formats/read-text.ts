import type { ReadBlock } from '$lib/core/bank/pasted';
import { aiken } from './aiken/aiken';
import type { Wish } from './format';

/** Reads a text by the first format that it looks like; columns, and what reads them, come last. */
export async function readText(text: string, wish: Wish): Promise<readonly ReadBlock[]> {
	if (aiken.fits(text)) return aiken.read(text, wish);
	const { csv } = await import('./csv/csv');
	return csv.read(text, wish);
}

/** Whether a text is read as columns, of which two can be asked in two ways. */
export const isColumns = (text: string): boolean => !aiken.fits(text);
