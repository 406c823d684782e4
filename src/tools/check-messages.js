// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const base = 'en';

/** The languages besides the base, each with what its own writing looks like. */
const scripts = {
	ko: { letters: /\p{Script=Hangul}/u, name: 'Hangul' },
	ja: { letters: /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u, name: 'kana or kanji' }
};

/** Names that are written alike in every language. */
const sameEverywhere = new Set(['app_name', 'language_en', 'language_ko', 'language_ja']);

/** Words that are; a text of nothing else needs no letters of its own. */
const borrowed = /\bOK\b/g;

/**
 * @typedef {{ file: string, key: string, problem: string }} Problem
 * @typedef {Map<string, unknown>} Messages
 * @typedef {{ problems: Problem[], messages: number, languages: number, uses: number }} Report
 */

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Nested messages have their names joined by dots, as in the code that uses them.
 *
 * @param {Record<string, unknown>} value
 * @param {string} prefix
 * @returns {[string, unknown][]}
 */
function flatten(value, prefix = '') {
	return Object.entries(value).flatMap(([name, inner]) =>
		isRecord(inner) ? flatten(inner, `${prefix}${name}.`) : [[prefix + name, inner]]
	);
}

/**
 * Keys that stand twice in one object of the text, where `JSON.parse` keeps the last only.
 *
 * @param {string} json
 */
function repeatedKeys(json) {
	/** @type {Set<string>[]} */
	const open = [];
	/** @type {string[]} */
	const repeated = [];
	for (const [token, text, colon] of json.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}]/g)) {
		if (token === '{') open.push(new Set());
		else if (token === '}') open.pop();
		else if (text && colon) {
			const key = JSON.parse(text);
			if (open.at(-1)?.has(key)) repeated.push(key);
			open.at(-1)?.add(key);
		}
	}
	return repeated;
}

/**
 * The texts of a message: itself, or those of its variants.
 *
 * @param {unknown} message
 * @returns {string[] | undefined} undefined when it is no message
 */
function textsOf(message) {
	if (typeof message === 'string') return [message];
	if (!Array.isArray(message) || message.length === 0) return undefined;
	const texts = message.flatMap((part) => {
		const found = isRecord(part) && isRecord(part.match) ? Object.values(part.match) : [part];
		return found.length > 0 ? found : [undefined];
	});
	return texts.every((text) => typeof text === 'string') ? texts : undefined;
}

const placeholder = /(?<!\\)\{\s*([#/]?[\w-]+)[^}]*\}/g;

/**
 * The sorted names of what a message takes, as text to be compared.
 *
 * @param {unknown} message
 */
function placeholdersOf(message) {
	const declared = Array.isArray(message)
		? message.flatMap((part) => part?.declarations ?? [])
		: [];
	const names = [...declared, ...(textsOf(message) ?? [])].flatMap((text) => {
		const input = /^input (\w+)/.exec(text)?.[1];
		return input ? [input] : [...text.matchAll(placeholder)].map(([, name]) => name);
	});
	return [...new Set(names)]
		.sort()
		.map((name) => `{${name}}`)
		.join(' ');
}

/** @param {string} root @param {string} language @param {Problem[]} problems @returns {Messages} */
function readMessages(root, language, problems) {
	const file = `messages/${language}.json`;
	const path = join(root, file);
	if (!existsSync(path)) {
		problems.push({ file, key: '-', problem: 'there is no such file' });
		return new Map();
	}
	const json = readFileSync(path, 'utf8');
	try {
		const { $schema: _, ...value } = JSON.parse(json);
		for (const key of repeatedKeys(json))
			problems.push({ file, key, problem: 'stands there twice' });
		return new Map(flatten(value));
	} catch (error) {
		problems.push({ file, key: '-', problem: `is no JSON: ${error}` });
		return new Map();
	}
}

/** @param {string} key @param {unknown} message @param {string} language */
function textProblems(key, message, language) {
	const texts = textsOf(message);
	if (!texts) return ['is neither a text nor a list of variants'];
	if (texts.some((text) => text.trim() === '')) return ['is empty'];
	const script = scripts[/** @type {keyof typeof scripts} */ (language)];
	const words = texts
		.map((text) => text.replace(placeholder, '').replace(borrowed, ''))
		.filter((text) => /\p{L}/u.test(text));
	const isForeign = script && words.some((text) => !script.letters.test(text));
	return isForeign && !sameEverywhere.has(key) ? [`has no ${script.name}: is it translated?`] : [];
}

/** @param {Messages} messages @param {Messages} original @param {string} language */
function comparedWith(original, messages, language) {
	const file = `messages/${language}.json`;
	/** @type {Problem[]} */
	const problems = [];
	for (const key of original.keys()) {
		if (!messages.has(key)) problems.push({ file, key, problem: 'is missing' });
	}
	for (const [key, message] of messages) {
		if (!original.has(key)) {
			problems.push({ file, key, problem: `is not in messages/${base}.json` });
			continue;
		}
		const [has, wanted] = [placeholdersOf(message), placeholdersOf(original.get(key))];
		if (has === wanted) continue;
		problems.push({ file, key, problem: `takes ${has || 'nothing'}, not ${wanted || 'nothing'}` });
	}
	return problems;
}

/** @param {string} folder @returns {string[]} */
function sourcesIn(folder) {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return entry.name === 'paraglide' ? [] : sourcesIn(path);
		return /\.(?:ts|js|svelte)$/.test(path) && !/\.test\.\w+$/.test(path) ? [path] : [];
	});
}

/**
 * What a source calls the messages: `m` as a rule.
 *
 * @param {string} source
 */
function nameOfMessages(source) {
	const imported =
		/import\s+(?:\{([^}]*)\}|\*\s+as\s+(\w+))\s+from\s+['"][^'"]*paraglide\/messages(?:\.js)?['"]/;
	const [, names = '', whole] = imported.exec(source) ?? [];
	const renamed = /(?:^|,)\s*m(?:\s+as\s+(\w+))?\s*(?:,|$)/.exec(names);
	return whole ?? (renamed ? (renamed[1] ?? 'm') : undefined);
}

/** @param {string} source */
function keysUsedIn(source) {
	const name = nameOfMessages(source);
	if (!name) return [];
	const use = new RegExp(`(?<![\\w$./])${name}(?:\\.(\\w+)|\\[\\s*(['"])(.+?)\\2\\s*\\])`, 'g');
	return [...source.matchAll(use)].map(([, plain, , quoted]) => plain ?? quoted ?? '');
}

/**
 * Checks that every message stands in every language, is translated, takes the same, and is used;
 * and that every message that is used exists.
 *
 * @param {string} root the project's folder
 * @returns {Report}
 */
export function checkMessages(root) {
	/** @type {Problem[]} */
	const problems = [];
	const original = readMessages(root, base, problems);
	const languages = [base, ...Object.keys(scripts)];
	for (const language of languages) {
		const messages = language === base ? original : readMessages(root, language, problems);
		for (const [key, message] of messages) {
			const file = `messages/${language}.json`;
			problems.push(
				...textProblems(key, message, language).map((problem) => ({ file, key, problem }))
			);
		}
		problems.push(...comparedWith(original, messages, language));
	}

	const uses = sourcesIn(join(root, 'src')).flatMap((path) => {
		const file = path.slice(root.length).replaceAll('\\', '/').replace(/^\//, '');
		return keysUsedIn(readFileSync(path, 'utf8')).map((key) => ({ file, key }));
	});
	for (const use of uses) {
		if (!original.has(use.key)) problems.push({ ...use, problem: 'is no message' });
	}
	const used = new Set(uses.map(({ key }) => key));
	for (const key of original.keys()) {
		if (!used.has(key))
			problems.push({ file: `messages/${base}.json`, key, problem: 'is never used' });
	}
	return { problems, messages: original.size, languages: languages.length, uses: uses.length };
}

function main() {
	const root = fileURLToPath(new URL('../..', import.meta.url));
	const { problems, messages, languages, uses } = checkMessages(root);
	for (const { file, key, problem } of problems) console.error(`${file}: ${key}: ${problem}`);
	if (problems.length > 0) process.exitCode = 1;
	else console.log(`ok: ${messages} messages in ${languages} languages, used ${uses} times`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
