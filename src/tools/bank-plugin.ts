import type { Logger, Plugin } from 'vite';
import type { Bank } from '../lib/core/bank/bank';
import { bankContent, bankIndex } from '../lib/core/bank/bank-parts';
import { packIndex } from '../lib/core/bank/packed-index';
import { bankFolders, compileFiles, formatDiagnostic, readBankFiles } from './bank/read-bank';

const INDEX = 'virtual:kachi/banks';
const CONTENT = 'virtual:kachi/content/';

/** Makes ids of virtual modules that no other plug-in takes for a file. */
const resolved = (id: string) => `\0${id}`;

const moduleOf = (value: unknown) => `export default ${JSON.stringify(value)};`;

interface Compiled {
	readonly banks: readonly Bank[];
	/** The files they were read from. */
	readonly paths: readonly string[];
}

/** Code that loads a part of a bank. */
const loaderOf = (path: string) => `() => import(${JSON.stringify(CONTENT + path)}).then(get)`;

function loadersOf(bank: Bank): string {
	const { id } = bank;
	const byTopic = Object.entries(bankContent(bank).shelves).map(([topic, shelves]) => {
		const loaders = shelves.map((_, at) => loaderOf(`${id}/shelves/${topic}/${at}`));
		return `${JSON.stringify(topic)}: [${loaders.join(', ')}]`;
	});
	const whole = ['sources', 'articles', 'texts', 'draws'].map(
		(part) => `${part}: ${loaderOf(`${id}/${part}`)}`
	);
	return `${JSON.stringify(id)}: { ${whole.join(', ')}, shelves: { ${byTopic.join(', ')} } }`;
}

const indexModule = (banks: readonly Bank[]): string =>
	[
		`import { unpackIndex } from '$lib/core/bank/packed-index';`,
		'const get = (module) => module.default;',
		`export const banks = ${JSON.stringify(banks.map((bank) => packIndex(bankIndex(bank))))}.map(unpackIndex);`,
		`export const contents = { ${banks.map(loadersOf).join(', ')} };`
	].join('\n');

/** The part of a bank that a path names: a shelf of a topic, or one that is whole. */
function partOf(bank: Bank, [part = '', topic = '', at]: readonly string[]): unknown {
	const { shelves, ...whole } = bankContent(bank);
	const parts: Readonly<Record<string, unknown>> = whole;
	return part === 'shelves' ? shelves[topic]?.[Number(at)] : parts[part];
}

/**
 * Compiles the banks into modules: a small index for the first load, and the items, a shelf
 * of each topic in a chunk of its own. A broken bank fails the build with every problem and its place.
 */
export function bankPlugin(questions: string, root: string): Plugin {
	let logger: Logger | undefined;
	const compileAll = (): Compiled => {
		const problems: string[] = [];
		const paths: string[] = [];
		const banks = bankFolders(questions).flatMap((folder) => {
			const files = readBankFiles(folder);
			paths.push(...files.map(({ path }) => path));
			const compiled = compileFiles(files);
			if (compiled.ok) return [compiled.value];
			problems.push(...compiled.error.map((each) => formatDiagnostic(each, root)));
			return [];
		});
		if (problems.length > 0) {
			const message = `the banks do not compile\n${problems.join('\n')}`;
			// Said here too: when a build fails, other plug-ins fail after it, and only their error is shown.
			logger?.error(message);
			throw new Error(message);
		}
		return { banks, paths };
	};
	/** Kept until a file changes: dozens of modules come out of one compilation. */
	let kept: Compiled | undefined;
	const forget = () => {
		kept = undefined;
	};
	return {
		name: 'kachi-banks',
		configResolved: (config) => {
			logger = config.logger;
		},
		buildStart: forget,
		watchChange: forget,
		resolveId: (id) => (id === INDEX || id.startsWith(CONTENT) ? resolved(id) : undefined),
		load(id) {
			const isContent = id.startsWith(resolved(CONTENT));
			if (id !== resolved(INDEX) && !isContent) return undefined;
			const { banks, paths } = (kept ??= compileAll());
			paths.forEach((path) => this.addWatchFile(path));
			if (!isContent) return indexModule(banks);
			const [wanted, ...path] = id.slice(resolved(CONTENT).length).split('/');
			const bank = banks.find((candidate) => candidate.id === wanted);
			return bank && moduleOf(partOf(bank, path));
		}
	};
}
