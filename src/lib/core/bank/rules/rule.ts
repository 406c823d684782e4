import type { Path } from '../../result';
import type { Accepted } from '../accepts';
import type { ListedSource } from '../bank';
import type { Asked, Said } from './asked';

/** All that a rule may look at. */
export interface AskedBank {
	readonly items: readonly Asked[];
	readonly sources: readonly ListedSource[];
	readonly accepts: readonly Accepted[];
}

/** One place where a rule is broken; the path is inside the item, or inside `bank.yaml`. */
export interface Finding {
	readonly path: Path;
	readonly message: string;
	/** What would mend it, where the rule's own hint would not do. */
	readonly hint?: string;
}

/** A rule of item writing. The table of them is also their documentation. */
export interface Rule {
	/** For ever, as an author may have accepted it by this number. */
	readonly number: number;
	/** A stable name, which is the code of its diagnostics. */
	readonly code: string;
	/** What is right, in a sentence: the same as in `questions/README.md`. */
	readonly title: string;
	/** An error cannot be accepted. */
	readonly level: 'error' | 'warning';
	readonly hint: string;
	/** Codes of diagnostics that are made where items are parsed or articles are read. */
	readonly elsewhere?: readonly string[];
	readonly item?: (item: Asked, bank: AskedBank) => readonly Finding[];
	readonly bank?: (bank: AskedBank) => readonly Finding[];
}

/** A finding for each text in which something was found, as `said` words it. */
export function findIn(
	texts: readonly Said[],
	found: (text: string) => string | undefined,
	message: (what: string) => string
): readonly Finding[] {
	return texts.flatMap(({ path, text }) => {
		const what = found(text);
		return what === undefined ? [] : [{ path, message: message(what) }];
	});
}

/** The finding, if something is so. */
export const findIf = (isSo: boolean, path: Path, message: string): readonly Finding[] =>
	isSo ? [{ path, message }] : [];
