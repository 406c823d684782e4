import { resolve } from '$app/paths';
import { page } from '$app/state';
import { MAX_LINK } from '$lib/core/assignment/caps';
import type { Bytes } from '$lib/core/assignment/bytes';
import { toLink, toQrLink } from '$lib/core/assignment/link';
import { splitFile } from '$lib/core/assignment/split-file';

/**
 * Bytes that go into a code which a phone still reads: 22-L holds 8,048 bits, and these are 7,230
 * of them in digits, which leaves room for the address of the page.
 */
export const MOST_IN_CODE = 900;

const opener = () => `${page.url.origin}${resolve('/')}a/`;

/**
 * The ways that a payload can go; undefined for what it is too long for. What its file carries besides
 * goes by file alone.
 */
export function linksOf(file: Bytes): {
	readonly link: string | undefined;
	readonly code: string | undefined;
} {
	const { payload } = splitFile(file);
	const link = toLink(opener(), payload);
	const isShort = payload.length <= MOST_IN_CODE;
	return {
		link: link.length <= MAX_LINK ? link : undefined,
		code: isShort ? toQrLink(opener(), payload) : undefined
	};
}

/** A name for a file, from a title. */
export const fileName = (title: string): string =>
	`${title.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 60)}.kachi`;
