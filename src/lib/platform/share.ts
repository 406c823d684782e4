/** Handing text and links to the system. */

/** How it went; a person who turns away has done nothing wrong. */
export type Shared = 'shared' | 'cancelled' | 'failed';

/** Whether the system has a way to share a link. */
export const canShare = (): boolean =>
	typeof (navigator as { share?: unknown }).share === 'function';

export async function shareLink(title: string, url: string): Promise<Shared> {
	try {
		await navigator.share({ title, url });
		return 'shared';
	} catch (error) {
		return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed';
	}
}

/** @returns whether the text is on the clipboard */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}
