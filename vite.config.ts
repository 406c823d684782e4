import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { bankPlugin } from './src/tools/bank-plugin';
import { kitPlugin } from './src/tools/kit-plugin';
import { messagePlugin } from './src/tools/message-plugin';
import { partsPlugin } from './src/tools/parts-plugin';

// Kit loads this file again with another loader, which would warn of imports without extension.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';

/** What opens the log, folds it and plans the day: it comes with every page. The rest is loaded when asked for. */
const AT_ONCE = [
	'core/(canonical|guard|random|result|storage-failure|study-day)',
	'core/bank/(generate-cards|packed-index|topic-key)',
	'core/item/(card-key|traits)',
	'core/log/(append|attempt|card-columns|classify-entry|clock-trouble|fold-card|fold-log|fold)',
	'core/log/(json-value|keyed|missed|order|pack|settings|snapshot|tail|void-entries)',
	'core/scheduling/(day-limits|learning-steps|leech|rating|scheduler|study-queue)',
	'platform/(appearance|clock|device-mirror|random-ids|script-url|session-lock|start-worker|tabs)',
	'pwa/.*',
	'state/(learner|library|live-fold|plan-input|preferences|save-all|stored-fold|study-clock)',
	'storage/(database|device-store|learner-database|log-head|log-store|stored-log)',
	'ui/interval-text',
	'ui/shell/(?!Icon).*',
	'compose'
].join('|');

/** Sentences that every page may need; those of other pages come with these. */
const SENTENCES = [
	'(app|dismiss|loading|nav|offline|rebuilding|skip|today|try)(_|\\.)',
	'error_(?!not_found)',
	'trouble_title'
].join('|');

/** Modules of the first load, whatever the page. */
const EVERY_PAGE = new RegExp(
	[
		'node_modules/(svelte/(?!.*/bindings/)|@sveltejs/kit/|ts-fsrs/|idb-keyval/)',
		`src/lib/paraglide/((?!messages/)|messages/(${SENTENCES}))`,
		`src/lib/(${AT_ONCE})\\.`,
		'src/routes/(\\+layout|AppShell|SiteHeader|PageBoundary|StorageNotice|ClockNotice|context)\\b',
		'virtual:kachi/banks$'
	].join('|')
);

/**
 * Each file costs its headers and a dictionary of its own: what pages share comes in few of them, and so does what
 * seldom happens. A group takes along what its modules need and no group before it has.
 */
const SHARED = [
	{
		name: 'bits',
		test: new RegExp(
			[
				'src/lib/ui/(text/|sheet/|shell/Icon|(day|kind|percent)-text)',
				'src/lib/ui/(controls/(DoneLine|FlagMark|ItemNote|(control|flag)-text))',
				'src/lib/core/(text|log/control|browse/controllable|teaching/switch|bank/own-id)\\.',
				'(src/routes/(teach/switch-teaching|assignments\\.)|messages/teach_(open|switch|title))',
				'messages/(flag_|kind_|rating_not_yet|settings_number_range|source_(terms|paragraph))',
				'messages/(controls_(close|cancel|did|flag|open|undo)|study_(failed|right|undo|wrong))'
			].join('|')
		)
	},
	{
		name: 'pick',
		test: /src\/lib\/(ui\/browse\/Pick|paraglide\/messages\/(bulk_|browse_(topic|any_topic|count|clear|none)))/
	},
	{
		name: 'cards',
		test: new RegExp(
			[
				'src/lib/core/browse/standing',
				'src/lib/state/item-controls',
				'src/lib/ui/history/(card|part)-text',
				'messages/(browse_state_|controls_(resume|suspend)|history_(reverse|gap)|item_(state|phase|stability)|topic_failed)'
			].join('|')
		)
	},
	{
		name: 'score',
		test: new RegExp(
			[
				'src/lib/core/(item/(?!.*(?:parse|schema|stored-item))|quiz/rating-from-score|scheduling/(outcomes|fuzz))',
				'src/lib/ui/item/(Expl|Evidence\\.|remark)',
				'messages/answer_(right|wrong|missed|partly|almost|key)',
				'messages/item_(explanation|background|derived|evidence\\.|paragraph|claim_(opinion|forecast))'
			].join('|')
		)
	},
	{
		name: 'ask',
		test: new RegExp(
			[
				'src/lib/ui/(after-paint|item/(OptionButton|Stem|[CFT]\\w+Item|item-c|ItemOf))',
				'src/lib/ui/(session/|study/(Question|SessionFailed))',
				'src/routes/study/keys',
				'messages/(again_(?!too_many)|leech_title|rating_)',
				'messages/study_(right|wrong|gave|give|next|show|how|why|undo|left|close|failed|returns|sav|take|unsaved)'
			].join('|')
		)
	},
	{
		// A log as a whole, for backups and merging, and below the banks that it keeps: else what
		// travels or teaches would bring them, and come wherever they are needed.
		name: 'whole',
		test: /src\/lib\/(core\/log\/(backup|merge)|state\/((incoming|outgoing)-backup|waiting-documents)|platform\/save-file)\./
	},
	{
		name: 'kept',
		test: /src\/lib\/(core\/(item\/stored-item|bank\/(own-bank|bank-parts|cited))|state\/own-banks)/,
		minShareCount: 1
	},
	{
		name: 'travel',
		test: /src\/lib\/core\/(assignment|teaching)\/|node_modules\/cborg\//
	},
	{
		name: 'acts',
		test: /src\/lib\/(ui\/controls\/(?!ControlsSheet)|paraglide\/messages\/controls_(?!title|page|bury|unbury))/
	},
	{
		name: 'list',
		test: /src\/lib\/(ui\/browse\/(browse-text|BrowseList)|core\/(browse\/|statistics\/known)|paraglide\/messages\/(browse_|search_state))/
	},
	{
		// Reading what people write: a page that asks and scores needs none of it.
		name: 'parse',
		test: /node_modules\/valibot\/|src\/lib\/core\/(diagnose|item\/(.*\/parse-|parse-item|\w+-schema))/
	},
	{
		name: 'forms',
		test: /src\/lib\/(ui\/(settings|data)\/|paraglide\/messages\/(data_|file_(title|not_in)|erase_(sure|word)|(settings_(on|off)|quiz_limit_none)\.))/
	},
	{
		name: 'teach',
		test: /src\/(lib\/(ui\/(teach|mark)|core\/gradebook)\/|routes\/teach\/(?!switch)|lib\/paraglide\/messages\/(teach_(?!open|switch|title|back)|words_|mark_|paste_))/
	},
	{
		name: 'take',
		test: /src\/(lib\/(ui\/(take|assignment|collect)|core\/taking)\/|routes\/((take|a|collect|hand-in)\/|KeyWords|payload-links)|lib\/paraglide\/messages\/(take_|fault_|open_|hand_in|collect_|answers_|scan_|code_))/
	},
	{
		name: 'results',
		test: /src\/lib\/ui\/item\/(AnswerRow|MatchResult|OrderResult)/
	},
	{
		name: 'typed',
		test: /src\/lib\/ui\/item\/(TypedAnswer|ClozeItem|NumberItem|TextItem)/,
		minShareCount: 1
	},
	{
		name: 'attempts',
		test: /src\/lib\/core\/quiz\/(listed-attempts|score-attempt)/
	},
	{
		name: 'attempt',
		test: /src\/(routes\/(WhoseAttempt|FinishedAttempt|asking-of|quiz\/attempt-name)|lib\/(state\/(quiz-asked|begin-attempt)|core\/quiz\/(attempt-entries|quiz-settings)))/
	},
	{
		name: 'search',
		test: /src\/lib\/ui\/browse\/Search(Help|Mistake)/,
		minShareCount: 1
	},
	{
		name: 'learners',
		test: /src\/lib\/ui\/data\/(AddLearner|EraseLearner)/,
		minShareCount: 1
	}
].map((group, at) => ({ minShareCount: 2, ...group, priority: 29 - at }));

/** What is left of it comes together by the pages that need it; a handful joins its neighbours. */
const REST = {
	name: 'rest',
	test: /\/src\//,
	minShareCount: 2,
	entriesAware: true,
	entriesAwareMergeThreshold: 4000
};

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const base = process.env.BASE_PATH ?? '';

/** The first load names every file there is: the names of styles need not say who shares them. */
const shortNames: Plugin = {
	name: 'kachi-short-names',
	applyToEnvironment: ({ name }) => name === 'client',
	outputOptions: (options) => ({
		...options,
		assetFileNames: '_app/immutable/assets/[hash][extname]'
	})
};

/** What begins a part of the app that not everybody uses. */
const PARTS = {
	take: /src\/(routes\/((a|take|hand-in|collect)\/|quiz\/FromTeachers|Borrowed(App|Here))|lib\/compose-(taking|bundled|codes|borrowed)\.|lib\/ui\/code\/)/,
	teach:
		/src\/(routes\/teach\/(?!switch)|lib\/(compose-(teach|paste)\.|platform\/assignment\/seed-words))/
};

const workbox = {
	cacheId: `kachi${base.replaceAll('/', '-')}`,
	globPatterns: ['client/**/*.{js,css,ico,png,svg,webp,woff2}', 'prerendered/**/*.html'],
	// The icons are the system's, which asks once for them. Pages that are seldom begun with
	// open by the fallback where there is no network; not /a/, whose payload in the history only a
	// page that was written for its address gets back.
	globIgnores: [
		'**/_app/version.json',
		'**/icon-*.png',
		'prerendered/pages/{collect,drill,hand-in,item,source,take,teach,test,topic}/**/*.html',
		'prerendered/pages/{missed/print,quiz/result,quiz/run}/*.html'
	],
	importScripts: [],
	cleanupOutdatedCaches: true,
	// The first visit is enough: its own lazy chunks must come from the worker too.
	clientsClaim: true
};

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
			localStorageKey: `kachi:${base}/:language`
		}),
		messagePlugin(),
		kitPlugin(),
		bankPlugin(process.env.QUESTIONS ?? join(root, 'questions'), root),
		sveltekit(),
		partsPlugin(root, PARTS, workbox),
		shortNames,
		SvelteKitPWA({
			// Explicit, or a first visit to a deep link registers a worker that does not exist.
			base: `${base}/`,
			scope: `${base}/`,
			registerType: 'prompt',
			injectRegister: false,
			// See src/lib/pwa/README.md: how a broken release is withdrawn.
			selfDestroying: process.env.VITE_KILL_SWITCH === '1',
			manifest: {
				id: `${base}/`,
				start_url: `${base}/`,
				scope: `${base}/`,
				name: 'Kachi',
				short_name: 'Kachi',
				description: 'Quiz and flashcards that work without a network',
				display: 'standalone',
				background_color: '#faf8f3',
				theme_color: '#faf8f3',
				categories: ['education'],
				shortcuts: [{ name: 'Study', url: `${base}/study/` }],
				icons: [
					{ src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
					{ src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
					{ src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' }
				]
			},
			// With the slash the prerendered pages answer navigations offline; without it none does.
			kit: { base: `${base}/`, spa: true, adapterFallback: '200.html', trailingSlash: 'always' },
			workbox
		})
	],
	// What every page needs comes as one file: two dozen small ones wait for each other on a phone.
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: {
						codeSplitting: {
							groups: [{ name: 'app', test: EVERY_PAGE, priority: 30 }, ...SHARED, REST]
						}
					}
				}
			}
		}
	},
	worker: { format: 'es' },
	test: {
		include: ['src/**/*.test.ts', 'tests/{laws,architecture,faults}/**/*.test.ts'],
		environment: 'node'
	}
});
