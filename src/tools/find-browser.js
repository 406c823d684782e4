// @ts-check
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './set-up.js';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const macPlaces = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
];

const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

const windowsPrograms = [
	join('Chromium', 'Application', 'chrome.exe'),
	join('Google', 'Chrome', 'Application', 'chrome.exe'),
	join('Microsoft', 'Edge', 'Application', 'msedge.exe')
];

const isRoot = process.getuid?.() === 0;

/**
 * What Chromium is started with, so that it runs without a screen and asks the network for nothing
 * of its own. Its sandbox refuses to run as root, and only then is it turned off.
 */
export const chromiumArgs = [
	...(isRoot ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** @param {string} path */
function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return statSync(path).isFile();
	} catch {
		return false;
	}
}

function onPath() {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces() {
	if (process.platform === 'darwin') return macPlaces;
	if (process.platform !== 'win32') return [];
	const folders = windowsFolders.map((name) => process.env[name]).filter((folder) => !!folder);
	return folders.flatMap((folder) => windowsPrograms.map((path) => join(folder ?? '', path)));
}

async function playwrightsOwn() {
	const { chromium } = await import('@playwright/test');
	const path = chromium.executablePath();
	return path && existsSync(path) ? path : undefined;
}

/**
 * Finds a Chromium: the one that CHROMIUM_PATH names, else one of this system, else Playwright's.
 * Throws when CHROMIUM_PATH names none.
 * @returns {Promise<string | undefined>}
 */
export async function findChromium() {
	const named = process.env.CHROMIUM_PATH;
	if (named && !isProgram(named)) throw new Error(`CHROMIUM_PATH names no program: ${named}`);
	return named || [...onPath(), ...usualPlaces()].find(isProgram) || playwrightsOwn();
}

async function installFromDebian() {
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	if ((await run('apt-get', ['update'], { env })) !== 0) return;
	await run('apt-get', ['install', '-y', 'chromium', 'fonts-noto-cjk'], { env });
}

function hasAptGet() {
	return process.platform === 'linux' && isProgram('/usr/bin/apt-get');
}

/**
 * Finds a Chromium or installs one; throws with what to do when neither works.
 * @returns {Promise<string>}
 */
export async function ensureChromium() {
	const found = await findChromium();
	if (found) return found;
	await run('npx', ['playwright', 'install', 'chromium']);
	if (!(await findChromium()) && isRoot && hasAptGet()) await installFromDebian();
	const installed = await findChromium();
	if (installed) return installed;
	throw new Error(
		'There is no Chromium for the browser tests, and none could be installed. ' +
			'Install Chromium or Chrome, or set CHROMIUM_PATH to one.'
	);
}
