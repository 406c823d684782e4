import { resolve } from '$app/paths';
import { page } from '$app/state';
import { MAX_LINK } from '$lib/core/assignment/caps';
import { toLink, toQrLink } from '$lib/core/assignment/link';

/**
 * Bytes that a code may have: some 960 digits, which a code of version 13 holds and a phone reads
 * from the wall.
 */
export const MOST_IN_CODE = 400;

const opener = () => `${page.url.origin}${resolve('/')}a/`;

/** The ways that a payload can go; undefined for what it is too long for. */
export function linksOf(payload: Uint8Array): {
	readonly link: string | undefined;
	readonly code: string | undefined;
} {
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
