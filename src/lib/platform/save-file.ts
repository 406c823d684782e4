/** Offers content as a file to keep. */
export function saveFile(name: string, content: BlobPart, type: string): void {
	const url = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// Later, or a slow device loses the file while it still asks where to put it.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
