import type { CameraFault } from '$lib/core/code/scanner';
import { m } from '$lib/paraglide/messages';

const TEXTS: Readonly<Record<CameraFault, () => string>> = {
	'no-camera': m.scan_no_camera,
	refused: m.scan_refused,
	'not-secure': m.scan_not_secure,
	busy: m.scan_busy
};

/** What stands in the way of the camera, and what to do. */
export const cameraFaultText = (fault: CameraFault): string => TEXTS[fault]();
