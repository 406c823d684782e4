/** Why nothing could be kept. */
export type StorageTrouble = 'unavailable' | 'quota' | 'newer' | 'timeout' | 'lost';

/** Thrown by a store that kept nothing of what it was asked to keep. */
export class StorageFailure extends Error {
	override readonly name = 'StorageFailure';
	constructor(
		readonly trouble: StorageTrouble,
		detail: string,
		options?: { cause?: unknown }
	) {
		super(detail, options);
	}
}

/** Why something failed that a store was asked for. */
export const troubleOf = (error: unknown): StorageTrouble =>
	error instanceof StorageFailure ? error.trouble : 'unavailable';
