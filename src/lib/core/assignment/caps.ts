/** Every limit of what travels, in one place. They hold before and while anything is decoded. */

/** Characters of a link, its address included. */
export const MAX_LINK = 32_000;

/** Bytes of a document once it is inflated, counted as they stream. */
export const MAX_INFLATED = 256_000;

/** Bytes of a file. What does not compress is hardly longer than what it holds. */
export const MAX_FILE = 264_000;

/** Bytes of a file that carries the items of an assignment beside it: a document each. */
export const MAX_CARRYING = 2 * MAX_FILE;

/** Bytes of a teacher's file, and of what is in it once it is inflated. */
export const MAX_BACKUP = 32_000_000;
export const MAX_BACKUP_INFLATED = 128_000_000;

/** Characters of a text in which links are looked for. */
export const MAX_PASTED = 2_000_000;

/** Sheets taken from one text or file. */
export const MAX_SHEETS = 500;

/** Items of an assignment. */
export const MAX_ITEMS = 200;

/** UTF-16 code units of one field: a stem, an option, an explanation. */
export const MAX_FIELD = 2_000;

/** Options, steps, variants or other entries of one item. */
export const MAX_OPTIONS = 64;

/** Assignments that one document can name. */
export const MAX_ASSIGNMENTS = 50;

/** Sheets that one document can acknowledge: a class, several times over. */
export const MAX_RECEIPTS = 2_000;

/** Graphemes, UTF-8 bytes and combining marks on one base of a name or a title. */
export const MAX_NAME_GRAPHEMES = 60;
export const MAX_NAME_BYTES = 240;
export const MAX_NAME_MARKS = 4;

/** Values inside values of a document; none of ours is half as deep. */
export const MAX_DEPTH = 16;

/** What is sealed or encrypted is padded to a multiple of so many bytes. */
export const SHEET_PADDING = 64;
export const KEYS_PADDING = 256;
