import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const eslint = new ESLint({ cwd: root });

/** The rules that a made-up file breaks. Neither it nor what it imports need exist. */
async function brokenRules(path: string, code: string): Promise<readonly (string | null)[]> {
	const results = await eslint.lintText(code, { filePath: join(root, path) });
	return results.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
}

/** A title, the path of a made-up file, its code, and the rule it breaks if it breaks one. */
type Case = readonly [title: string, path: string, code: string, rule?: string];

function test(cases: readonly Case[]): void {
	for (const [title, path, code, rule] of cases) {
		it(title, async () => {
			expect(await brokenRules(path, code)).toEqual(rule === undefined ? [] : [rule]);
		});
	}
}

/** `a .svelte file` for a made-up one, else its name. */
function naming(path: string): string {
	const name = basename(path);
	return /^made-?up/i.test(name) ? `a ${name.slice(name.indexOf('.'))} file` : name;
}

const inScript = (path: string, code: string) =>
	path.endsWith('.svelte') ? `<script lang="ts">\n${code}\n</script>\n` : `${code}\n`;

const using = (path: string, value: string) => inScript(path, `console.log(${value});`);

const importing = (path: string, source: string) =>
	inScript(path, `import { it } from '${source}';\nconsole.log(it);`);

describe('rooms', () => {
	const rule = 'boundaries/dependencies';

	/** Made-up files of each room, one for each kind of file it can have. */
	const files = {
		rules: ['src/lib/core/bank/rules/made-up.ts'],
		core: ['src/lib/core/log/made-up.ts'],
		platform: ['src/lib/platform/made-up.ts'],
		storage: ['src/lib/storage/made-up.ts'],
		formats: ['src/lib/formats/csv/made-up.ts'],
		workers: ['src/lib/workers/made-up.ts'],
		state: ['src/lib/state/made-up.ts', 'src/lib/state/made-up.svelte.ts'],
		ui: ['src/lib/ui/study/made-up.ts', 'src/lib/ui/MadeUp.svelte', 'src/lib/ui/made-up.svelte.ts'],
		pwa: ['src/lib/pwa/made-up.ts', 'src/lib/pwa/MadeUp.svelte', 'src/lib/pwa/made-up.svelte.ts'],
		paste: ['src/lib/compose-paste.ts'],
		compose: ['src/lib/compose.ts'],
		routes: ['src/routes/+page.ts', 'src/routes/+page.svelte', 'src/routes/item/made-up.svelte.ts'],
		shell: ['src/app.d.ts'],
		tools: ['src/tools/made-up.ts', 'src/tools/bank/made-up.js', 'vite.config.ts'],
		tests: ['tests/laws/made-up.ts', 'src/lib/core/made-up.test.ts', 'playwright.config.ts']
	};

	type Room = keyof typeof files;
	const rooms = Object.keys(files) as Room[];

	/** A file of each room for the others to import. */
	const targets = {
		rules: 'src/lib/core/bank/rules/other',
		core: 'src/lib/core/result',
		platform: 'src/lib/platform/other',
		storage: 'src/lib/storage/other',
		formats: 'src/lib/formats/aiken/other',
		workers: 'src/lib/workers/other',
		state: 'src/lib/state/other.svelte',
		ui: 'src/lib/ui/Other.svelte',
		pwa: 'src/lib/pwa/other.svelte',
		paste: 'src/lib/compose-paste',
		compose: 'src/lib/compose',
		messages: 'src/lib/paraglide/messages',
		routes: 'src/routes/other',
		shell: 'src/app.css',
		tools: 'src/tools/other.js',
		tests: 'tests/support/other'
	};

	type Target = keyof typeof targets;
	const everyTarget = Object.keys(targets) as Target[];

	const lawful: Readonly<Record<Room, readonly Target[]>> = {
		rules: ['rules', 'core'],
		core: ['core'],
		platform: ['platform', 'core'],
		storage: ['storage', 'core'],
		formats: ['formats', 'core'],
		workers: ['workers', 'core', 'storage', 'platform'],
		state: ['state', 'core'],
		ui: ['ui', 'core', 'messages'],
		pwa: ['pwa', 'core', 'messages'],
		paste: ['paste', 'core', 'rules', 'platform', 'formats', 'state'],
		compose: everyTarget.filter(
			(room) => !['routes', 'ui', 'tools', 'shell', 'tests', 'rules', 'paste'].includes(room)
		),
		routes: ['routes', 'state', 'ui', 'pwa', 'core', 'compose', 'paste', 'messages', 'shell'],
		shell: ['shell', 'core'],
		tools: ['tools', 'core', 'rules'],
		tests: everyTarget
	};

	/** `$lib/…` where that leads there, else a relative path. */
	function sourceFrom(path: string, target: string): string {
		if (target.startsWith('src/lib/')) return target.replace('src/lib', '$lib');
		return relative(dirname(path), target).replace(/^(?!\.)/, './');
	}

	const pairs = rooms.flatMap((room) =>
		files[room].flatMap((path) => everyTarget.map((target) => ({ room, path, target })))
	);

	test(
		pairs.map(({ room, path, target }): Case => {
			const code = importing(path, sourceFrom(path, targets[target]));
			return lawful[room].includes(target)
				? [`lets ${room} import ${target} in ${naming(path)}`, path, code]
				: [`refuses ${target} imported by ${room} in ${naming(path)}`, path, code, rule];
		})
	);

	const forms = [
		['by a relative path', "import { it } from '../storage/other';\nconsole.log(it);"],
		['as a type', "import type { It } from '$lib/storage/other';\nconsole.log({} as It);"],
		['as a type in place', "console.log({} as import('$lib/storage/other').It);"],
		['for its effects', "import '$lib/storage/other';"],
		['lazily', "console.log(() => import('$lib/storage/other'));"],
		['by a glob', "console.log(import.meta.glob('../storage/*.ts'));"],
		['with a query', "import url from '$lib/storage/other?worker&url';\nconsole.log(url);"]
	] as const;

	test(
		forms.flatMap(([form, code]) =>
			files.ui.map((path): Case => {
				const placed = code.replace('../storage', sourceFrom(path, 'src/lib/storage'));
				return [
					`refuses storage imported by ui ${form} in ${naming(path)}`,
					path,
					inScript(path, placed),
					rule
				];
			})
		)
	);

	test([
		[
			'refuses storage handed on by ui name by name',
			'src/lib/ui/made-up.ts',
			"export { it } from '../storage/other';",
			rule
		],
		[
			'refuses storage handed on by ui as a whole',
			'src/lib/ui/made-up.ts',
			"export * from '../storage/other';",
			rule
		],
		[
			'refuses a test imported by what it tests',
			'src/lib/core/made-up.ts',
			importing('.ts', './made-up.test'),
			rule
		],
		[
			'refuses what is in no room imported by ui in a .svelte file',
			'src/lib/ui/MadeUp.svelte',
			importing('.svelte', '$lib/helpers/other'),
			rule
		],
		[
			'refuses a .ts file of src that is in no room',
			'src/lib/helpers/made-up.ts',
			'export const it = 1;',
			'boundaries/no-unknown-files'
		],
		[
			'refuses a .svelte file of src that is in no room',
			'src/lib/helpers/MadeUp.svelte',
			'<p>it</p>',
			'boundaries/no-unknown-files'
		],
		[
			'refuses a lazy import that names no module',
			'src/lib/ui/made-up.ts',
			'export const later = (name: string) => import(name);',
			'no-restricted-syntax'
		],
		[
			'lets a page import a component lazily',
			'src/routes/+page.svelte',
			inScript('.svelte', "console.log(() => import('$lib/ui/Other.svelte'));")
		],
		[
			'lets compose import the address of a worker',
			'src/lib/compose.ts',
			"import url from './workers/other?worker&url';\nconsole.log(url);"
		]
	]);
});

describe('packages', () => {
	const core = 'src/lib/core/made-up.ts';
	const platform = 'src/lib/platform/made-up.ts';
	const storage = 'src/lib/storage/made-up.ts';
	const state = 'src/lib/state/made-up.svelte.ts';
	const ui = 'src/lib/ui/MadeUp.svelte';
	const pwa = 'src/lib/pwa/made-up.svelte.ts';
	const page = 'src/routes/+page.svelte';
	const load = 'src/routes/+page.ts';
	const compose = 'src/lib/compose.ts';
	const tool = 'src/tools/made-up.ts';
	const unit = 'src/lib/storage/made-up.test.ts';
	const app = [core, platform, storage, state, ui, pwa, page, compose];

	interface Home {
		readonly source: string;
		readonly in: readonly string[];
		/** All of `app` that is not in `in`, unless said otherwise. */
		readonly notIn?: readonly string[];
	}

	const homes: readonly Home[] = [
		{ source: 'idb-keyval', in: [storage, unit] },
		{ source: 'ts-fsrs', in: ['src/lib/core/scheduling/scheduler.ts', unit] },
		{ source: 'ts-fsrs', in: [], notIn: ['src/lib/core/scheduling/outcomes.ts'] },
		{ source: 'cborg', in: ['src/lib/core/assignment/cbor.ts', unit] },
		{ source: 'cborg', in: [], notIn: ['src/lib/core/assignment/codec.ts'] },
		{ source: '@hpke/core', in: ['src/lib/platform/assignment/hpke.ts', unit] },
		{ source: '@hpke/core', in: [], notIn: ['src/lib/platform/assignment/keys.ts'] },
		{ source: 'valibot', in: [core, storage] },
		{ source: 'svelte', in: [state, ui, pwa, page, compose] },
		{ source: 'svelte/reactivity', in: [state, ui, pwa, page, compose] },
		{ source: '$app/paths', in: [state, ui, pwa, page, compose] },
		{ source: '@sveltejs/kit', in: [page, load] },
		{ source: 'virtual:kachi/banks', in: [compose] },
		{ source: 'yaml', in: [tool, unit, 'vite.config.ts', 'tests/laws/made-up.ts'] },
		{ source: 'node:fs', in: [tool, unit, 'svelte.config.js', 'tests/e2e/made-up.ts'] },
		{ source: 'fs/promises', in: [tool] },
		{ source: 'a-package-without-a-home', in: [tool, unit] }
	];

	test(
		homes.flatMap((home): readonly Case[] => {
			const { source, notIn = app.filter((path) => !home.in.includes(path)) } = home;
			const place = (path: string) => path.replace('src/lib/', '');
			return [
				...notIn.map((path): Case => {
					const title = `refuses ${source} in ${place(path)}`;
					return [title, path, importing(path, source), 'boundaries/dependencies'];
				}),
				...home.in.map((path): Case => {
					return [`allows ${source} in ${place(path)}`, path, importing(path, source)];
				})
			];
		})
	);
});

describe('the pure core', () => {
	const files = ['made-up.ts', 'made-up.svelte.ts', 'MadeUp.svelte'].map(
		(name) => `src/lib/core/${name}`
	);

	/** An impure value, the rule that refuses it, and the pure one in its place. */
	const impure = [
		['Date.now()', 'no-restricted-properties', 'Date.UTC(2026, 0)'],
		["Date['now']()", 'no-restricted-properties', "Date['parse']('2026-01-01')"],
		['Math.random()', 'no-restricted-properties', 'Math.max(1, 2)'],
		['new Date()', 'no-restricted-syntax', 'new Date(0)'],
		['Date()', 'no-restricted-syntax', 'new Date(0, 1)'],
		['performance.now()', 'no-restricted-globals', 'performance'],
		['crypto.randomUUID()', 'no-restricted-globals', 'crypto'],
		['window.name', 'no-restricted-globals', 'window'],
		['document.title', 'no-restricted-globals', 'document'],
		['navigator.onLine', 'no-restricted-globals', 'navigator'],
		['indexedDB.databases()', 'no-restricted-globals', 'indexedDB'],
		['localStorage.length', 'no-restricted-globals', 'localStorage'],
		['globalThis.name', 'no-restricted-globals', 'globalThis'],
		['self.name', 'no-restricted-globals', 'self']
	] as const;

	/** The code itself, or, for a name of the world, a parameter that happens to have it. */
	const pureCode = (path: string, pure: string) =>
		/^\w+$/.test(pure)
			? inScript(path, `export const f = (${pure}: string) => ${pure}.length;`)
			: using(path, pure);

	test(
		impure.flatMap(([code, rule, pure]) =>
			files.flatMap((path): readonly Case[] => [
				[`refuses ${code} in the core in ${naming(path)}`, path, using(path, code), rule],
				[`lets ${pure} pass beside ${code} in ${naming(path)}`, path, pureCode(path, pure)]
			])
		)
	);

	test([
		[
			'refuses now taken out of Date in the core',
			'src/lib/core/made-up.ts',
			'export const { now } = Date;',
			'no-restricted-properties'
		],
		[
			'refuses chance that is handed out of the core',
			'src/lib/core/made-up.ts',
			'export const chance = Math.random;',
			'no-restricted-properties'
		],
		...['src/lib/platform/made-up.ts', 'src/lib/core/made-up.test.ts', 'src/tools/made-up.ts'].map(
			(path): Case => [`lets ${path} ask for the time`, path, using(path, 'Date.now()')]
		)
	]);
});

describe('what stands in one place', () => {
	const everywhere = [
		'src/lib/platform/made-up.ts',
		'src/lib/state/made-up.svelte.ts',
		'src/lib/ui/MadeUp.svelte',
		'src/routes/+page.svelte'
	];
	const mirror = 'src/lib/platform/device-mirror.ts';
	const database = 'src/lib/storage/database.ts';
	const compose = 'src/lib/compose.ts';
	const starter = 'src/lib/platform/start-worker.ts';
	const register = 'src/lib/pwa/register.ts';
	const homes = [mirror, database, compose, starter, register];

	interface Thing {
		readonly value: string;
		readonly rule: string;
		readonly in?: readonly string[];
	}

	const [asGlobal, asProperty, asSyntax] = [
		'no-restricted-globals',
		'no-restricted-properties',
		'no-restricted-syntax'
	] as const;

	const things: readonly Thing[] = [
		{ value: 'localStorage.length', rule: asGlobal, in: [mirror] },
		{ value: 'sessionStorage.length', rule: asGlobal, in: [mirror] },
		{ value: 'window.localStorage', rule: asProperty, in: [mirror] },
		{ value: "globalThis['sessionStorage']", rule: asProperty, in: [mirror] },
		{ value: 'indexedDB.databases()', rule: asGlobal, in: [database, compose] },
		{ value: 'self.indexedDB', rule: asProperty, in: [database, compose] },
		{ value: "new Worker('it.js')", rule: asSyntax, in: [starter] },
		{ value: "new SharedWorker('it.js')", rule: asSyntax, in: [starter] },
		{ value: "new globalThis.Worker('it.js')", rule: asSyntax, in: [starter] },
		{ value: "navigator.serviceWorker.register('sw.js')", rule: asSyntax, in: [register] },
		{ value: "navigator.serviceWorker?.register('sw.js')", rule: asSyntax, in: [register] },
		{ value: "navigator.serviceWorker!.register('sw.js')", rule: asSyntax, in: [register] },
		{ value: "document.body.innerHTML = ''", rule: asProperty },
		{ value: "document.body['innerHTML'] = ''", rule: asProperty },
		{ value: "document.body.outerHTML = ''", rule: asProperty },
		{ value: "document.body.insertAdjacentHTML('beforeend', '')", rule: asProperty }
	];

	test(
		things.flatMap(({ value, rule, in: lawful = [] }) => [
			...[...everywhere, ...homes.filter((path) => !lawful.includes(path))].map((path): Case => {
				return [`refuses ${value} in ${path}`, path, using(path, value), rule];
			}),
			...everywhere
				.filter((path) => path.endsWith('.svelte'))
				.map((path): Case => {
					const markup = `<button onclick={() => console.log(${value.replace('!', '')})}>it</button>`;
					const title = `refuses ${value} in the markup of ${naming(path)}`;
					return [title, path, `${markup}\n`, rule];
				}),
			...[...lawful, 'tests/e2e/made-up.ts'].map((path): Case => {
				return [`allows ${value} in ${path}`, path, using(path, value)];
			})
		])
	);

	test(
		everywhere.flatMap((path): readonly Case[] => [
			[`lets ${naming(path)} set text`, path, using(path, "document.body.textContent = ''")],
			[
				`lets ${naming(path)} wait for the worker`,
				path,
				using(path, 'navigator.serviceWorker.ready')
			],
			[`lets ${naming(path)} have a Worker at hand`, path, using(path, '({} as Worker).onerror')]
		])
	);
});

describe('markup', () => {
	const files = ['src/lib/ui/MadeUp.svelte', 'src/routes/+page.svelte'];
	const markup = [
		['{@html it}', 'svelte/no-at-html-tags', '{it}'],
		['<p innerHTML={it}></p>', 'no-restricted-syntax', '<p title={it}></p>'],
		[
			'<p contenteditable bind:innerHTML={it}></p>',
			'no-restricted-syntax',
			'<input bind:value={it} />'
		]
	] as const;

	test(
		markup.flatMap(([code, rule, lawful]) =>
			files.flatMap((path): readonly Case[] => {
				const script = '<script lang="ts">\n\tlet it = $state(\'\');\n</script>\n';
				return [
					[`refuses ${code} in ${naming(path)}`, path, `${script}${code}\n`, rule],
					[`allows ${lawful} in ${naming(path)}`, path, `${script}${lawful}\n`]
				];
			})
		)
	);

	test([
		[
			'refuses an address without the base path in a component',
			'src/lib/ui/MadeUp.svelte',
			'<a href="/study/">Study</a>\n',
			'no-restricted-syntax'
		],
		[
			'lets a component link to what it is handed',
			'src/lib/ui/MadeUp.svelte',
			'<script lang="ts">\n\tconst { href }: { href: string } = $props();\n</script>\n<a {href}>Study</a>\n'
		]
	]);
});

describe('named exports', () => {
	const refused = 'no-restricted-syntax';
	const files = [
		'src/lib/core/made-up.ts',
		'src/lib/state/made-up.svelte.ts',
		'src/lib/storage/database.ts',
		'src/lib/compose.ts'
	];
	const code = (name: string) => `const it = 1;\nexport ${name};\n`;

	test(
		files.flatMap((path): readonly Case[] => [
			[`refuses a default export in ${path}`, path, code('default it'), refused],
			[`refuses an export named default in ${path}`, path, code('{ it as default }'), refused],
			[`allows a named export in ${path}`, path, code('{ it }')]
		])
	);

	test([['allows a default export in a tool', 'src/tools/made-up.ts', code('default it')]]);
});
