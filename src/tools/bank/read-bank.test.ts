import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { problem } from '../../lib/core/result';
import {
	bankFolders,
	compileFiles,
	formatDiagnostic,
	placed,
	readBankFiles,
	sha256
} from './read-bank';

const folders: string[] = [];

/** Files of a bank in a folder of their own, as they are read. */
function read(files: Readonly<Record<string, string>>) {
	const folder = mkdtempSync(join(tmpdir(), 'kachi-bank-'));
	folders.push(folder);
	for (const [name, source] of Object.entries(files)) writeFileSync(join(folder, name), source);
	return readBankFiles(folder);
}

afterAll(() => {
	for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

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
const LEADERS = `items:
  - id: city
    kind: choice
    stem: Where?
    options:
      - { id: kyoto, text: Kyoto }
      - { id: nara, text: Nara, key: true }
    explanation: There.
    evidence:
      - { source: brief, paragraph: 1, terms: ["Nara, Japan"] }
    claim: fact
    difficulty: easy
`;

const good = { 'bank.yaml': BANK, 'sources.yaml': SOURCES, 'leaders.yaml': LEADERS };

/** Line, column, rule and path of each problem. */
function problemsOf(changes: Readonly<Record<string, string>>) {
	const compiled = compileFiles(read({ ...good, ...changes }));
	if (compiled.ok) return [];
	return compiled.error.map(({ place, code, path }) => {
		const name = place?.file.replace(/^.*[\\/]/, '');
		return `${name}:${place?.line}:${place?.column} ${code} ${path.join('.')}`;
	});
}

describe('readBankFiles', () => {
	it('reads the YAML files of a folder, in the order of their names', () => {
		const files = read({ ...good, 'notes.md': '# no YAML' });
		expect(files.map(({ name }) => name)).toEqual(['bank.yaml', 'leaders.yaml', 'sources.yaml']);
		expect(files[0]?.source).toBe(BANK);
	});
});

describe('bankFolders', () => {
	it('are the folders below, in the order of their names, without the files', () => {
		const folder = mkdtempSync(join(tmpdir(), 'kachi-bank-'));
		folders.push(folder);
		for (const name of ['b', 'a']) mkdirSync(join(folder, name));
		writeFileSync(join(folder, 'README.md'), '');
		expect(bankFolders(folder)).toEqual([join(folder, 'a'), join(folder, 'b')]);
	});
});

describe('compileFiles', () => {
	it('compiles a bank whose revisions hang on the values, not on the notation', () => {
		const flow = compileFiles(read(good));
		const block = LEADERS.replace('{ id: kyoto, text: Kyoto }', 'id: kyoto\n        text: "Kyoto"');
		const same = compileFiles(read({ ...good, 'leaders.yaml': `# a comment\n${block}` }));
		expect(flow).toMatchObject({ ok: true, value: { id: 'b', items: [{ key: 'b/city' }] } });
		expect(same).toEqual(flow);
	});

	it('points to the line and column of the value that is wrong', () => {
		const wrong = LEADERS.replace('claim: fact', 'claim: rumour').replace('Where?', '""');
		expect(problemsOf({ 'leaders.yaml': wrong }).sort()).toEqual([
			'leaders.yaml:11:12 shape items.0.claim',
			'leaders.yaml:4:11 shape items.0.stem'
		]);
	});

	it('points into flow notation', () => {
		const second = LEADERS.replace('text: Kyoto }', 'text: Kyoto, key: true }');
		expect(problemsOf({ 'leaders.yaml': second })).toEqual([
			'leaders.yaml:7:38 second-key items.0.options.1.key'
		]);
	});

	it('points to what stands around a value that is missing', () => {
		const without = LEADERS.replace('    stem: Where?\n', '');
		expect(problemsOf({ 'leaders.yaml': without })).toEqual([
			'leaders.yaml:2:5 missing-field items.0.stem'
		]);
	});

	it('points to where the file that is missing would be', () => {
		const { 'sources.yaml': _, ...rest } = good;
		const files = read(rest);
		const file = join(dirname(files[0]?.path ?? ''), 'sources.yaml');
		expect(compileFiles(files)).toMatchObject({
			error: [{ code: 'missing-file', place: { file } }]
		});
	});

	it.each([
		['an unclosed bracket', 'items: [\n', 'notation'],
		['a field written twice', `${LEADERS}    claim: fact\n`, 'leaders.yaml:13:5 notation '],
		['a tab for indentation', 'items:\n\t- id: a\n', 'leaders.yaml:2:1 notation '],
		['two documents', `${LEADERS}---\nitems: []\n`, 'notation'],
		['a tag nobody knows', 'items: !items []\n', 'leaders.yaml:1:8 notation ']
	])('points to %s in the YAML itself', (_, source, wanted) => {
		const problems = problemsOf({ 'leaders.yaml': source });
		expect(problems.join('\n')).toContain(wanted);
		expect(problems.every((each) => /^leaders\.yaml:\d+:\d+ notation $/.test(each))).toBe(true);
	});

	it('shows the broken notation of all files at once', () => {
		const problems = problemsOf({ 'leaders.yaml': 'items: "', 'bank.yaml': 'id: a\nid: b\n' });
		expect(problems.map((each) => each.replace(/:.*/, ''))).toEqual(['bank.yaml', 'leaders.yaml']);
	});

	it('takes an empty file for one without fields', () => {
		expect(problemsOf({ 'leaders.yaml': '' })).toEqual(['leaders.yaml:1:1 shape ']);
	});
});

describe('placed', () => {
	it('leaves a problem alone that names no file', () => {
		expect(placed(read(good), problem('c', ['a'], 'm'))).not.toHaveProperty('place');
	});
});

describe('formatDiagnostic', () => {
	const place = { file: join('project', 'questions', 'b', 'a.yaml'), line: 3, column: 9 };
	const short = join('questions', 'b', 'a.yaml');

	it('begins with file, line and column and ends with what would mend it', () => {
		const full = { ...problem('c', ['items', 0], 'm', 'h'), place };
		expect(formatDiagnostic(full, 'project')).toBe(
			`${short}:3:9: error: m [c]\n    at items.0\n    → h`
		);
	});

	it('leaves out what is not known', () => {
		expect(formatDiagnostic({ ...problem('c', [], 'm'), place }, 'project')).toBe(
			`${short}:3:9: error: m [c]`
		);
		expect(formatDiagnostic(problem('c', [], 'm'), 'project')).toBe('?: error: m [c]');
		const named = { ...problem('c', [], 'm'), place: { file: 'a.yaml' } };
		expect(formatDiagnostic(named, 'project')).toBe('a.yaml: error: m [c]');
	});

	it('shortens only paths inside the folder, not those beside it', () => {
		const beside = { ...problem('c', [], 'm'), place: { file: join('project-2', 'a.yaml') } };
		expect(formatDiagnostic(beside, 'project')).toBe(
			`${join('project-2', 'a.yaml')}: error: m [c]`
		);
	});
});

it('sha256 is over the text in UTF-8, in lower-case hexadecimal digits', () => {
	expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
	expect(sha256('한')).toHaveLength(64);
});
