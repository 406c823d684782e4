import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { shortenClient, shortenLayout } from './kit-plugin';

const CLIENT = fileURLToPath(
	new URL('../../node_modules/@sveltejs/kit/src/runtime/client/client.js', import.meta.url)
);

const LAYOUT = [
	'import * as universal from "../../../../src/routes/+layout.ts";',
	'export { universal };',
	'export { default as component } from "../../../../src/routes/+layout.svelte";'
].join('\n');

describe('what the first load has of Kit', () => {
	it('names what the installed client uses of Svelte, and no more', () => {
		const short = shortenClient(readFileSync(CLIENT, 'utf8')) ?? '';
		expect(short).toMatch(
			/^import \{ fork as svelte_fork, .* untrack as svelte_untrack \} from 'svelte';/m
		);
		expect(short).not.toContain('import * as svelte');
	});

	it('leaves a client alone that uses something unknown', () => {
		expect(shortenClient("import * as svelte from 'svelte';\nsvelte.later();")).toBeUndefined();
		expect(shortenClient("import { tick } from 'svelte';")).toBeUndefined();
	});

	it('hands on the options of the outermost layout as an object', () => {
		expect(shortenLayout(LAYOUT)?.split('\n').slice(0, 2)).toEqual([
			'import { prerender, trailingSlash } from "../../../../src/routes/+layout.ts";',
			'export const universal = { prerender, trailingSlash };'
		]);
		expect(shortenLayout('export const universal = {};')).toBeUndefined();
	});
});
