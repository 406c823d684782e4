import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { Bank } from '../../lib/core/bank/bank';
import { compileBank, type Digest } from '../../lib/core/bank/compile-bank';
import type { AuthoredFile } from '../../lib/core/bank/read-bank';
import { ruleNumber } from '../../lib/core/bank/rules/rules';
import { fail, problem, type Diagnostic, type Path, type Result } from '../../lib/core/result';

/** One authored file in its notation, with what is needed to point into it. */
export interface BankFile {
	readonly name: string;
	readonly path: string;
	readonly source: string;
	readonly document: Document.Parsed;
	readonly lines: LineCounter;
}

export const sha256: Digest = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** The folders below `questions/`, one a bank. */
export function bankFolders(questions: string): readonly string[] {
	return readdirSync(questions, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => join(questions, entry.name))
		.sort();
}

export function readBankFiles(folder: string): readonly BankFile[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.yaml'))
		.sort()
		.map((name) => {
			const path = join(folder, name);
			const source = readFileSync(path, 'utf8');
			const lines = new LineCounter();
			const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
			return { name, path, source, document, lines };
		});
}

function at(file: BankFile, offset: number) {
	const { line, col } = file.lines.linePos(offset);
	return { file: file.path, line, column: col };
}

/** What the notation itself has to complain of: broken YAML, a field written twice. */
export function notationProblems(file: BankFile): readonly Diagnostic[] {
	return [...file.document.errors, ...file.document.warnings].map((error) => ({
		...problem('notation', [], error.message, 'mend the YAML at this place'),
		place: at(file, error.pos[0])
	}));
}

/** Offset of the value a path leads to, or of the nearest thing above it that exists. */
function offsetOf(file: BankFile, path: Path): number {
	for (let length = path.length; length >= 0; length--) {
		const above = path.slice(0, length);
		const node = above.length === 0 ? file.document.contents : file.document.getIn(above, true);
		if (isNode(node) && node.range) return node.range[0];
	}
	return 0;
}

/** The id of the item that a path leads into. */
function itemAt({ document }: BankFile, path: Path): { readonly item?: string } {
	const [list, at] = path;
	const id = list === 'items' && at !== undefined ? document.getIn([list, at, 'id']) : undefined;
	return typeof id === 'string' ? { item: id } : {};
}

/** Rules that look from one file into another. */
const CROSS_FILE = new Set(['unknown-item', 'stray-file', 'unknown-source']);

/** Adds file, line and column to a diagnostic that has a file's name and a path. */
export function placed(files: readonly BankFile[], diagnostic: Diagnostic): Diagnostic {
	const name = diagnostic.place?.file;
	if (name === undefined) return diagnostic;
	const file = files.find((candidate) => candidate.name === name);
	if (file) {
		const place = {
			...at(file, offsetOf(file, diagnostic.path)),
			...itemAt(file, diagnostic.path)
		};
		return { ...diagnostic, place };
	}
	// A file that is not there has no lines, but a place where it would be.
	return { ...diagnostic, place: { file: join(dirname(files[0]?.path ?? ''), name) } };
}

/** What the files say, without their notation; nothing where that is broken. */
export const authoredFiles = (files: readonly BankFile[]): readonly AuthoredFile[] =>
	files.map((file) => ({
		name: file.name,
		value: notationProblems(file).length > 0 ? undefined : (file.document.toJS() as unknown)
	}));

/** Reads and compiles one bank; every problem at once, each with file, line and column. */
export function compileFiles(files: readonly BankFile[]): Result<Bank> {
	const broken = new Map(files.map((file) => [file.name, notationProblems(file)]));
	const isBroken = ({ name }: { name: string }) => (broken.get(name)?.length ?? 0) > 0;
	const compiled = compileBank(authoredFiles(files), sha256);
	const notation = [...broken.values()].flat();
	if (compiled.ok) return notation.length > 0 ? fail(notation) : compiled;
	// What a broken file holds is not known: nothing is said of it, nor of what may point into it.
	const known = compiled.error.filter(
		({ place, code }) =>
			!isBroken({ name: place?.file ?? '' }) && (notation.length === 0 || !CROSS_FILE.has(code))
	);
	return fail([...notation, ...known.map((each) => placed(files, each))]);
}

/** `file:line:column: level: message (rule n) [code]`; below it the item, and what would mend it. */
export function formatDiagnostic(diagnostic: Diagnostic, relativeTo: string): string {
	const { place, level, message, code, hint, path } = diagnostic;
	const file = place?.file.startsWith(relativeTo + sep)
		? place.file.slice(relativeTo.length + 1)
		: (place?.file ?? '?');
	const where = [file, place?.line, place?.column].filter((part) => part !== undefined).join(':');
	const rule = ruleNumber(code);
	const numbered = rule === undefined ? '' : ` (rule ${rule})`;
	const what = `${where}: ${level}: ${message}${numbered} [${code}]`;
	const way = [...(place?.item === undefined ? [] : [place.item]), path.join('.')];
	const context = path.length > 0 ? `\n    at ${way.join(': ')}` : '';
	return hint === undefined ? what + context : `${what}${context}\n    → ${hint}`;
}
