import { describe, expect, it } from 'vitest';
import { comparable, MAX_TEXT_LENGTH, parseText, plainText, standsIn, type Inline } from './text';

const text = (value: string): Inline => ({ type: 'text', value });
const strong = (...children: Inline[]): Inline => ({ type: 'strong', children });
const emphasis = (...children: Inline[]): Inline => ({ type: 'emphasis', children });
const span = (lang: string, ...children: Inline[]): Inline => ({ type: 'span', lang, children });

/** The pieces of a text of one paragraph. */
const line = (source: string) => {
	const tree = parseText(source);
	expect(tree).toHaveLength(1);
	return tree[0];
};

describe('parseText', () => {
	it('knows emphasis, strong text and spans in another language', () => {
		expect(line('a *b* **c** [광복절]{lang=ko}.')).toEqual([
			text('a '),
			emphasis(text('b')),
			text(' '),
			strong(text('c')),
			text(' '),
			span('ko', text('광복절')),
			text('.')
		]);
	});

	it('nests markup', () => {
		expect(line('**a *b* c**')).toEqual([strong(text('a '), emphasis(text('b')), text(' c'))]);
		expect(line('*a **b** c*')).toEqual([emphasis(text('a '), strong(text('b')), text(' c'))]);
		expect(line('*[光]{lang=ja}*')).toEqual([emphasis(span('ja', text('光')))]);
		expect(line('[*光* と]{lang=ja-Hira}')).toEqual([
			span('ja-Hira', emphasis(text('光')), text(' と'))
		]);
	});

	it('parts paragraphs at blank lines and breaks at single ones', () => {
		expect(parseText('\n\na\nb\n \t\n\n  c\n\n')).toEqual([
			[text('a'), { type: 'break' }, text('b')],
			[text('c')]
		]);
		expect(parseText(' \n\t\n ')).toEqual([]);
		expect(parseText('')).toEqual([]);
	});

	it('does not let markup reach across paragraphs', () => {
		expect(parseText('a *b\n\nc* d')).toEqual([[text('a *b')], [text('c* d')]]);
	});

	it.each([
		'2 * 3 * 4',
		'a * b*',
		'*a',
		'**',
		'***',
		'* *',
		'** a **',
		'[a]',
		'[a](b)',
		'[]{lang=ko}',
		'[a]{lang=}',
		'[a]{lang=k}',
		'[a] {lang=ko}',
		'[a]{lang=ko',
		'<b>&amp;</b>',
		'a \\ b',
		'C:\\dir',
		'_a_ `b` # c'
	])('leaves what is no markup as it stands: %s', (source) => {
		expect(plainText(source)).toBe(source);
		expect(line(source)?.every((node) => node.type === 'text')).toBe(true);
	});

	it('takes a backslash before a mark as the mark itself', () => {
		expect(line('\\*a\\* \\[b\\]{lang=ko} \\\\')).toEqual([text('*a* [b]{lang=ko} \\')]);
	});

	it('does not end markup at a mark that is escaped', () => {
		expect(line('*a\\*b*')).toEqual([emphasis(text('a*b'))]);
		expect(line('**a\\**b**')).toEqual([strong(text('a**b'))]);
		expect(line('[a\\]b]{lang=ko}')).toEqual([span('ko', text('a]b'))]);
		expect(line('*a\\\\*')).toEqual([emphasis(text('a\\'))]);
	});

	it('joins neighbouring text into one piece', () => {
		expect(line('a * b [c] \\* d')).toEqual([text('a * b [c] * d')]);
	});

	it('nests three deep, no deeper: a mark is closed by the next of its kind', () => {
		expect(line('[**a *b* c**]{lang=ko}')).toEqual([
			span('ko', strong(text('a '), emphasis(text('b')), text(' c')))
		]);
		const depth = (nodes: readonly Inline[]): number =>
			Math.max(0, ...nodes.map((node) => ('children' in node ? 1 + depth(node.children) : 0)));
		const nested = '**a *b **c *d **e *f [g]{lang=ko} h* i** j* k** l* m**';
		expect(depth(parseText(nested).flat())).toBeLessThanOrEqual(3);
		expect(plainText(nested).match(/\w/g)?.join('')).toBe('abcdefghijklm');
	});

	it('reads no more than the longest text of a field', () => {
		const characters = (source: string) => plainText(source).length;
		expect(characters('x'.repeat(100_000))).toBe(MAX_TEXT_LENGTH);
		expect(characters('*'.repeat(100_000))).toBeLessThanOrEqual(MAX_TEXT_LENGTH);
	});

	it.each(['*', '**', '[', '\\', '*a ', '**a ', '[a]{lang=', '\n \n', '*\n'])(
		'gives at most as many pieces as characters: %j again and again',
		(piece) => {
			const count = (nodes: readonly Inline[]): number =>
				nodes.reduce((sum, node) => sum + 1 + ('children' in node ? count(node.children) : 0), 0);
			const source = piece.repeat(MAX_TEXT_LENGTH / piece.length);
			expect(count(parseText(source).flat())).toBeLessThanOrEqual(source.length);
		}
	);
});

describe('plainText', () => {
	it('keeps the words and drops the marks', () => {
		expect(plainText('**a** *b*\n[c]{lang=ko}\n\n\\*d\\*')).toBe('a b\nc\n\n*d*');
	});
});

describe('comparable', () => {
	it('sees no difference in quotation marks, dashes, case, width and space', () => {
		expect(comparable('  “Japan’s”  ‘plan’ \n 2015–16 ')).toBe("\"japan's\" 'plan' 2015-16");
		expect(comparable('ＡＢＣ①')).toBe('abc1');
		expect(comparable('e\u0301')).toBe(comparable('é'));
	});

	it('still tells different words apart', () => {
		expect(comparable('Nara')).not.toBe(comparable('Nara Park'));
	});
});

describe('words in a text', () => {
	it.each([
		['7 years', 'first in 17 years', false],
		['17 years', 'first in 17 years', true],
		['ten years', 'often years, then ten years', true],
		['Lee', 'fleet', false],
		['“Nara”', 'the "nara" talks', true],
		['광복', '광복절', true],
		['cooperation', 'cooperation—and more', true]
	])('“%s” in “%s”: %s', (words, text, expected) => {
		expect(standsIn(words, text)).toBe(expected);
	});
});
