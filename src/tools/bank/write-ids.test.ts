import { LineCounter, parseDocument } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { BankFile } from './read-bank';
import { slug, withIds } from './write-ids';

function file(source: string, name = 'leaders.yaml'): BankFile {
	const lines = new LineCounter();
	const document = parseDocument(source, { lineCounter: lines, prettyErrors: false });
	return { name, path: name, source, document, lines };
}

/** The text of a file after ids were written, or undefined when none was missing. */
function written(source: string): string | undefined {
	const only = file(source);
	return withIds([only]).get(only);
}

describe('slug', () => {
	it.each([
		['In which city did Lee meet?', 'in-which-city-did-lee-meet'],
		['Ryōdo mondai', 'ryodo-mondai'],
		['  *19* July, 1965 ', '19-july-1965'],
		['x'.repeat(99), 'x'.repeat(40)],
		['a'.repeat(39) + ' b', 'a'.repeat(39)]
	])('makes %j readable', (text, wanted) => {
		expect(slug(text)).toBe(wanted);
	});

	it.each(['', '?!', '한국', '영토 분쟁'])('makes nothing of %j', (text) => {
		expect(slug(text)).toBeUndefined();
	});
});

describe('withIds', () => {
	it('writes an id before the first field of an item, in its column', () => {
		expect(written('items:\n  - kind: choice\n    stem: Which city?\n')).toBe(
			'items:\n  - id: which-city\n    kind: choice\n    stem: Which city?\n'
		);
	});

	it('keeps comments, blank lines, quotation marks and folded texts to the byte', () => {
		const source = `# The head
items:
  # before the first
  - kind: "flashcard" # behind it
    front: >-
      Folded
      text

    back:   'spaced'


  - id: kept
    front: Kept
# the end
`;
		expect(written(source)).toBe(source.replace('- kind:', '- id: folded-text\n    kind:'));
	});

	it('gives options ids as well, in block and in flow notation', () => {
		const source = `items:
  - id: city
    stem: Which?
    options:
      - text: Nara
        key: true
      - { text: Kyoto, why: "No." }
      - {text: Osaka}
      - { id: tokyo, text: Tokyo }
`;
		expect(written(source)).toBe(`items:
  - id: city
    stem: Which?
    options:
      - id: nara
        text: Nara
        key: true
      - { id: kyoto, text: Kyoto, why: "No." }
      - {id: osaka, text: Osaka}
      - { id: tokyo, text: Tokyo }
`);
	});

	it('gives no id twice: not in a file, not in a bank, not within one item', () => {
		const first = file('items:\n  - stem: Which city?\n  - stem: Which city?\n');
		const second = file(
			'items:\n  - front: Which city?\n  - id: which-city-2\n    front: x\n',
			'b.yaml'
		);
		const all = withIds([first, second]);
		expect(all.get(first)).toBe(
			'items:\n  - id: which-city\n    stem: Which city?\n  - id: which-city-3\n    stem: Which city?\n'
		);
		expect(all.get(second)).toContain('- id: which-city-4\n    front: Which city?');
		expect(
			written('items:\n  - id: a\n    options: [{ text: X }, { text: x }, { id: x-2, text: y }]\n')
		).toBe(
			'items:\n  - id: a\n    options: [{ id: x, text: X }, { id: x-3, text: x }, { id: x-2, text: y }]\n'
		);
	});

	it('lets two items have options of the same id', () => {
		const source =
			'items:\n  - { id: a, options: [{ text: X }] }\n  - { id: b, options: [{ text: X }] }\n';
		expect(written(source)).toBe(source.replaceAll('{ text: X }', '{ id: x, text: X }'));
	});

	it('gives ids to steps, and to pairs and spares ids that they do not share', () => {
		const source =
			'items:\n  - id: m\n    pairs: [{ premise: Lee, response: x }]\n    spares: [{ text: Lee }]\n' +
			'  - id: o\n    steps: [{ text: Tokyo }, { text: Nara }]\n';
		expect(written(source)).toBe(
			'items:\n  - id: m\n    pairs: [{ id: lee, premise: Lee, response: x }]\n' +
				'    spares: [{ id: lee-2, text: Lee }]\n' +
				'  - id: o\n    steps: [{ id: tokyo, text: Tokyo }, { id: nara, text: Nara }]\n'
		);
	});

	it('puts an id in quotation marks that YAML would not read as text', () => {
		const source =
			'items:\n  - id: a\n    options: [{ text: "1965" }, { text: "True" }, { text: 1e3 }]\n';
		expect(written(source)).toBe(
			'items:\n  - id: a\n    options: [{ id: "1965", text: "1965" }, ' +
				'{ id: "true", text: "True" }, { id: option, text: 1e3 }]\n'
		);
		expect(written('items:\n  - stem: Null\n')).toBe('items:\n  - id: item\n    stem: Null\n');
		expect(written('items:\n  - stem: "Null"\n')).toContain('- id: "null"\n');
	});

	it('counts on where a text has no Latin letters', () => {
		expect(written('items:\n  - front: 한국\n  - front: 일본\n  - back: x\n')).toBe(
			'items:\n  - id: item\n    front: 한국\n  - id: item-2\n    front: 일본\n  - id: item-3\n    back: x\n'
		);
	});

	it('changes nothing when no id is missing, or there are no items', () => {
		expect(written('items:\n  - id: a\n    options: [{ id: x, text: X }]\n')).toBeUndefined();
		expect(written('items: []\n')).toBeUndefined();
		expect(written('topics:\n  - title: x\n')).toBeUndefined();
		expect(written('')).toBeUndefined();
		expect(written('items: [text, 7]\n')).toBeUndefined();
	});

	it('gives an id to an item that has nothing yet', () => {
		expect(written('items:\n  - {}\n')).toBe('items:\n  - {id: item}\n');
	});

	it('does not replace an id that is there but empty or wrong', () => {
		expect(written('items:\n  - id:\n    stem: a\n  - id: Not An Id\n')).toBeUndefined();
	});

	it('writes what can be read again: an id for every item and option', () => {
		const source =
			'items:\n  - stem: "A: b"\n    options:\n      - { text: "x, y" }\n      - text: z\n';
		const [item] = (parseDocument(written(source) ?? '').toJS() as { items: unknown[] }).items;
		expect(item).toEqual({
			id: 'a-b',
			stem: 'A: b',
			options: [
				{ id: 'x-y', text: 'x, y' },
				{ id: 'z', text: 'z' }
			]
		});
	});
});
