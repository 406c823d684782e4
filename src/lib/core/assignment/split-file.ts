import type { Bytes } from './bytes';
import { frameEnd } from './frame';

/** A file taken apart; without items it is a payload like any other. */
export function splitFile(file: Bytes): { readonly payload: Bytes; readonly carried?: Bytes } {
	const end = frameEnd(file);
	return end === undefined || end >= file.length
		? { payload: file }
		: { payload: file.slice(0, end), carried: file.slice(end) };
}
