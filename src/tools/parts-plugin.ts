import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** What is asked of a chunk; its styles Vite took out of it. */
type Chunk = Pick<
	Rolldown.OutputChunk,
	'fileName' | 'imports' | 'dynamicImports' | 'moduleIds' | 'isEntry' | 'isDynamicEntry'
> & { readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } | undefined };

/** What of Workbox's options the plug-in fills in before the worker is written: these very lists. */
interface WorkerOptions {
	cacheId: string;
	globIgnores: string[];
	importScripts: string[];
}

/** What the pages' build leaves for the worker's. */
interface Split {
	readonly script: string;
	readonly files: readonly string[];
}

const CLIENT = '.svelte-kit/output/client';
const SPLIT = '.vite/parts.json';

const isChunk = (
	output: Rolldown.OutputChunk | Rolldown.OutputAsset
): output is Rolldown.OutputChunk => output.type === 'chunk';

/** Chunks that one of these needs at once or later, without what begins a part. */
function reach(
	chunks: ReadonlyMap<string, Chunk>,
	from: readonly Chunk[],
	begins: (chunk: Chunk) => boolean
): Set<Chunk> {
	const reached = new Set(from);
	for (const { imports, dynamicImports } of reached) {
		const later = dynamicImports.filter((name) => {
			const chunk = chunks.get(name);
			return chunk && !begins(chunk);
		});
		for (const name of [...imports, ...later]) {
			const chunk = chunks.get(name);
			if (chunk) reached.add(chunk);
		}
	}
	return reached;
}

const filesOf = (chunks: Iterable<Chunk>) =>
	new Set(
		[...chunks].flatMap((each) => [each.fileName, ...(each.viteMetadata?.importedCss ?? [])])
	);

/**
 * The files of each part that neither the app without parts nor a part before it has.
 *
 * @param starts what begins each part: modules that are loaded when it is asked for
 */
export function splitParts(
	chunks: readonly Chunk[],
	starts: Readonly<Record<string, RegExp>>
): Record<string, string[]> {
	const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
	const beginsOf = (start: RegExp) => (chunk: Chunk) =>
		(chunk.isEntry || chunk.isDynamicEntry) && chunk.moduleIds.some((id) => start.test(id));
	const begins = (chunk: Chunk) => Object.values(starts).some((start) => beginsOf(start)(chunk));
	const entries = chunks.filter((chunk) => chunk.isEntry && !begins(chunk));
	const taken = filesOf(reach(byName, entries, begins));
	const split = Object.entries(starts).map(([part, start]) => {
		const first = chunks.filter(beginsOf(start));
		const others = (chunk: Chunk) => begins(chunk) && !beginsOf(start)(chunk);
		const files = [...filesOf(reach(byName, first, others))].filter((file) => !taken.has(file));
		for (const file of files) taken.add(file);
		return [part, files.sort()];
	});
	return Object.fromEntries(split);
}

/**
 * Keeps parts of the app that not everybody uses out of what the service worker fetches at the
 * first visit, and hands it their lists: see `src/lib/pwa/README.md`. It comes before the plug-in
 * that writes the worker, and changes the options of that.
 *
 * @param root the project's folder
 */
export function partsPlugin(
	root: string,
	starts: Readonly<Record<string, RegExp>>,
	worker: WorkerOptions
): Plugin {
	return {
		name: 'kachi-parts',
		apply: 'build',
		async generateBundle(_, bundle) {
			if (this.environment.name !== 'client') return;
			const files = splitParts(Object.values(bundle).filter(isChunk), starts);
			const code = await readFile(join(root, 'src/lib/pwa/parts-worker.js'), 'utf8');
			const lists = JSON.stringify({ cacheId: worker.cacheId, files });
			const source = `self.kachiParts = ${lists};\n${code}`;
			const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
			const split: Split = { script: `parts-${hash}.js`, files: Object.values(files).flat() };
			this.emitFile({ type: 'asset', fileName: split.script, source });
			this.emitFile({ type: 'asset', fileName: SPLIT, source: JSON.stringify(split) });
		},
		closeBundle: {
			order: 'pre',
			sequential: true,
			async handler() {
				if (this.environment.name === 'client') return;
				const text = await readFile(join(root, CLIENT, SPLIT), 'utf8').catch(() => undefined);
				// The pages were not built, and what went wrong is said already.
				if (text === undefined) return this.warn('there are no parts');
				const { script, files } = JSON.parse(text) as Split;
				worker.importScripts.push(script);
				worker.globIgnores.push(`client/${script}`, ...files.map((file) => `client/${file}`));
			}
		}
	};
}
