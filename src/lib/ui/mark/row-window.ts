/** What is seen of a table that is too long to be drawn as a whole. */
export interface TableView {
	readonly rows: number;
	readonly columns: number;
	/** Pixels of a row, of what is scrolled past, and of what is seen. */
	readonly height: number;
	readonly top: number;
	readonly seen: number;
}

/** The rows that are drawn, from one to before another. */
export interface RowWindow {
	readonly from: number;
	readonly to: number;
}

/** A table of no more cells is drawn whole: a class of 30 with 50 questions, in which is looked for names. */
const MOST_CELLS = 1_500;

/** Rows drawn above and below what is seen. */
const SPARE = 4;

/** Rows come and go so many at a time. */
const STEP = 4;

/** The rows to draw: those that are seen, and some more. */
export function rowWindow({ rows, columns, height, top, seen }: TableView): RowWindow {
	if (rows * columns <= MOST_CELLS) return { from: 0, to: rows };
	const first = Math.floor(top / height) - SPARE;
	const last = Math.ceil((top + seen) / height) + SPARE;
	const to = Math.min(rows, Math.ceil(last / STEP) * STEP);
	return { from: Math.max(0, Math.min(Math.floor(first / STEP) * STEP, to - STEP)), to };
}
