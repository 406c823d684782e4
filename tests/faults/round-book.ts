import { hex } from '../../src/lib/core/assignment/bytes';
import type { Entry } from '../../src/lib/core/log/entry';
import { crypto } from '../support/assignments';
import type { Complaints } from './ledger';

/** Where sheets are kept: by whoever collects, or by their teacher. */
export type Keeper = 'collected' | 'sheet';

/** Sheets that were pasted together: all of them are kept, or none. */
interface Pasted {
	readonly keeper: Keeper;
	readonly ids: readonly string[];
	/** The page has said that they are there. */
	isSaved: boolean;
}

/** The documents of a type, each as its hash and its bytes. */
const documentsOf = (entries: readonly Entry[], wanted: Keeper) =>
	entries.flatMap((entry) => (entry.kind === 'document' && entry.type === wanted ? [entry] : []));

/** The attempt that a student's own sheet is of; undefined for one that a teacher took in. */
const attemptOf = ({ text }: { readonly text?: string | undefined }) =>
	text === undefined ? undefined : (JSON.parse(text) as { attempt: string }).attempt;

/** Keeps, outside the browser, what was pasted and handed in, and what was called saved of that. */
export function createBook() {
	const pasted: Pasted[] = [];
	const saved = new Set<string>();
	/** Sheets as they were found, by attempt: sealed once, they are the same ever after. */
	const sealed = new Map<string, string>();
	let attempts = 0;

	function judgePasted(entries: readonly Entry[]): Complaints {
		const [lost, torn, doubled]: string[][] = [[], [], []];
		for (const { keeper, ids, isSaved } of pasted) {
			const kept = documentsOf(entries, keeper).map(({ hash }) => hash);
			const there = ids.filter((id) => kept.includes(id));
			const what = `${there.length} of ${ids.length} sheets are there (${keeper})`;
			if (there.length > 0 && there.length < ids.length) torn?.push(what);
			else if (isSaved && there.length === 0) lost?.push(`called saved: ${what}`);
			const twice = ids.filter((id) => kept.indexOf(id) !== kept.lastIndexOf(id));
			if (twice.length > 0) doubled?.push(`${twice.length} sheets are there twice (${keeper})`);
		}
		return { lost: lost ?? [], torn: torn ?? [], doubled: doubled ?? [] };
	}

	function judgeOwn(entries: readonly Entry[]): Complaints {
		const own = documentsOf(entries, 'sheet').flatMap((entry) => {
			const attempt = attemptOf(entry);
			return attempt === undefined ? [] : [[attempt, entry.bytes ?? ''] as const];
		});
		const now = new Map(own);
		const lost = [...saved].filter((attempt) => !now.has(attempt));
		const changed = [...sealed].filter(([attempt, bytes]) => now.get(attempt) !== bytes);
		const twice = own.length - now.size;
		for (const [attempt, bytes] of own) sealed.set(attempt, bytes);
		return {
			lost: [
				...lost.map((attempt) => `the sheet of ${attempt} was called saved and is not there`),
				...changed.map(([attempt]) => `the sheet of ${attempt} is gone or another`)
			],
			doubled: twice === 0 ? [] : [`${twice} attempts have two sheets`],
			torn: []
		};
	}

	return {
		/** Notes what is about to be pasted. @returns what to call when the page says it is there */
		async paste(keeper: Keeper, payloads: readonly Uint8Array<ArrayBuffer>[]) {
			const hashes = await Promise.all(payloads.map((payload) => crypto.sha256(payload)));
			const one: Pasted = { keeper, ids: hashes.map(hex), isSaved: false };
			pasted.push(one);
			return () => void (one.isSaved = true);
		},
		begin: () => void (attempts += 1),
		/** The page has said that the sheet of an attempt is saved. */
		handIn: (attempt: string) => void saved.add(attempt),
		get counts() {
			const acknowledged = pasted.filter(({ isSaved }) => isSaved).length + saved.size;
			return { given: pasted.length + attempts, acknowledged };
		},
		/** How many sheets a keeper should show. */
		countOf: (entries: readonly Entry[], keeper: Keeper) =>
			documentsOf(entries, keeper).filter((entry) => attemptOf(entry) === undefined).length,
		judge(entries: readonly Entry[]): Complaints {
			const [a, b] = [judgePasted(entries), judgeOwn(entries)];
			return {
				lost: [...a.lost, ...b.lost],
				doubled: [...a.doubled, ...b.doubled],
				torn: [...a.torn, ...b.torn]
			};
		}
	};
}

export type Book = ReturnType<typeof createBook>;
