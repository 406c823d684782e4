import { describe, expect, it } from 'vitest';
import { splitParts } from './parts-plugin';

type Chunk = Parameters<typeof splitParts>[0][number];

const STARTS = { take: /routes\/take/, teach: /routes\/teach/ };

/** A chunk named by its one module, with what it needs at once and later. */
function chunk(id: string, imports: string[], dynamicImports: string[], more: Partial<Chunk> = {}) {
	const fileName = `${id}.js`;
	const isDynamicEntry = id.startsWith('routes/');
	return {
		...{ fileName, imports, dynamicImports, moduleIds: [id], isEntry: false, isDynamicEntry },
		...more
	};
}

const CHUNKS: readonly Chunk[] = [
	chunk('app', ['svelte.js'], ['routes/study.js', 'routes/take.js', 'routes/teach.js'], {
		isEntry: true
	}),
	chunk('svelte', [], []),
	chunk('routes/study', ['svelte.js', 'bits.js'], []),
	chunk('routes/take', ['bits.js', 'crypto.js'], ['reader.js']),
	chunk('routes/teach', ['crypto.js', 'tables.js'], ['routes/take.js'], {
		viteMetadata: { importedCss: new Set(['teach.css']) }
	}),
	...['bits', 'crypto', 'reader', 'tables'].map((id) => chunk(id, [], []))
];

describe('what is kept once it is used', () => {
	const { take, teach } = splitParts(CHUNKS, STARTS);

	it('is what only that part needs, at once or later', () => {
		expect(take).toEqual(['crypto.js', 'reader.js', 'routes/take.js']);
	});

	it('comes with its styles, and without what a part before it has', () => {
		expect(teach).toEqual(['routes/teach.js', 'tables.js', 'teach.css']);
	});

	it('is nothing of what the others need', () => {
		const everywhere = CHUNKS.map((each) =>
			each.fileName === 'routes/study.js' ? { ...each, imports: ['bits.js', 'crypto.js'] } : each
		);
		expect(splitParts(everywhere, STARTS).take).toEqual(['reader.js', 'routes/take.js']);
	});
});
