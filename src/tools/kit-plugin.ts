import type { Plugin } from 'vite';

const IS_CLIENT = /@sveltejs\/kit\/src\/runtime\/client\/client\.js$/;
const IS_LAYOUT = /\/generated\/client-optimized\/nodes\/0\.js$/;

const WHOLE_SVELTE = "import * as svelte from 'svelte';";
const USED_OF_SVELTE = ['fork', 'onMount', 'settled', 'tick', 'untrack'];

const WHOLE_LAYOUT = /^import \* as universal from (".*\+layout\.ts");$/m;
const EXPORTED = 'export { universal };';
const USED_OF_LAYOUT = ['prerender', 'trailingSlash'];

/** Kit's client with what it uses of Svelte alone; undefined where it asks in another way. */
export function shortenClient(code: string): string | undefined {
	const used = [...code.matchAll(/(?<![\w./])svelte\.(\w+)/g)].map(([, name = '']) => name);
	const isKnown = used.every((name) => USED_OF_SVELTE.includes(name));
	if (!code.includes(WHOLE_SVELTE) || !isKnown) return undefined;
	const imported = USED_OF_SVELTE.map((name) => `${name} as svelte_${name}`).join(', ');
	const named = USED_OF_SVELTE.map((name) => `${name}: svelte_${name}`).join(', ');
	return code.replace(
		WHOLE_SVELTE,
		`import { ${imported} } from 'svelte'; const svelte = { ${named} };`
	);
}

/** The outermost layout with its options as an object; undefined where it is written otherwise. */
export function shortenLayout(code: string): string | undefined {
	const from = WHOLE_LAYOUT.exec(code)?.[1];
	if (from === undefined || !code.includes(EXPORTED)) return undefined;
	const names = USED_OF_LAYOUT.join(', ');
	return code
		.replace(WHOLE_LAYOUT, `import { ${names} } from ${from};`)
		.replace(EXPORTED, `export const universal = { ${names} };`);
}

/**
 * Names what is used where Kit imports whole modules, once the app is built: a module as a whole
 * keeps what nobody calls, and needs a helper that is a file and a request of its own.
 */
export function kitPlugin(): Plugin {
	return {
		name: 'kachi-kit',
		apply: 'build',
		applyToEnvironment: ({ name }) => name === 'client',
		transform(code, id) {
			const shorten = IS_CLIENT.test(id) ? shortenClient : shortenLayout;
			if (shorten === shortenLayout && !IS_LAYOUT.test(id)) return undefined;
			const short = shorten(code);
			if (short === undefined) this.error(`${id} is not written as this plug-in expects`);
			return { code: short, map: null };
		}
	};
}
