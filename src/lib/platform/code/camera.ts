import type { CameraFault } from '../../core/code/scanner';
import { fail, ok, type Result } from '../../core/result';

/** The rear camera where there are two. A code of 100 modules wants 300 pixels of it, and more. */
const WANTED = {
	audio: false,
	video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } }
} as const;

const FAULTS: Readonly<Record<string, CameraFault>> = {
	NotAllowedError: 'refused',
	SecurityError: 'refused',
	NotFoundError: 'no-camera',
	OverconstrainedError: 'no-camera',
	NotReadableError: 'busy',
	AbortError: 'busy'
};

/** What an engine's refusal means. */
export const cameraFault = (error: unknown): CameraFault =>
	(error instanceof Error ? FAULTS[error.name] : undefined) ?? 'no-camera';

export async function openCamera(): Promise<Result<MediaStream, CameraFault>> {
	if (!isSecureContext) return fail('not-secure');
	// Not there in some browsers inside other apps.
	const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices;
	if (!devices) return fail('no-camera');
	try {
		return ok(await devices.getUserMedia(WANTED));
	} catch (error) {
		return fail(cameraFault(error));
	}
}

export function stopStream(stream: MediaStream): void {
	for (const track of stream.getTracks()) track.stop();
}

/** What switches the lamp beside a camera; undefined where there is none. */
export function lightOf(stream: MediaStream): ((on: boolean) => Promise<void>) | undefined {
	const [track] = stream.getVideoTracks();
	// Not in TypeScript's DOM, and in no engine but Chromium.
	const { torch } = (track?.getCapabilities?.() ?? {}) as { torch?: boolean };
	if (!track || torch !== true) return undefined;
	return (on) => track.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] });
}
