import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { MAX_TEXT_LENGTH, parseText, plainText, type Inline } from '../../src/lib/core/text';
import { law } from './law';

const words = fc.stringMatching(/^[a-z가-힣]{1,4}$/);
const marks = fc.constantFrom(
	'*',
	'**',
	'***',
	'[',
	']',
	'\\',
	' ',
	'\n',
	'\n\n',
	'{',
	'}',
	'(',
	'_'
);
const tags = fc.constantFrom(']{lang=ko}', ']{lang=ja-Hira}');

/** Words between marks in any order, spans among them. */
const marked = fc.array(
	fc.oneof({ weight: 3, arbitrary: words }, { weight: 4, arbitrary: marks }, tags),
	{
		maxLength: 60,
		size: 'max'
	}
);

const anything = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 200 }),
	marked.map((pieces) => pieces.join('')),
	fc.string({ maxLength: 3 }).map((piece) => piece.repeat(1_000))
);

const letters = (text: string) => text.replace(/[^\p{L}]/gu, '');

/** Whether a text is another one with some characters left out. */
function isThinned(text: string, whole: string): boolean {
	let at = 0;
	for (const character of whole) {
		if (text.startsWith(character, at)) at += character.length;
	}
	return at === text.length;
}

/** Text of all pieces, in order. */
const inside = (nodes: readonly Inline[]): string =>
	nodes
		.map((node) =>
			node.type === 'text' ? node.value : 'children' in node ? inside(node.children) : '\n'
		)
		.join('');

const depth = (nodes: readonly Inline[]): number =>
	Math.max(0, ...nodes.map((node) => ('children' in node ? 1 + depth(node.children) : 0)));

describe('a text', () => {
	law(
		'is parsed without throwing, whatever it is, no deeper than four levels',
		fc.property(anything, (source) => {
			const tree = parseText(source);
			expect(tree.every((nodes) => nodes.length > 0 && depth(nodes) <= 4)).toBe(true);
			expect(plainText(source).length).toBeLessThanOrEqual(MAX_TEXT_LENGTH + tree.length);
		})
	);

	law(
		'keeps all its words in order, and the language tags of broken spans',
		fc.property(marked, (pieces) => {
			const source = pieces.join('');
			const plain = letters(plainText(source));
			const withoutTags = letters(source.replace(/\{lang=[a-zA-Z-]+\}/g, ''));
			expect(plain.length).toBeGreaterThanOrEqual(withoutTags.length);
			expect(isThinned(plain, letters(source))).toBe(true);
		})
	);

	law(
		'loses nothing but marks where it has no spans',
		fc.property(fc.array(fc.oneof(words, marks), { maxLength: 60, size: 'max' }), (pieces) => {
			const source = pieces.join('');
			expect(letters(plainText(source))).toBe(letters(source));
		})
	);

	law(
		'says the same as a tree and as plain words',
		fc.property(anything, (source) => {
			expect(plainText(source)).toBe(parseText(source).map(inside).join('\n\n'));
		})
	);

	const one = fc.string({ maxLength: 80 }).map((text) => text.replace(/\s+/g, ' ').trim());
	law(
		'stands for itself once every mark is escaped',
		fc.property(one, (text) => {
			const escaped = text.replace(/[\\*[\]]/g, '\\$&');
			expect(plainText(escaped)).toBe(text);
			expect(plainText(`**${escaped}**`)).toBe(text === '' ? '****' : text);
		})
	);
});
