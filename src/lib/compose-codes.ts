/** Showing and reading QR codes, loaded when one is shown or read. */
import { browserScanner } from './platform/code/browser-scanner';

export { keepAwake } from './platform/code/keep-awake';

export const composeScanner = browserScanner;
