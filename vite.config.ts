import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { defineConfig } from 'vitest/config';
import { bankPlugin } from './src/tools/bank-plugin';

// Kit loads this file again with another loader, which would warn of imports without extension.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';

/** What is done to a log as a whole, and what only a session needs: loaded when asked for. */
const ON_DEMAND = [
	'core/item/(registry|remark|options|item-text|slip|typed-answer|fold-answer)',
	'core/item/kinds/.*',
	'core/browse/.*',
	'core/text',
	'core/log/(answers-in|backup|clock-correction|card-history|check-log|control|state-text|merge|pack-entries)',
	'platform/(backup-file|gzip|turns|utf8-pieces|sha256|save-file)',
	'core/scheduling/(outcomes|fuzz|steps-text|why-due)',
	'core/learner-name',
	'state/(backups|backup-stage|incoming-backup|outgoing-backup|same-as|log-check|learners|save-all|review-session|session-stage|answer-draft|clock-question)',
	'state/(item-controls|read-history|shelved-source)',
	'storage/(whole-log|erase-log|merge-log|rewrite-log)'
];

/** Sentences of the other pages, which come with these. */
const ELSEWHERE = [
	'(again|answer|browse|check|clock|controls|data|erase|flag|history|item|kind|language|learner|rating|recover|settings|source|study|topic|typed|update|why)_',
	'error_(not_found|go)_',
	'trouble_(?!title)'
].join('|');

/** Modules of the first load, whatever the page. */
const EVERY_PAGE = new RegExp(
	[
		'node_modules/(svelte/(?!.*/bindings/)|@sveltejs/kit/|ts-fsrs/|idb-keyval/)',
		`src/lib/paraglide/(?!messages/(${ELSEWHERE}))`,
		`src/lib/(?!(${ON_DEMAND.join('|')})\\.)(core|state|storage|platform|pwa|ui/shell)/`,
		'src/lib/(compose|ui/interval-text)\\.ts$',
		'src/routes/(\\+layout|AppShell|PageBoundary|StorageNotice|context)',
		'virtual:kachi/banks$'
	].join('|')
);

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '');
const base = process.env.BASE_PATH ?? '';

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['localStorage', 'preferredLanguage', 'baseLocale'],
			localStorageKey: `kachi:${base}/:language`
		}),
		bankPlugin(join(root, 'questions'), root),
		sveltekit(),
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
			workbox: {
				cacheId: `kachi${base.replaceAll('/', '-')}`,
				globPatterns: ['client/**/*.{js,css,ico,png,svg,webp,woff2}', 'prerendered/**/*.html'],
				globIgnores: ['**/_app/version.json'],
				cleanupOutdatedCaches: true,
				// The first visit is enough: its own lazy chunks must come from the worker too.
				clientsClaim: true
			}
		})
	],
	// What every page needs comes as one file: two dozen small ones wait for each other on a phone.
	environments: {
		client: {
			build: {
				rolldownOptions: {
					output: { codeSplitting: { groups: [{ name: 'app', test: EVERY_PAGE }] } }
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
