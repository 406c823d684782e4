/** Handing text and links to the system. */

/** How it went; a person who turns away has done nothing wrong. */
export type Shared = 'shared' | 'cancelled' | 'failed';

/** Whether the system has a way to share a link. */
export const canShare = (): boolean =>
	typeof (navigator as { share?: unknown }).share === 'function';

export const shareLink = (title: string, url: string): Promise<Shared> => shared({ title, url });

async function shared(data: ShareData): Promise<Shared> {
	try {
		await navigator.share(data);
		return 'shared';
	} catch (error) {
		return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : 'failed';
	}
}

const fileOf = (name: string, bytes: BlobPart) =>
	new File([bytes], name, { type: 'application/octet-stream' });

/** Whether the system has a way to share a file of such a name. */
export const canShareFile = (name: string): boolean =>
	typeof (navigator as { canShare?: unknown }).canShare === 'function' &&
	navigator.canShare({ files: [fileOf(name, '')] });

/** Some systems refuse a kind of file only when it is shared. */
export const shareFile = (name: string, bytes: BlobPart): Promise<Shared> =>
	shared({ files: [fileOf(name, bytes)] });

/** @returns whether the text is on the clipboard */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
}
