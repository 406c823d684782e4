import { afterEach, describe, expect, it, vi } from 'vitest';
import { findFirefox, findWebkit, missingEngines } from './find-browser.js';

// Any program will do: nothing here is started.
const program = process.execPath;

afterEach(() => vi.unstubAllEnvs());

describe('the engines besides Chromium', () => {
	it('are those that the environment names', () => {
		vi.stubEnv('FIREFOX_PATH', program);
		expect(findFirefox()).toBe(program);
		expect(missingEngines().filter((line) => line.startsWith('Firefox'))).toEqual([]);
	});

	it.each([
		['FIREFOX_PATH', findFirefox],
		['WEBKIT_PATH', findWebkit],
		['WEBKIT_DRIVER_PATH', findWebkit]
	])('are not looked for elsewhere when %s names no program', (variable, find) => {
		vi.stubEnv(variable, '/nowhere/at/all');
		expect(find).toThrow(`${variable} names no program: /nowhere/at/all`);
	});

	it('are missing with what they lack and what would bring it', () => {
		vi.stubEnv('PATH', '');
		vi.stubEnv('FIREFOX_PATH', program);
		vi.stubEnv('WEBKIT_PATH', program);
		expect(findWebkit()).toBeUndefined();
		expect(missingEngines()).toEqual([
			'WebKit journeys: no WebKitWebDriver and no Xvfb found (apt-get install webkit2gtk-driver xvfb)'
		]);
	});
});
