import type { Plugin } from 'vite';

const IS_RUNTIME = /\/paraglide\/runtime\.js$/;
const IS_MESSAGE = /\/paraglide\/messages\/(?!_index)[^/]+\.js$/;

/** A compiled message imports the runtime, has a function for each language, and one that chooses. */
const IMPORT = /^import \{ getLocale, experimentalStaticLocale \} from/m;
const CHOICE =
	/^export const (\w+) = .*\n\tconst locale = experimentalStaticLocale \?\? options\.locale \?\? getLocale\(\)\n((?:\tif \(locale === "[\w-]+"\) return \w+\(inputs\)\n)*)\treturn (\w+)\(inputs\)\n\}\);/m;
const BRANCH = /return (\w+)\(inputs\)/g;

/** The message with its choice of language as one call; undefined where it is compiled otherwise. */
export function shortenMessage(code: string): string | undefined {
	const choice = CHOICE.exec(code);
	if (!choice || !IMPORT.test(code)) return undefined;
	const [whole, name = '', branches = '', last = ''] = choice;
	const texts = [...branches.matchAll(BRANCH)].map(([, each]) => each).concat(last);
	return code
		.replace(IMPORT, 'import { inLanguage } from')
		.replace(whole, `export const ${name} = /* @__PURE__ */ inLanguage(${texts.join(', ')});`);
}

/** What Kachi uses of the runtime: the language is what `overwriteGetLocale` says, and no other. */
export function shortenRuntime(code: string): string | undefined {
	const locales = /^export const locales = .*$/m.exec(code)?.[0];
	if (locales === undefined) return undefined;
	return [
		locales,
		'let current = () => locales[0];',
		'export const getLocale = () => current();',
		'export const overwriteGetLocale = (locale) => { current = locale; };',
		'export const inLanguage = (...texts) => (inputs) =>',
		'	texts[locales.indexOf(current())](inputs);'
	].join('\n');
}

/**
 * Shortens what Paraglide compiles, once the app is built: each of several hundred messages has
 * a copy of the choice of language, a tenth of every page, and the runtime comes with ways to
 * find the language that Kachi finds by itself. `options.locale` of a message is given up.
 */
export function messagePlugin(): Plugin {
	return {
		name: 'kachi-messages',
		apply: 'build',
		transform(code, id) {
			const shorten = IS_RUNTIME.test(id) ? shortenRuntime : shortenMessage;
			if (shorten === shortenMessage && !IS_MESSAGE.test(id)) return undefined;
			const short = shorten(code);
			if (short === undefined) this.error(`${id} is not compiled as this plug-in expects`);
			return { code: short, map: null };
		}
	};
}
