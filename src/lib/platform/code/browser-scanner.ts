import type { OpenCamera, Scanner, Scanning } from '../../core/code/scanner';
import { createSeenLately } from '../../core/code/seen-lately';
import { ok } from '../../core/result';
import { lightOf, openCamera, stopStream } from './camera';
import { openCodeReader, type CodeReader } from './code-reader';

/** Milliseconds in which a code that stays in view is told once. */
const SPAN = 3_000;

/** Milliseconds until the next look: between two looks the page has its turn. */
const PAUSE = 60;

/** The scanner of browsers; the reader is loaded once, with the first camera or picture. */
export function browserScanner(): Scanner<HTMLVideoElement, Blob> {
	let opened: Promise<CodeReader> | undefined;
	const reader = () => (opened ??= openCodeReader());
	return {
		async open(video, scanning) {
			const [stream, codes] = await Promise.all([openCamera(), reader()]);
			if (!stream.ok) return stream;
			return ok(await watch(stream.value, video, codes, scanning));
		},
		async readPicture(picture) {
			const codes = await reader();
			const bitmap = await createImageBitmap(picture).catch(() => undefined);
			if (!bitmap) return [];
			try {
				return await codes.readPicture(bitmap);
			} finally {
				bitmap.close();
			}
		}
	};
}

async function watch(
	stream: MediaStream,
	video: HTMLVideoElement,
	codes: CodeReader,
	scanning: Scanning
): Promise<OpenCamera> {
	const isNew = createSeenLately(SPAN);
	let isOver = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	const stop = () => {
		isOver = true;
		clearTimeout(timer);
		stopStream(stream);
		video.srcObject = null;
		removeEventListener('pagehide', stop);
	};
	const look = async () => {
		// Frames that are not there yet have no size.
		const texts = video.videoWidth > 0 ? await codes.readFrame(video) : [];
		for (const text of texts) if (!isOver && isNew(text, performance.now())) scanning.found(text);
		if (!isOver) timer = setTimeout(() => void look(), PAUSE);
	};
	const lose = () => {
		if (isOver) return;
		stop();
		scanning.lost();
	};
	addEventListener('pagehide', stop);
	for (const track of stream.getTracks()) track.addEventListener('ended', lose);
	video.srcObject = stream;
	// Refused where the element went away meanwhile; then nobody looks.
	await video.play().catch(() => undefined);
	timer = setTimeout(() => void look(), PAUSE);
	const light = lightOf(stream);
	return light ? { light, stop } : { stop };
}
