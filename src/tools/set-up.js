// @ts-check
// Only what Node itself brings is imported here: this runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const oldestNode = { major: 20, minor: 19 };

const lockFile = 'package-lock.json';

// Everything that a build reads, but for what it is told by `base` and `version`.
const buildInputs = [
	'src',
	'questions',
	'static',
	'messages',
	'project.inlang',
	'package.json',
	lockFile,
	'svelte.config.js',
	'vite.config.ts',
	'tsconfig.json'
];

// Written by the build itself: to count them would make every build look outdated.
const buildProducts = new Set(['src/lib/paraglide', 'project.inlang/cache']);

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {Record<string, string | undefined>} Environment added to the one of this process
 * @typedef {{ code: number, output: string }} Outcome
 */

/** Ends the process with a clear sentence when this Node is too old for the app's tools. */
export function checkNode(version = process.versions.node) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major > oldestNode.major) return;
	if (major === oldestNode.major && minor >= oldestNode.minor) return;
	const wanted = `${oldestNode.major}.${oldestNode.minor}`;
	console.error(`Kachi's tools need Node ${wanted} or newer; this is Node ${version}.`);
	process.exit(1);
}

/**
 * Prints what went wrong and makes the process end with code 1 once its work is done.
 * A plain Error is written for people; any other is a mistake of ours and shows where it happened.
 */
export function reportFailure(/** @type {unknown} */ error) {
	const isForPeople = error instanceof Error && error.constructor === Error;
	console.error(isForPeople ? error.message : error);
	process.exitCode = 1;
}

/** @param {string} command @param {string[]} args @param {Environment} env @param {boolean} kept */
function start(command, args, env, kept) {
	return spawn(command, args, {
		cwd: root,
		env: { ...process.env, ...env },
		stdio: kept ? ['ignore', 'pipe', 'pipe'] : 'inherit',
		// On Windows npm and npx are scripts, which only a shell runs.
		shell: process.platform === 'win32' && !isAbsolute(command)
	});
}

/**
 * Runs a command and keeps what it prints; a command that cannot be started has the code 127.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Environment, kept?: boolean }} [options] `kept: false` prints at once instead
 * @returns {Promise<Outcome>}
 */
export function capture(command, args, { env = {}, kept = true } = {}) {
	return new Promise((resolve) => {
		const child = start(command, args, env, kept);
		/** @type {Buffer[]} */
		const pieces = [];
		child.stdout?.on('data', (piece) => pieces.push(piece));
		child.stderr?.on('data', (piece) => pieces.push(piece));
		child.on('error', (error) => resolve({ code: 127, output: `${error.message}\n` }));
		child.on('close', (code) => {
			resolve({ code: code ?? 1, output: Buffer.concat(pieces).toString() });
		});
	});
}

/**
 * Runs a command and gives its exit code; `quiet` shows what it printed only when it failed.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Environment, quiet?: boolean }} [options]
 */
export async function run(command, args, { env = {}, quiet = false } = {}) {
	const { code, output } = await capture(command, args, { env, kept: quiet });
	if (code !== 0) process.stderr.write(output);
	return code;
}

/** @param {string} path */
function readIfThere(path) {
	return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** @param {string} path @param {string} text */
function writeStamp(path, text) {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, text);
}

/** Installs the packages that the lock file names, unless just those are installed already. */
export async function ensureInstalled() {
	const stamp = join(root, 'node_modules', '.kachi-install');
	const wanted = hash(readFileSync(join(root, lockFile)));
	if (readIfThere(stamp) === wanted) return;
	// The tools are development packages, which NODE_ENV=production would leave out.
	const code = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
	if (code !== 0) throw new Error(`"npm ci" ended with code ${code}: nothing can run without it`);
	writeStamp(stamp, wanted);
}

/**
 * Builds the app into `outDir` (a folder's name in the project), unless what stands there was
 * built from the same files and settings; throws when the build fails.
 * @param {{ base?: string, outDir?: string, version?: string, killSwitch?: boolean, questions?: string, quiet?: boolean }} [options]
 */
export async function ensureBuilt({
	base = process.env.BASE_PATH ?? '',
	outDir = 'build',
	version = process.env.KACHI_VERSION ?? '',
	killSwitch = process.env.VITE_KILL_SWITCH === '1',
	questions = process.env.QUESTIONS ?? '',
	quiet = false
} = {}) {
	const stamp = join(root, 'node_modules', '.cache', 'kachi', `${basename(outDir)}.json`);
	const wanted = JSON.stringify({ base, version, killSwitch, questions, files: fingerprint() });
	if (readIfThere(stamp) === wanted && existsSync(join(root, outDir, '200.html'))) return;
	rmSync(stamp, { force: true });
	const env = {
		// A tool that `run.js` loaded has another one, by which Vite builds no pages.
		NODE_ENV: undefined,
		BASE_PATH: base,
		BUILD_DIR: outDir,
		KACHI_VERSION: version || undefined,
		VITE_KILL_SWITCH: killSwitch ? '1' : undefined,
		QUESTIONS: questions || undefined
	};
	const code = await run('npm', ['run', 'build'], { env, quiet });
	if (code !== 0) throw new Error(`The build of ${outDir} failed with code ${code}`);
	writeStamp(stamp, wanted);
}

/** @param {string | Buffer} content */
function hash(content) {
	return createHash('sha256').update(content).digest('hex');
}

function fingerprint() {
	const lines = buildInputs.flatMap(listFiles).map((path) => {
		return `${hash(readFileSync(join(root, path)))} ${path}\n`;
	});
	return hash(lines.join(''));
}

/**
 * @param {string} path in the project, with slashes on every system
 * @returns {string[]}
 */
function listFiles(path) {
	if (buildProducts.has(path) || !existsSync(join(root, path))) return [];
	if (!statSync(join(root, path)).isDirectory()) return [path];
	return readdirSync(join(root, path))
		.sort()
		.flatMap((name) => listFiles(`${path}/${name}`));
}
