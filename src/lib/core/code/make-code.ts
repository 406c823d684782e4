/** QR codes of links, as rows of modules. */
import qrcode from 'qrcode-generator';
import { fail, ok, type Result } from '../result';

/** The modules of a QR code, without the quiet zone around it. */
export interface CodeMatrix {
	/** 1 to 40; a code of version v has 17 + 4 v modules a side. */
	readonly version: number;
	readonly level: 'L' | 'M';
	/** True where a module is dark. */
	readonly rows: readonly (readonly boolean[])[];
}

/**
 * Where a code is shown. Paper and projectors lose some of it: there it repairs more (level M). The
 * screen of a phone loses nothing but is small: there its modules are as large as they can be.
 */
export type CodePlace = 'wall' | 'phone';

/**
 * SMART Health Cards stop there too: a denser code is more than many phones read from a screen, as a
 * camera needs about three of its pixels for each module.
 */
export const MOST_VERSION = 22;

/** More letters than any code takes in bytes. */
const MOST_LETTERS = 2_900;

type Level = CodeMatrix['level'];

function encode(link: string, level: Level): CodeMatrix {
	const code = qrcode(0, level);
	const [, page = link, digits] = /^(.*#)(\d+)$/s.exec(link) ?? [];
	code.addData(page, 'Byte');
	// Three digits take ten bits there, and 24 as bytes.
	if (digits !== undefined) code.addData(digits, 'Numeric');
	code.make();
	const size = code.getModuleCount();
	const each = Array.from({ length: size }, (_, at) => at);
	return {
		version: (size - 17) / 4,
		level,
		rows: each.map((row) => each.map((column) => code.isDark(row, column)))
	};
}

/**
 * A link as a QR code: in bytes up to its “#”, in digits what comes after it if it is digits alone.
 * `too-long` where a phone could not read it: then it goes as a link or a file.
 *
 * @param link in ASCII, as addresses are
 */
export function makeCode(link: string, place: CodePlace = 'wall'): Result<CodeMatrix, 'too-long'> {
	if (link.length > MOST_LETTERS) return fail('too-long');
	const low = encode(link, 'L');
	if (low.version > MOST_VERSION) return fail('too-long');
	const medium = encode(link, 'M');
	const most = place === 'wall' ? MOST_VERSION : low.version;
	return ok(medium.version <= most ? medium : low);
}

/** Modules of nothing around a code, without which it is not found. */
export const QUIET_ZONE = 4;

/** The dark modules as one path of SVG, one unit a module, the quiet zone on every side. */
export function codePath({ rows }: CodeMatrix): string {
	return rows.map((row, y) => rowPath(row, y + QUIET_ZONE)).join('');
}

function rowPath(row: readonly boolean[], y: number): string {
	let path = '';
	for (let from = row.indexOf(true); from >= 0;) {
		const end = row.indexOf(false, from);
		const width = (end < 0 ? row.length : end) - from;
		path += `M${from + QUIET_ZONE} ${y}h${width}v1h-${width}z`;
		from = row.indexOf(true, from + width);
	}
	return path;
}
