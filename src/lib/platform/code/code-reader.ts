/** The texts of QR codes in what a camera or a file shows: by the system's reader or by our own. */

/** How codes are read on this device. */
export interface CodeReader {
	readFrame(video: HTMLVideoElement): Promise<readonly string[]>;
	readPicture(bitmap: ImageBitmap): Promise<readonly string[]>;
}

/** Not in TypeScript's DOM: Chromium has it on Android and macOS, others do not. */
interface BarcodeDetector {
	detect(image: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}

interface BarcodeDetectorClass {
	new (options: { formats: readonly string[] }): BarcodeDetector;
	getSupportedFormats(): Promise<readonly string[]>;
}

/** A side longer than this shows nothing more of a code, and takes long to read. */
const LONGEST_SIDE = 2_048;

async function systemDetector(): Promise<BarcodeDetector | undefined> {
	const { BarcodeDetector: Detector } = globalThis as { BarcodeDetector?: BarcodeDetectorClass };
	try {
		const formats = await Detector?.getSupportedFormats();
		return Detector && formats?.includes('qr_code')
			? new Detector({ formats: ['qr_code'] })
			: undefined;
	} catch {
		return undefined;
	}
}

/** A canvas that is used again for each frame. */
function createPixels(): (image: CanvasImageSource, width: number, height: number) => ImageData {
	const canvas = document.createElement('canvas');
	const context = canvas.getContext('2d', { willReadFrequently: true });
	return (image, width, height) => {
		const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height));
		const [across, down] = [Math.round(width * scale), Math.round(height * scale)];
		if (canvas.width !== across || canvas.height !== down) {
			canvas.width = across;
			canvas.height = down;
		}
		if (!context) return new ImageData(across, down);
		context.drawImage(image, 0, 0, across, down);
		return context.getImageData(0, 0, across, down);
	};
}

async function ownReader(): Promise<CodeReader> {
	const { readFrame, readStill } = await import('./read-pixels');
	const pixelsOf = createPixels();
	return {
		readFrame: (video) =>
			Promise.resolve(readFrame(pixelsOf(video, video.videoWidth, video.videoHeight))),
		readPicture: (bitmap) => readStill(pixelsOf(bitmap, bitmap.width, bitmap.height))
	};
}

/** A phone may promise a reader and lack the part of the system that has it: then ours reads on. */
export async function openCodeReader(): Promise<CodeReader> {
	const detector = await systemDetector();
	if (!detector) return ownReader();
	let own: Promise<CodeReader> | undefined;
	const read = async (
		image: CanvasImageSource,
		otherwise: (reader: CodeReader) => Promise<readonly string[]>
	): Promise<readonly string[]> => {
		if (own) return otherwise(await own);
		try {
			return (await detector.detect(image)).map(({ rawValue }) => rawValue);
		} catch {
			own = ownReader();
			return otherwise(await own);
		}
	};
	return {
		readFrame: (video) => read(video, (reader) => reader.readFrame(video)),
		readPicture: (bitmap) => read(bitmap, (reader) => reader.readPicture(bitmap))
	};
}
