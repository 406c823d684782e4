import type { Plugin } from 'vite';
import type { Bank } from '../lib/core/bank/bank';
import { bankContent, bankIndex } from '../lib/core/bank/compile-bank';
import { bankFolders, compileFiles, formatDiagnostic, readBankFiles } from './bank/read-bank';

const INDEX = 'virtual:kachi/banks';
const CONTENT = 'virtual:kachi/content/';
const TOPICS = 'topics/';

/** Makes ids of virtual modules that no other plug-in takes for a file. */
const resolved = (id: string) => `\0${id}`;

const moduleOf = (value: unknown) => `export default ${JSON.stringify(value)};`;

/** Code that loads a part of a bank. */
const loaderOf = (path: string) => `() => import(${JSON.stringify(CONTENT + path)}).then(get)`;

function loadersOf({ id, topics }: Bank): string {
	const byTopic = topics.map(
		(topic) => `${JSON.stringify(topic.id)}: ${loaderOf(`${id}/${TOPICS}${topic.id}`)}`
	);
	const whole = ['sources', 'articles', 'texts'].map(
		(part) => `${part}: ${loaderOf(`${id}/${part}`)}`
	);
	return `${JSON.stringify(id)}: { ${whole.join(', ')}, topics: { ${byTopic.join(', ')} } }`;
}

const indexModule = (banks: readonly Bank[]): string =>
	[
		'const get = (module) => module.default;',
		`export const banks = ${JSON.stringify(banks.map(bankIndex))};`,
		`export const contents = { ${banks.map(loadersOf).join(', ')} };`
	].join('\n');

/** The part of a bank that a path names: its sources, what there is to tell of them, its texts or a topic. */
function partOf(bank: Bank, path: string): unknown {
	const { topics, ...whole } = bankContent(bank);
	const parts: Readonly<Record<string, unknown>> = whole;
	return path.startsWith(TOPICS) ? topics[path.slice(TOPICS.length)] : parts[path];
}

/**
 * Compiles the banks into modules: a small index for the first load, and the items of each topic
 * in a chunk of their own. A broken bank fails the build with every problem and its place.
 */
export function bankPlugin(questions: string, root: string): Plugin {
	const compileAll = (watch: (file: string) => void): readonly Bank[] => {
		const problems: string[] = [];
		const banks = bankFolders(questions).flatMap((folder) => {
			const files = readBankFiles(folder);
			files.forEach((file) => watch(file.path));
			const compiled = compileFiles(files);
			if (compiled.ok) return [compiled.value];
			problems.push(...compiled.error.map((each) => formatDiagnostic(each, root)));
			return [];
		});
		if (problems.length > 0) throw new Error(`the banks do not compile\n${problems.join('\n')}`);
		return banks;
	};
	return {
		name: 'kachi-banks',
		resolveId: (id) => (id === INDEX || id.startsWith(CONTENT) ? resolved(id) : undefined),
		load(id) {
			const watch = (file: string) => this.addWatchFile(file);
			if (id === resolved(INDEX)) return indexModule(compileAll(watch));
			if (!id.startsWith(resolved(CONTENT))) return undefined;
			const [wanted, ...path] = id.slice(resolved(CONTENT).length).split('/');
			const bank = compileAll(watch).find((candidate) => candidate.id === wanted);
			return bank && moduleOf(partOf(bank, path.join('/')));
		}
	};
}
