import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from './bank';
import type { readArticles } from './bank/check-articles';

/** What stands beside the project, so that a test does not hang on where it runs. */
const beside = vi.hoisted(() => ({ articles: undefined as ReturnType<typeof readArticles> }));

vi.mock('./bank/check-articles', async (original) => ({
	...(await original<object>()),
	readArticles: () => beside.articles
}));

const BANK = `id: b
lang: en
title: { en: T, ko: 제, ja: 題 }
topics:
  - id: leaders
    title: { en: L, ko: 지, ja: 指 }
`;
const SOURCES = `sources:
  - id: brief
    title: Brief
    titleGiven: true
    about: { en: About, ko: 소개, ja: 紹介 }
    cautions:
      - { en: Careful, ko: 주의, ja: 注意 }
    paragraphs:
      - n: 1
        terms: ["Nara, Japan", trade]
`;

/** An item of fourteen lines; changes are texts that are replaced. */
function choice(id: string, changes: Readonly<Record<string, string>> = {}): string {
	const item = `  - id: ${id}
    kind: choice
    stem: Where was the summit called ${id}?
    options:
      - { id: kyoto, text: Kyoto, why: It is another old capital. }
      - { id: nara, text: Nara, key: true }
      - { id: tokyo, text: Tokyo, why: It is the capital. }
    explanation: The report places this summit in an old capital.
    evidence:
      - { source: brief, paragraph: 1, terms: ["Nara, Japan"] }
    claim: fact
    difficulty: easy
    fact: place
`;
	return Object.entries(changes).reduce((text, [from, to]) => text.replace(from, to), item);
}

const bankOf = (...items: readonly string[]) => ({
	'b/bank.yaml': BANK,
	'b/sources.yaml': SOURCES,
	'b/leaders.yaml': `items:\n${items.join('')}`
});

const folders: string[] = [];

function questions(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), 'kachi-questions-'));
	folders.push(folder);
	for (const [name, source] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), source);
	}
	return folder;
}

/** Runs the tool and hears what it says. */
async function run(...args: readonly string[]) {
	const heard = { out: '', err: '' };
	const listen = (stream: NodeJS.WriteStream, to: keyof typeof heard) =>
		vi.spyOn(stream, 'write').mockImplementation((text) => {
			heard[to] += String(text);
			return true;
		});
	const ears = [listen(process.stdout, 'out'), listen(process.stderr, 'err')];
	try {
		return { exit: await main([...args]), ...heard };
	} finally {
		for (const ear of ears) ear.mockRestore();
	}
}

async function runOn(files: Readonly<Record<string, string>>, ...args: readonly string[]) {
	const folder = questions(files);
	const { exit, out, err } = await run('--questions', folder, ...args);
	return { exit, out, err: err.replaceAll(`${folder}/`, ''), folder };
}

beforeEach(() => {
	beside.articles = undefined;
});

afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('npm run bank', () => {
	it('counts the items of a good bank', async () => {
		const { exit, out, err } = await runOn(bankOf(choice('one'), choice('two')));
		expect(exit).toBe(0);
		expect(out.split('\n').map((line) => line.replace(/ {2,}/g, ' ').trim())).toEqual([
			'b: 2 items, 2 cards',
			'topics leaders 2',
			'kinds choice 2',
			'claims fact 2',
			'difficulty easy 2',
			'key positions 0, 2, 0',
			'key is longest 0 of 2 (0 %)',
			'true 0 of 0',
			'paragraphs cited 1 of 1 (100 %)',
			'brief 2 items, 1 of 1 (100 %) paragraphs',
			''
		]);
		expect(err).toContain('the articles are not beside the project');
	});

	it('counts a flashcard asked both ways as two cards', async () => {
		const options = choice('x').replace(
			/ {4}stem[^]*capital. }\n/,
			'    front: F\n    back: B\n    reverse: true\n'
		);
		const { out } = await runOn(bankOf(options.replace('choice', 'flashcard')));
		expect(out).toContain('b: 1 items, 2 cards');
	});

	it.each([
		['a missing key', { ', key: true': '' }, '6:7', 'missing-key', 'mark one “key: true”'],
		[
			'an unknown kind',
			{ choice: 'essay' },
			'3:11',
			'unknown-kind',
			'one of choice, cloze, flashcard'
		],
		[
			'evidence that is not in its paragraph',
			{ '["Nara, Japan"]': '[Nara, tariffs]' },
			'11:54',
			'stray-evidence',
			'cite the right paragraph'
		],
		['broken YAML', { 'old capital. }': 'old capital.' }, '7:7', 'notation', 'mend the YAML']
	])('points to %s with a hint', async (_, changes, place, code, hint) => {
		const { exit, out, err } = await runOn(bankOf(choice('one', changes)));
		expect(exit).toBe(1);
		expect(out).toBe('');
		const lines = err.split('\n');
		const at = lines.findIndex((line) => line.includes(`[${code}]`));
		expect(lines[at]).toMatch(new RegExp(`^b/leaders\\.yaml:${place}: error: `));
		expect(lines.slice(at + 1, at + 3).join('\n')).toContain(`→ ${hint}`);
	});

	it('points to a repeated id', async () => {
		const { exit, err } = await runOn(bankOf(choice('one'), choice('one')));
		expect(exit).toBe(1);
		expect(err).toMatch(
			/^b\/leaders\.yaml:15:9: error: the id “one” is taken already.*repeated-id/m
		);
		expect(err).toContain('→ give this item another id');
		expect(err).toMatch(/\n1 problem in the banks\n$/);
	});

	it('shows all problems of all banks at once', async () => {
		const broken = {
			...bankOf(
				choice('one'),
				choice('one', { ', key: true': '' }),
				choice('two', { choice: 'essay' }),
				choice('one', { '["Nara, Japan"]': '[tariffs, Nara]' })
			),
			'c/bank.yaml': 'id: "c\n',
			'd/bank.yaml': BANK
		};
		const { exit, out, err } = await runOn(broken);
		expect(exit).toBe(1);
		expect(out).toBe('');
		const rules = [...err.matchAll(/^(\S+?):.*\[(.+)\]$/gm)].map(
			([, file, code]) => `${file} ${code}`
		);
		expect(rules.sort()).toEqual([
			'b/leaders.yaml missing-key',
			'b/leaders.yaml repeated-id',
			'b/leaders.yaml repeated-id',
			'b/leaders.yaml stray-evidence',
			'b/leaders.yaml unknown-kind',
			'c/bank.yaml notation',
			'c/sources.yaml missing-file',
			'd/leaders.yaml missing-file',
			'd/sources.yaml missing-file'
		]);
		expect(err).toContain('9 problems in the banks');
	});

	it('names the item, the rule and its number, and lets a warning pass unless it is strict', async () => {
		const files = bankOf(choice('one', { 'was the': 'was only the' }));
		const { exit, out, err } = await runOn(files);
		expect(exit).toBe(0);
		expect(out).toContain('b: 1 items');
		expect(err).toContain(
			'b/leaders.yaml:4:11: warning: “only” is absolute or vague (rule 14) [absolute-word]\n' +
				'    at one: items.0.stem\n    → such words hint'
		);
		expect(err).toMatch(/\n1 warning in the banks\n$/);
		const strict = await runOn(files, '--strict');
		expect([strict.exit, strict.out]).toEqual([1, '']);
	});

	it('fails on a broken rule that is no warning, strict or not', async () => {
		const { exit, err } = await runOn(bankOf(choice('one', { 'in an old capital.': 'there.' })));
		expect(exit).toBe(1);
		expect(err).toMatch(/error: the explanation has 3\d characters.*\(rule 39\)/);
	});

	it('takes what was accepted with a reason, and counts it', async () => {
		const accepts = 'fact: place\n    accepts: [{ rule: 14, because: "It is a name." }]';
		const changes = { 'was the': 'was only the', 'fact: place': accepts };
		const { exit, out, err } = await runOn(bankOf(choice('one', changes)), '--strict');
		expect([exit, err.includes('warning')]).toEqual([0, false]);
		expect(out).toMatch(/accepted by rule +14 1/);
	});

	it('holds the terms to the articles where they stand beside the project', async () => {
		beside.articles = [{ id: 'brief', paragraphs: [{ n: 1, text: 'In Nara, Japan.' }] }];
		const { exit, err } = await runOn(bankOf(choice('one')));
		expect(exit).toBe(1);
		expect(err).not.toContain('the articles are not beside the project');
		expect(err).toMatch(/^b\/sources\.yaml:10:32: error: .*“trade”.*\[term-not-in-article\]$/m);
	});

	it('takes the banks of the project when no folder is named', async () => {
		const { exit, out } = await run();
		expect(exit).toBe(0);
		expect(out).toMatch(/^japan-korea: \d+ items, \d+ cards$/m);
	});

	it.each([['--nonsense'], ['--questions'], ['somewhere']])('explains itself: %s', async (arg) => {
		const { exit, out, err } = await run(arg);
		expect(exit).toBe(2);
		expect(out).toBe('');
		expect(err).toContain('npm run bank');
	});
});

describe('npm run bank -- --json', () => {
	it('prints JSON and nothing else', async () => {
		const { exit, out } = await runOn(bankOf(choice('one')), '--json');
		const { banks } = JSON.parse(out) as { banks: readonly object[] };
		expect(exit).toBe(0);
		expect(banks).toMatchObject([
			{
				id: 'b',
				items: [{ id: 'one', key: 'nara', itemKey: 'b/one', topic: 'leaders' }],
				cards: [{ key: 'b/one#', item: 'b/one', order: 0 }],
				counts: {
					items: 1,
					cards: 1,
					paragraphs: { cited: 1, citable: 1 },
					keyPositions: [0, 1, 0],
					trueFalse: { all: 0, isTrue: 0 }
				}
			}
		]);
	});

	it('prints nothing of a broken bank', async () => {
		const { exit, out } = await runOn(bankOf(choice('one', { choice: 'essay' })), '--json');
		expect([exit, out]).toEqual([1, '']);
	});
});

describe('npm run bank -- --ids', () => {
	const incomplete = bankOf(
		'  # a comment\n',
		choice('one', { 'id: one\n    ': '', 'id: nara, ': '' })
	);
	const leaders = (folder: string) => readFileSync(join(folder, 'b', 'leaders.yaml'), 'utf8');

	it('writes the ids that are missing and keeps all else to the byte', async () => {
		const { exit, err, folder } = await runOn(incomplete, '--ids');
		expect(exit).toBe(0);
		expect(err).toBe('ids written into leaders.yaml\n');
		expect(leaders(folder)).toBe(
			`items:\n  # a comment\n${choice('one', { 'id: one': 'id: where-was-the-summit-called-one' })}`
		);
		expect((await run('--questions', folder)).exit).toBe(0);
	});

	it('changes nothing the second time', async () => {
		const { folder } = await runOn(incomplete, '--ids');
		const first = leaders(folder);
		expect((await run('--questions', folder, '--ids')).err).toBe('no id is missing\n');
		expect(leaders(folder)).toBe(first);
	});

	it('touches no file while one has broken YAML', async () => {
		const files = { ...incomplete, 'b/dates.yaml': 'items: [' };
		const { exit, err, folder } = await runOn(files, '--ids');
		expect(exit).toBe(1);
		expect(err).toMatch(/^b\/dates\.yaml:1:\d+: error: .*\[notation\]$/m);
		expect(leaders(folder)).toBe(incomplete['b/leaders.yaml']);
	});
});
