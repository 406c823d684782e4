// @ts-check
import { join } from 'node:path';
import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import ts from 'typescript-eslint';

const root = import.meta.dirname;

/**
 * The rooms, each with the rooms it may import besides itself. A file belongs to the first room
 * that has it. What each may not do is proven in tests/architecture/rooms.test.ts.
 *
 * @type {Readonly<Record<string, { files: string[], imports: readonly string[] }>>}
 */
const rooms = {
	tests: { files: ['tests/**', '**/*.test.{ts,js}', 'playwright.config.ts'], imports: ['*'] },
	rules: { files: ['src/lib/core/bank/rules/**'], imports: ['core'] },
	core: { files: ['src/lib/core/**'], imports: [] },
	platform: { files: ['src/lib/platform/**'], imports: ['core'] },
	storage: { files: ['src/lib/storage/**'], imports: ['core'] },
	formats: { files: ['src/lib/formats/**'], imports: ['core'] },
	workers: { files: ['src/lib/workers/**'], imports: ['core', 'storage', 'platform'] },
	state: { files: ['src/lib/state/**'], imports: ['core'] },
	ui: { files: ['src/lib/ui/**'], imports: ['core', 'messages'] },
	pwa: { files: ['src/lib/pwa/**'], imports: ['core', 'messages'] },
	// The one page that holds what is pasted to the rules of item writing has them by this file.
	paste: {
		files: ['src/lib/compose-paste.ts'],
		imports: ['core', 'rules', 'platform', 'formats', 'state']
	},
	compose: {
		files: ['src/lib/compose{,-*}.ts'],
		imports: ['core', 'platform', 'storage', 'formats', 'workers', 'state', 'pwa', 'messages']
	},
	messages: { files: ['src/lib/paraglide/**'], imports: [] },
	routes: {
		files: ['src/routes/**', 'src/hooks*.{ts,js}'],
		imports: ['state', 'ui', 'pwa', 'core', 'compose', 'paste', 'messages', 'shell']
	},
	shell: { files: ['src/app.{css,d.ts}'], imports: ['core'] },
	tools: { files: ['src/tools/**', '*.{ts,js}'], imports: ['core', 'rules'] }
};

const pages = ['state', 'ui', 'pwa', 'compose', 'routes'];

/**
 * Packages and virtual modules, each with the rooms, or the one file, that may import it. One
 * that is not named here stays outside the app.
 *
 * @type {Readonly<Record<string, { rooms: string[] } | { file: string }>>}
 */
const packages = {
	'idb-keyval': { rooms: ['storage'] },
	valibot: { rooms: ['core', 'rules', 'storage'] },
	'ts-fsrs': { file: 'src/lib/core/scheduling/scheduler.ts' },
	// It turns values into bytes and back, and asks nothing of the world.
	cborg: { file: 'src/lib/core/assignment/cbor.ts' },
	papaparse: { file: 'src/lib/formats/csv/csv.ts' },
	'@hpke/core': { file: 'src/lib/platform/assignment/hpke.ts' },
	// Of it the list of words alone: what is done with them stands in the core.
	'@scure/bip39': { file: 'src/lib/platform/assignment/seed-words.ts' },
	// It turns text into modules, and asks nothing of the world.
	'qrcode-generator': { file: 'src/lib/core/code/make-code.ts' },
	qr: { file: 'src/lib/platform/code/read-pixels.ts' },
	'virtual:kachi': { rooms: ['compose'] },
	svelte: { rooms: pages },
	'@sveltejs/kit': { rooms: ['routes'] },
	$app: { rooms: pages }
};

const importPolicies = [
	...Object.entries(rooms).map(([room, { imports }]) => ({
		from: { file: { categories: room } },
		allow: { to: { file: { categories: [room, ...imports] } } }
	})),
	...Object.entries(packages).map(([source, home]) => ({
		from: { file: 'file' in home ? { path: home.file } : { categories: home.rooms } },
		allow: { to: { module: { origin: 'external', source } } }
	})),
	{
		from: { file: { categories: ['tools', 'tests'] } },
		allow: { to: { module: { origin: ['external', 'core'] } } }
	}
];

/** @type {import('eslint').Linter.Config} */
const imports = {
	plugins: { boundaries: /** @type {any} */ (boundaries) },
	settings: {
		'boundaries/root-path': root,
		'boundaries/files-single-match': true,
		'boundaries/files': Object.entries(rooms).map(([category, { files }]) => ({
			category,
			pattern: files
		})),
		// Kit's modules do not look like a package's.
		'boundaries/flag-as-external': { customSourcePatterns: ['$app/**'] },
		'boundaries/additional-dependency-nodes': [
			{ selector: 'TSImportType > Literal', kind: 'type', name: 'import' },
			{
				selector: 'CallExpression[callee.object.type="MetaProperty"] > Literal:first-child',
				kind: 'value',
				name: 'glob'
			}
		],
		'import/resolver': { [join(root, 'src/tools/eslint-resolver.js')]: {} }
	},
	rules: {
		'boundaries/no-unknown-files': 'error',
		'boundaries/dependencies': [
			'error',
			{
				default: 'disallow',
				checkAllOrigins: true,
				checkUnknownLocals: true,
				message:
					'{{dependency.source}} may not be imported by the room {{from.file.categories.[0]}}',
				policies: importPolicies
			}
		]
	}
};

/**
 * What stands in one place only.
 *
 * @typedef {object} Ban
 * @property {readonly string[]} [home] where it is lawful
 * @property {readonly string[]} [names] globals
 * @property {readonly string[]} [anywhere] globals, and members of whatever object
 * @property {readonly { object: string, property: string }[]} [members]
 * @property {readonly string[]} [syntax] selectors
 * @property {string} message
 */

/** @type {readonly Ban[]} */
const bans = [
	{
		home: ['src/lib/platform/device-mirror.ts'],
		anywhere: ['localStorage', 'sessionStorage'],
		message: 'Only platform/device-mirror.ts touches it; what a user would miss is in IndexedDB.'
	},
	{
		home: ['src/lib/storage/**', 'src/lib/workers/**', 'src/lib/compose.ts'],
		anywhere: ['indexedDB'],
		message: 'Only storage opens databases.'
	},
	{
		home: ['src/lib/platform/start-worker.ts'],
		syntax: [
			'NewExpression[callee.name=/^(Shared)?Worker$/]',
			'NewExpression[callee.property.name=/^(Shared)?Worker$/]'
		],
		message: 'Workers are started by platform/start-worker.ts, past Trusted Types.'
	},
	{
		home: ['src/lib/pwa/register.ts'],
		syntax: [
			'CallExpression[callee.property.name="register"] > .callee Identifier[name="serviceWorker"]'
		],
		message: 'The service worker is registered by pwa/register.ts, past Trusted Types.'
	},
	{
		anywhere: ['innerHTML', 'outerHTML', 'insertAdjacentHTML'],
		syntax: [
			'SvelteAttribute[key.name=/^(inner|outer)HTML$/i]',
			'SvelteDirective[kind="Binding"][key.name.name=/^(inner|outer)HTML$/i]'
		],
		message: 'There is no HTML at rest: parse the text and render its tree.'
	},
	{
		syntax: ['SvelteAttribute[key.name="href"] > SvelteLiteral[value=/^\\//]'],
		message: 'An address begins with the base path: resolve() knows it.'
	},
	{
		syntax: ['ImportExpression:not([source.type="Literal"])'],
		message: 'Name the module, so that the rule on rooms can see it.'
	}
];

/** @type {Ban} */
const libBan = {
	syntax: ['ExportDefaultDeclaration', 'ExportSpecifier[exported.name="default"]'],
	message: 'Exports have names in src/lib.'
};

/** @type {Ban} */
const coreBan = {
	names: ['performance', 'crypto', 'window', 'document', 'navigator', 'globalThis', 'self'],
	members: [
		{ object: 'Date', property: 'now' },
		{ object: 'Math', property: 'random' }
	],
	syntax: [
		'NewExpression[callee.name="Date"][arguments.length=0]',
		'CallExpression[callee.name="Date"]'
	],
	message: 'The core is pure: clock and chance are arguments, the world is a port.'
};

/** @param {readonly Ban[]} all @returns {import('eslint').Linter.RulesRecord} */
function restrictionsOf(all) {
	/** @type {<T>(of: (ban: Ban) => readonly T[] | undefined) => (T & { message: string })[]} */
	const each = (of) =>
		all.flatMap((ban) => (of(ban) ?? []).map((what) => ({ ...what, message: ban.message })));
	const named = (/** @type {readonly string[] | undefined} */ names) =>
		names?.map((name) => ({ name }));
	return {
		'no-restricted-globals': [
			'error',
			...each(({ names }) => named(names)),
			...each(({ anywhere }) => named(anywhere))
		],
		'no-restricted-properties': [
			'error',
			...each(({ anywhere }) => anywhere?.map((property) => ({ property }))),
			...each(({ members }) => members)
		],
		'no-restricted-syntax': [
			'error',
			...each(({ syntax }) => syntax?.map((selector) => ({ selector })))
		]
	};
}

/**
 * A later block replaces the options of an earlier one, so each has all that holds for its files.
 *
 * @type {import('eslint').Linter.Config[]}
 */
const restrictions = [
	{ files: ['src/**'], rules: restrictionsOf(bans) },
	{ files: ['src/lib/**'], rules: restrictionsOf([...bans, libBan]) },
	{ files: ['src/lib/core/**'], rules: restrictionsOf([...bans, libBan, coreBan]) },
	...bans.flatMap((ban) => {
		const others = bans.filter((other) => other !== ban);
		return ban.home ? [{ files: [...ban.home], rules: restrictionsOf([...others, libBan]) }] : [];
	}),
	{
		files: rooms.tests?.files ?? [],
		rules: {
			'no-restricted-globals': 'off',
			'no-restricted-properties': 'off',
			'no-restricted-syntax': 'off'
		}
	}
];

export default defineConfig(
	globalIgnores([
		'build/',
		'build-*/',
		'.svelte-kit/',
		'src/lib/paraglide/',
		'project.inlang/',
		'test-results/',
		'playwright-report/'
	]),
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	js.configs.recommended,
	ts.configs.recommended,
	svelte.configs.recommended,
	{
		files: ['**/*.svelte', '**/*.svelte.{ts,js}'],
		languageOptions: { parserOptions: { parser: ts.parser } }
	},
	{
		files: ['src/**'],
		ignores: ['src/tools/**'],
		languageOptions: { globals: globals.browser }
	},
	{
		files: ['src/tools/**', 'tests/**', '*.{ts,js}'],
		languageOptions: { globals: globals.node }
	},
	{
		// The compilers check names, and know those of types and of the pages that tools open.
		files: ['**/*.{ts,svelte}', 'src/tools/**'],
		rules: { 'no-undef': 'off', 'no-redeclare': 'off' }
	},
	{
		rules: {
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }
			]
		}
	},
	{
		// Classes of runes hold snapshots; a Map in one is a private cache, or is replaced as a whole.
		files: ['**/*.svelte.{ts,js}'],
		rules: { 'svelte/prefer-svelte-reactivity': 'off' }
	},
	{
		// Components are handed their addresses.
		files: ['src/lib/ui/**'],
		rules: { 'svelte/no-navigation-without-resolve': ['error', { ignoreLinks: true }] }
	},
	imports,
	restrictions
);
