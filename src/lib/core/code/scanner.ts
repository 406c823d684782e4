/** What reading codes asks of the world, as types only. `platform/code/` is the real one. */
import type { Result } from '../result';

/** Why there is no picture: nothing to look through, not allowed, no https, or in use elsewhere. */
export type CameraFault = 'no-camera' | 'refused' | 'not-secure' | 'busy';

/** A camera that is open. */
export interface OpenCamera {
	/** Switches its lamp; absent where it has none. */
	readonly light?: (on: boolean) => Promise<void>;
	/** Lets go of the camera. May be called twice. */
	stop(): void;
}

/** What is told while a camera is open. */
export interface Scanning {
	/** Each text once in three seconds, however long its code stays in view. */
	found(text: string): void;
	/** The camera was taken away. */
	lost(): void;
}

/**
 * Reads QR codes.
 *
 * @template Screen where the picture of the camera is shown: a video element
 * @template Picture an image file
 */
export interface Scanner<Screen, Picture> {
	/** Opens the rear camera, shows it, and reads its frames until it is stopped. */
	open(screen: Screen, scanning: Scanning): Promise<Result<OpenCamera, CameraFault>>;
	/** The texts of codes in a picture; none where there is none, or where it is no picture. */
	readPicture(picture: Picture): Promise<readonly string[]>;
}

/** Whether to go on after a code, or that it was none of those that are looked for. */
export type FoundCode = 'more' | 'stop' | 'other';
