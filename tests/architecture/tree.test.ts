import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/lib/core/item/registry';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** What is neither ours nor kept, where git cannot say it. */
const strangers =
	/^(?:\.git|\.svelte-kit|node_modules|build.*|paraglide|cache|.*-(?:results|report))$/;

function walk(folder: string): readonly string[] {
	return readdirSync(folder, { withFileTypes: true })
		.filter(({ name }) => !strangers.test(name))
		.flatMap((entry) => {
			const path = join(folder, entry.name);
			return entry.isDirectory() ? walk(path) : [relative(root, path).replaceAll('\\', '/')];
		});
}

/** Every file of the project that is kept, or would be: what git ignores is left out. */
function keptFiles(): readonly string[] {
	try {
		const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
		const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
		return listed.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
	} catch {
		return walk(root);
	}
}

const files = keptFiles();
const sources = files.filter((path) => /^src\/.*\.(?:ts|js|svelte)$/.test(path));

describe('sources', () => {
	it('are found', () => {
		expect(sources).toContain('src/lib/core/result.ts');
	});

	it('put no HTML into the page', () => {
		expect(sources.filter((path) => /\{@html\b/.test(read(path)))).toEqual([]);
	});

	it('give every verb a home: 300 lines a file, 200 a component', () => {
		const most = (path: string) => (path.endsWith('.svelte') ? 200 : 300);
		const lines = (path: string) => read(path).trimEnd().split('\n').length;
		const long = sources
			.filter((path) => /^src\/(?:lib|routes)\//.test(path) && !/\.test\.ts$/.test(path))
			.filter((path) => lines(path) > most(path))
			.map((path) => `${path}: ${lines(path)} lines`);
		expect(long).toEqual([]);
	});

	const comment = /eslint-disable(?:-next-line|-line)?(.*)/g;
	const houseRule = /boundaries\/|no-restricted-|svelte\/no-at-html-tags/;

	/** Whether a comment names a house rule, or no rule at all and so every one. */
	const switchesOff = (text: string) =>
		[...text.matchAll(comment)].some(([, rules = '']) => {
			const named = rules.replace(/-->|--.*|\*\//, '');
			return houseRule.test(named) || !/[a-z]/.test(named);
		});

	it('switch no house rule off', () => {
		expect(sources.filter((path) => switchesOff(read(path)))).toEqual([]);
	});

	it.each([
		['// eslint-disable-next-line boundaries/dependencies -- just once', true],
		['/* eslint-disable no-console, no-restricted-globals */', true],
		['<!-- eslint-disable -->', true],
		['// eslint-disable-line -- it works', true],
		['// eslint-disable-next-line svelte/require-each-key -- boundaries/', false]
	])('of which %s does: %s', (text, does) => {
		expect(switchesOff(text)).toBe(does);
	});
});

describe('a kind of item', () => {
	const words = Object.keys(kinds);
	const pascal = (word: string) => word.replace(/(?:^|-)(.)/g, (_, first) => first.toUpperCase());

	it.each(words)('%s has the same word in every room', (word) => {
		const folder = `src/lib/core/item/kinds/${word}`;
		const expected = [
			`${folder}/${word}.ts`,
			`${folder}/parse-${word}.ts`,
			`${folder}/score-${word}.ts`,
			`src/lib/ui/item/${pascal(word)}Item.svelte`
		];
		expect(expected.filter((path) => !existsSync(join(root, path)))).toEqual([]);
	});

	it('is in the registry when it has a folder', () => {
		expect(readdirSync(join(root, 'src/lib/core/item/kinds')).sort()).toEqual([...words].sort());
	});
});

describe("the core's own compiler", () => {
	const folder = join(root, 'src/lib/core');
	const { config } = ts.readConfigFile(join(folder, 'tsconfig.json'), ts.sys.readFile);
	const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);

	/** Compiles one made-up file of the core, which is nowhere but here. */
	function complaintsOf(code: string): readonly string[] {
		const path = join(folder, 'made-up.ts');
		const host = ts.createCompilerHost(options);
		const { getSourceFile, fileExists } = host;
		host.fileExists = (name) => name === path || fileExists(name);
		host.getSourceFile = (name, ...rest) =>
			name === path
				? ts.createSourceFile(name, code, ts.ScriptTarget.ES2023)
				: getSourceFile(name, ...rest);
		const program = ts.createProgram([path], options, host);
		return ts
			.getPreEmitDiagnostics(program)
			.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
	}

	it('knows no DOM', () => {
		expect(options.lib).toEqual(['lib.es2023.d.ts']);
		expect(options.types).toEqual([]);
	});

	it.each(['document.title', 'localStorage.length', 'process.pid', 'setTimeout(() => 1, 1)'])(
		'refuses %s',
		(value) => {
			const [complaint, ...others] = complaintsOf(`export const it: unknown = ${value};`);
			expect(complaint).toContain(`Cannot find name '${/^\w+/.exec(value)?.[0]}'`);
			expect(others).toEqual([]);
		}
	);

	it('accepts what the language itself brings', () => {
		expect(complaintsOf('export const it = [2, 1].toSorted().length;')).toEqual([]);
	});
});

describe('the project as a whole', () => {
	const machinePath = /\/(?:root|home|tmp|Users)\//;
	const registry = /https?:\/\/registry\./;

	// Text has no null character; pictures and fonts have.
	const texts = files
		.map((path) => ({ path, text: read(path) }))
		.filter(({ text }) => !text.includes('\0'));
	const having = (pattern: RegExp) =>
		texts.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

	it('names no place on one machine', () => {
		expect(having(machinePath)).toEqual([]);
		expect(machinePath.test(['', 'root', 'it'].join('/'))).toBe(true);
	});

	it('names no package registry', () => {
		expect(having(registry)).toEqual([]);
		expect(registry.test(['https:', '', 'registry.example', 'it'].join('/'))).toBe(true);
	});
});
