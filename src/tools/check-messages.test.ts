// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { checkMessages } from './check-messages.js';

const folders: string[] = [];

afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

type Messages = Readonly<Record<string, unknown>>;

interface Project {
	/** JSON text, or what to make it from. */
	readonly en?: Messages | string;
	readonly ko?: Messages | string;
	readonly ja?: Messages | string;
	/** Sources by path, in place of one that uses `hello`. */
	readonly sources?: Readonly<Record<string, string>>;
}

const imported = "import { m } from '$lib/paraglide/messages';\n";
const page = (code: string) => ({ 'src/Page.svelte': `<script>${imported}</script>${code}` });

function makeProject(project: Project): string {
	const root = realpathSync(mkdtempSync(join(tmpdir(), 'kachi-messages-')));
	folders.push(root);
	const {
		en = { hello: 'Hello' },
		ko = { hello: '안녕' },
		ja = { hello: 'こんにちは' },
		sources = page('{m.hello()}')
	} = project;
	const json = (value: Messages | string) =>
		typeof value === 'string' ? value : JSON.stringify(value);
	const files = {
		'messages/en.json': json(en),
		'messages/ko.json': json(ko),
		'messages/ja.json': json(ja),
		...sources
	};
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return root;
}

const problemsOf = (project: Project) =>
	checkMessages(makeProject(project)).problems.map(
		({ file, key, problem }) => `${file}: ${key}: ${problem}`
	);

describe('the check of messages', () => {
	it('counts the messages, languages and uses of a project in order', () => {
		const project = makeProject({
			en: { $schema: 'https://example.org', hello: 'Hello' },
			sources: page('{m.hello()}{m.hello()}')
		});
		expect(checkMessages(project)).toEqual({ problems: [], messages: 1, languages: 3, uses: 2 });
	});

	it('finds a message that a language lacks', () => {
		expect(problemsOf({ ja: {} })).toEqual(['messages/ja.json: hello: is missing']);
	});

	it('finds a message that only another language has', () => {
		const problems = problemsOf({ ko: { hello: '안녕', bye: '잘 가' } });
		expect(problems).toEqual(['messages/ko.json: bye: is not in messages/en.json']);
	});

	it('finds a file that is missing or is no JSON', () => {
		const project = makeProject({ ko: '{ "hello": ' });
		rmSync(join(project, 'messages/ja.json'));
		const found = checkMessages(project).problems.filter(({ key }) => key === '-');
		expect(found).toMatchObject([
			{ file: 'messages/ko.json', problem: expect.stringContaining('is no JSON') },
			{ file: 'messages/ja.json', problem: 'there is no such file' }
		]);
	});

	it('finds an empty message', () => {
		expect(problemsOf({ ja: { hello: ' ' } })).toEqual(['messages/ja.json: hello: is empty']);
	});

	it('finds what is neither a text nor a list of variants', () => {
		const problems = problemsOf({ en: { hello: 1 } });
		expect(problems).toContain('messages/en.json: hello: is neither a text nor a list of variants');
	});

	it('finds a key that stands twice in one file', () => {
		const problems = problemsOf({ en: '{ "hello": "Hi", "hello" : "Hello" }' });
		expect(problems).toEqual(['messages/en.json: hello: stands there twice']);
	});

	it('takes no text for a key', () => {
		const en = '{ "hello": "the \\"hello\\": of hello, { hello" }';
		expect(problemsOf({ en })).toEqual([]);
	});

	it('finds other placeholders than the original has', () => {
		const problems = problemsOf({
			en: { hello: 'Hello, {name}' },
			ko: { hello: '안녕' },
			ja: { hello: '{who}さん、こんにちは' }
		});
		expect(problems).toEqual([
			'messages/ko.json: hello: takes nothing, not {name}',
			'messages/ja.json: hello: takes {who}, not {name}'
		]);
	});

	it('lets a language that counts otherwise have no variants', () => {
		const variants = {
			declarations: ['input count', 'local countPlural = count: plural'],
			selectors: ['countPlural'],
			match: { 'countPlural=one': 'One card', 'countPlural=other': '{count} cards' }
		};
		const project = { en: { hello: [variants] }, ko: { hello: '카드 {count}장' } };
		expect(problemsOf({ ...project, ja: { hello: 'カード{count}枚' } })).toEqual([]);
	});

	it('finds a message that is not translated', () => {
		expect(problemsOf({ ko: { hello: 'こんにちは' }, ja: { hello: 'Hello' } })).toEqual([
			'messages/ko.json: hello: has no Hangul: is it translated?',
			'messages/ja.json: hello: has no kana or kanji: is it translated?'
		]);
	});

	it('lets names and what has no words be alike in all languages', () => {
		const same = { app_name: 'Kachi', language_ko: '한국어', ratio: '{right} / {all}', fine: 'OK' };
		const sources = page(
			'{m.app_name()}{m.language_ko()}{m.ratio({ right: 1, all: 2 })}{m.fine()}'
		);
		expect(problemsOf({ en: same, ko: same, ja: same, sources })).toEqual([]);
	});

	it('finds a message that is never used, tests aside', () => {
		const sources = {
			'src/page.test.ts': `${imported}m.hello();`,
			'src/lib/paraglide/messages.js': `${imported}m.hello();`,
			'src/other.ts': 'm.hello();'
		};
		expect(problemsOf({ sources })).toEqual(['messages/en.json: hello: is never used']);
	});

	it('finds a message that is used and does not exist', () => {
		const problems = problemsOf({ sources: page("{m.hello()}{m.helo()}{m['bye.now']()}") });
		expect(problems).toEqual([
			'src/Page.svelte: helo: is no message',
			'src/Page.svelte: bye.now: is no message'
		]);
	});

	it('sees messages in brackets, under another name, nested and handed on', () => {
		const messages = (a: string) => ({ nav: { today: a }, b: a, c: a });
		const sources = {
			...page("{m['nav.today']()}"),
			'src/b.ts': "import { m as messages } from './paraglide/messages.js';\nmessages.b();",
			'src/c.ts': "import * as all from '$lib/paraglide/messages';\nexport const label = all.c;"
		};
		const project = { en: messages('Hello'), ko: messages('안녕'), ja: messages('はい') };
		expect(problemsOf({ ...project, sources })).toEqual([]);
	});

	it('leaves what belongs to something else called m', () => {
		const sources = page('{m.hello()}{system.of()}{it.m.of()}');
		expect(problemsOf({ sources })).toEqual([]);
	});
});

describe('the command', () => {
	const tool = fileURLToPath(new URL('check-messages.js', import.meta.url));

	/** Its exit code and all it printed, run inside a project. */
	function run(project: Project): readonly [code: number, output: string] {
		const copy = join(makeProject(project), 'src/tools/check-messages.js');
		cpSync(tool, copy);
		writeFileSync(join(dirname(copy), 'package.json'), '{ "type": "module" }');
		try {
			return [0, execFileSync(process.execPath, [copy], { encoding: 'utf8', stdio: 'pipe' })];
		} catch (error) {
			const { status, stdout, stderr } = error as Record<'stdout' | 'stderr', string> & {
				status: number;
			};
			return [status, stdout + stderr];
		}
	}

	it('says in one line that all is well', () => {
		expect(run({})).toEqual([0, 'ok: 1 messages in 3 languages, used 1 times\n']);
	});

	it('prints a line for each problem and fails', () => {
		expect(run({ ko: {}, ja: { hello: '' } })).toEqual([
			1,
			'messages/ko.json: hello: is missing\nmessages/ja.json: hello: is empty\n'
		]);
	});
});
