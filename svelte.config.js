import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

const base = process.env.BASE_PATH ?? '';
const out = process.env.BUILD_DIR ?? 'build';

/**
 * Kit hashes the inline scripts it writes itself; the boot script in app.html is ours, so its
 * hash goes into the policy from here.
 */
function bootScriptHash() {
	const html = readFileSync(new URL('./src/app.html', import.meta.url), 'utf8');
	const script = /<script>([\s\S]*?)<\/script>/.exec(html)?.[1];
	if (script === undefined) throw new Error('src/app.html has no inline boot script');
	return `sha256-${createHash('sha256').update(script).digest('base64')}`;
}

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess({ script: false }),
	kit: {
		adapter: adapter({ pages: out, assets: out, fallback: '200.html', precompress: true }),
		paths: { base, relative: false },
		// The styles of a page travel inside it: one request less before anything is painted.
		inlineStyleThreshold: 24_000,
		version: { name: process.env.KACHI_VERSION ?? '0.1.0', pollInterval: 0 },
		serviceWorker: { register: false },
		prerender: { handleHttpError: 'fail' },
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self', bootScriptHash()],
				'style-src': ['self'],
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:', 'blob:'],
				'connect-src': ['self'],
				'manifest-src': ['self'],
				'worker-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url', 'app']
			}
		}
	}
};
