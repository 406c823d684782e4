// @ts-check
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './set-up.js';

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

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

// Not `firefox` on the PATH: it may be a snap, which cannot read the profile that it is given.
const firefoxPlaces = ['/usr/lib/firefox/firefox', '/usr/lib64/firefox/firefox'];

const libraryFolders = ['/usr/lib', '/usr/lib64', '/usr/libexec'];

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

/** What an environment variable names. Throws when that is no program. @param {string} variable */
function named(variable) {
	const path = process.env[variable];
	if (path && !isProgram(path)) throw new Error(`${variable} names no program: ${path}`);
	return path || undefined;
}

/** @param {string[]} names */
function onPath(...names) {
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
	const found = [...onPath(...chromiumNames), ...usualPlaces()].find(isProgram);
	return named('CHROMIUM_PATH') ?? found ?? playwrightsOwn();
}

/** Finds a Firefox of this system. Throws when FIREFOX_PATH names none. */
export function findFirefox() {
	return named('FIREFOX_PATH') ?? [...onPath('firefox-esr'), ...firefoxPlaces].find(isProgram);
}

/** @param {string} folder */
function subfolders(folder) {
	return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

/** MiniBrowser is on no PATH, but two folders deep: one for the processor, one for WebKit. */
function miniBrowsers() {
	const folders = libraryFolders.flatMap((folder) => [folder, ...subfolders(folder)]);
	const versions = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'];
	return folders.flatMap((folder) => versions.map((name) => join(folder, name, 'MiniBrowser')));
}

function webkitParts() {
	return {
		driver: named('WEBKIT_DRIVER_PATH') ?? onPath('WebKitWebDriver').find(isProgram),
		browser: named('WEBKIT_PATH') ?? miniBrowsers().find(isProgram),
		screen: onPath('Xvfb').find(isProgram)
	};
}

/**
 * Finds WebKit as Linux has it: a browser, its WebDriver server, and a screen for what has no mode
 * without one. Throws when WEBKIT_PATH or WEBKIT_DRIVER_PATH names no program.
 */
export function findWebkit() {
	const { driver, browser, screen } = webkitParts();
	return driver && browser && screen ? { driver, browser, screen } : undefined;
}

/** What is missing for the journeys in other engines: a line for each engine. */
export function missingEngines() {
	const { driver, browser, screen } = webkitParts();
	const lacking = [!driver && 'WebKitWebDriver', !browser && 'MiniBrowser', !screen && 'Xvfb'];
	const webkit = lacking.filter(Boolean).join(' and no ');
	return [
		...(findFirefox()
			? []
			: ['Firefox journeys: no firefox-esr found (apt-get install firefox-esr)']),
		...(webkit
			? [`WebKit journeys: no ${webkit} found (apt-get install webkit2gtk-driver xvfb)`]
			: [])
	];
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
