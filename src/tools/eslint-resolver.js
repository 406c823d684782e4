// @ts-check
import { existsSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join, resolve as resolvePath } from 'node:path';
import { fileURLToPath } from 'node:url';

const lib = fileURLToPath(new URL('../lib', import.meta.url));

const endings = ['', '.ts', '.js', '.svelte', '.svelte.ts', '.svelte.js', '/index.ts', '.json'];
const knownEnding = /\.(?:ts|js|svelte|json|css)$/;

/** @typedef {{ found: boolean, path: string | null }} Resolved `null` for what is no file of ours */

/** @param {string} path */
function isFile(path) {
	return existsSync(path) && statSync(path).isFile();
}

/**
 * The file that an import means. The rules on rooms look at its path only, so a file that is not
 * there, or not yet, has the path it would have.
 *
 * @param {string} path
 */
function fileAt(path) {
	const found = endings.map((ending) => path + ending).find(isFile);
	return found ?? (knownEnding.test(path) ? path : `${path}.ts`);
}

/** The form of resolver that eslint-module-utils asks for. */
export const interfaceVersion = 2;

/**
 * Where an import leads. `$lib/…` and relative paths are files of ours; packages, Node's modules,
 * `$app/…` and `virtual:…` are not.
 *
 * @param {string} source as written, with or without a query such as `?worker&url`
 * @param {string} importer the file that imports it
 * @returns {Resolved}
 */
export function resolve(source, importer) {
	const [path = ''] = source.split('?');
	if (isBuiltin(path)) return { found: true, path: null };
	if (path === '$lib' || path.startsWith('$lib/')) {
		return { found: true, path: fileAt(join(lib, path.slice('$lib'.length))) };
	}
	if (/^\.{0,2}\//.test(path) || path === '.' || path === '..') {
		return { found: true, path: fileAt(resolvePath(dirname(importer), path)) };
	}
	return { found: true, path: null };
}
