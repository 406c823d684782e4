/** Where a diagnostic points: a file and, where known, the line and column (both from 1). */
export interface Place {
	readonly file: string;
	/** Id of the item it is about. */
	readonly item?: string;
	readonly line?: number;
	readonly column?: number;
}

/** The way from the root of the parsed value to what is wrong. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with a piece of outside data, in words a person can act on. */
export interface Diagnostic {
	readonly level: 'error' | 'warning';
	/** A stable name of the rule, such as `missing-key`. */
	readonly code: string;
	readonly path: Path;
	readonly message: string;
	/** What would mend it. */
	readonly hint?: string;
	readonly place?: Place;
}

/** The outcome of something that may be expected to fail. A programmer's error is thrown instead. */
export type Result<T, E = readonly Diagnostic[]> =
	{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const fail = <E>(error: E): { readonly ok: false; readonly error: E } => ({
	ok: false,
	error
});

/** An error diagnostic; `path` is relative to the value the caller was given. */
export function problem(code: string, path: Path, message: string, hint?: string): Diagnostic {
	const base = { level: 'error', code, path, message } as const;
	return hint === undefined ? base : { ...base, hint };
}
