/**
 * How long marking takes: 200 students of 40 items marked, sorted and marked again after an answer
 * was accepted, and 500 sheets opened with real cryptography.
 * `node src/tools/run.js tests/bench/gradebook.ts`, or as part of `npm run bench`.
 */
import type { AssignableItem } from '../../src/lib/core/assignment/public-document';
import { questionOf } from '../../src/lib/core/assignment/public-document';
import { MAX_SHEETS } from '../../src/lib/core/assignment/caps';
import { openSheet, sealSheet } from '../../src/lib/core/assignment/sheet';
import { gradebook } from '../../src/lib/core/gradebook/gradebook';
import type { MarkCache } from '../../src/lib/core/gradebook/marking';
import { sortRows } from '../../src/lib/core/gradebook/sort-rows';
import * as made from '../support/assignments';
import {
	assignment,
	CAPITAL,
	CITY,
	decided,
	inputOf,
	SO,
	student,
	YEARS
} from '../support/gradebooks';

const STUDENTS = 200;
const ITEMS = 40;

const items = Array.from({ length: ITEMS }, (_, at): AssignableItem => {
	const item = [CAPITAL, YEARS, CITY, SO][at % 4] ?? CAPITAL;
	return { ...item, id: `tag-${at + 1}` };
});

const quiz = assignment('a', {
	items: items.map((item, at) => ({
		own: `own/${at}#` as const,
		...{ revision: '1', item, part: '' as const, bundled: false }
	}))
});

const sheets = Array.from({ length: STUDENTS }, (_, at) =>
	student(at + 1, `Student ${at}`, {
		responses: items.map(({ kind }, place) => {
			if (kind === 'text')
				return { kind, text: ['Nara', 'Osaka', 'Kyoto'][(at + place) % 3] ?? '' };
			if (kind === 'number') return { kind, text: String(10 + ((at + place) % 5)) };
			if (kind === 'choice') return { kind, option: ['a', 'b', 'c'][(at + place) % 3] ?? '' };
			return { kind: 'true-false' as const, answer: (at + place) % 2 === 0 };
		})
	})
);

async function msOf(work: () => unknown): Promise<number> {
	const start = performance.now();
	await work();
	return Math.round((performance.now() - start) * 10) / 10;
}

/** Sheets of one assignment, each from a device of its own. */
async function openMany() {
	const target = {
		...{ id: made.bytesFrom(3, 32), opener: await made.opener() },
		questions: Object.values(made.ITEMS).map(questionOf)
	};
	const to = { id: target.id, sealKey: target.opener.publicKey };
	const payloads = await Promise.all(
		Array.from({ length: MAX_SHEETS }, async () => {
			const body = { ...made.BODY, attempt: made.fresh(8) };
			return made.valueOf(await sealSheet(body, to, await made.device(), made.crypto)).payload;
		})
	);
	let opened = 0;
	const ms = await msOf(async () => {
		for (const payload of payloads) {
			if ((await openSheet(payload, [target], made.crypto)).ok) opened += 1;
		}
	});
	return { opened, openSeconds: ms / 1_000 };
}

export async function main(): Promise<number> {
	const cache: MarkCache = new Map();
	const input = inputOf(sheets, { assignments: [quiz] });
	const accepted = new Map([['own/0#', [{ text: 'Osaka', at: 1 }]]]);
	const after = { ...input, decisions: decided({ accepted }) };
	const { rows } = gradebook(after);
	const figures = {
		markMs: await msOf(() => gradebook(input, cache)),
		markAgainMs: await msOf(() => gradebook(input, cache)),
		acceptMs: await msOf(() => gradebook(after, cache)),
		sortMs: await msOf(() => sortRows(rows, 'total', true)),
		...(await openMany())
	};
	process.stdout.write(`${JSON.stringify(figures)}\n`);
	return 0;
}
