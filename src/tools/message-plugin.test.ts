import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile } from '@inlang/paraglide-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shortenMessage, shortenRuntime } from './message-plugin';

const PROJECT = fileURLToPath(new URL('../../project.inlang', import.meta.url));

// The folder in `src` is written anew while tests run.
const folder = mkdtempSync(join(tmpdir(), 'kachi-messages-'));
const messages = join(folder, 'messages');

beforeAll(() => compile({ project: PROJECT, outdir: folder }), 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

type Text = (inputs: Readonly<Record<string, unknown>>) => string;
interface Runtime {
	overwriteGetLocale(locale: () => string): void;
	readonly inLanguage: (...texts: Text[]) => Text;
}

/** The exports of a module that imports nothing but what it is given. */
function evaluate(code: string, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const exported = [...code.matchAll(/^export const (\w+)/gm)].map(([, name]) => name);
	const body = code.replace(/^import .*$/gm, '').replace(/^export (?=const)/gm, '');
	const run = new Function(...Object.keys(given), `${body}\nreturn { ${exported.join(', ')} };`);
	return run(...Object.values(given)) as Record<string, unknown>;
}

function compiled(name: string): string {
	return readFileSync(join(messages, `${name}.js`), 'utf8');
}

function runtime(): Runtime {
	const code = shortenRuntime(readFileSync(join(folder, 'runtime.js'), 'utf8')) ?? '';
	return evaluate(code, {}) as unknown as Runtime;
}

describe('messages as they are built', () => {
	it('say the text of the language that is on, with what is put in', () => {
		const { inLanguage, overwriteGetLocale } = runtime();
		const { today_in } = evaluate(shortenMessage(compiled('today_in')) ?? '', { inLanguage });
		const said = ['en', 'ko', 'ja'].map((language) => {
			overwriteGetLocale(() => language);
			return (today_in as Text)({ time: 5 });
		});
		expect(said).toEqual(['in 5', '5 뒤에', '5後に']);
	});

	it('can all be shortened, and keep their names', () => {
		const { inLanguage } = runtime();
		const files = readdirSync(messages).filter((file) => /^(?!_index).*\.js$/.test(file));
		const names = files.map((file) => file.slice(0, -'.js'.length));
		const lost = names.filter((name) => {
			const code = shortenMessage(compiled(name));
			return code === undefined || typeof evaluate(code, { inLanguage })[name] !== 'function';
		});
		expect(names.length).toBeGreaterThan(500);
		expect(lost).toEqual([]);
	});

	it('compiled in another way are not touched', () => {
		expect(shortenMessage('export const today = () => "Today";')).toBeUndefined();
		expect(shortenRuntime('export const nothing = 1;')).toBeUndefined();
	});
});
