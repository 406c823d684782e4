/**
 * An attempt of somebody who borrows the phone. It lives in a database of its own, of which the device
 * knows no more than this.
 */
export interface BorrowedAttempt {
	readonly attempt: string;
	/** When it was begun, in UTC milliseconds. */
	readonly at: number;
}

const WEEK_MS = 7 * 86_400_000;

/** Whether an attempt has been left here for a week, and goes. */
export const isLeftBehind = ({ at }: BorrowedAttempt, now: number): boolean => now - at >= WEEK_MS;
