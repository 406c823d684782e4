import { describe, expect, it } from 'vitest';
import { foldAnswer } from './fold-answer';
import { differenceOf, isOneSlipApart } from './slip';
import { judgeTyped, type TypedKey } from './typed-answer';

const keyOf = (key: string, more: Partial<TypedKey> = {}): TypedKey => ({
	key,
	accept: [],
	confusions: [],
	redirects: [],
	...more
});

const judge = (text: string, key: TypedKey) => judgeTyped(text, key).is;

describe('a typed answer', () => {
	it.each([
		['Chosei Mine', 'chosei mine'],
		['Chosei Mine', '  CHŌSEI   MINE '],
		['Chosei Mine', 'the Chosei mine'],
		['Chosei Mine', 'Ｃｈｏｓｅｉ　Ｍｉｎｅ'],
		['Chosei Mine', 'Choseimine'],
		['Lee Jae-myung', 'lee jae myung'],
		['Lee Jae-myung', 'Lee Jaemyung.'],
		['denuclearisation', 'denuclearization'],
		['denuclearization', 'Denuclearisation'],
		['defence', 'defense'],
		['forced labour', 'forced labor'],
		['forced labourers', 'forced laborers'],
		['ageing populations', 'aging populations'],
		['theatre', 'theater'],
		['dialogue', 'dialog'],
		['programme', 'program'],
		['travelled', 'traveled'],
		['Liberation Day', '“Liberation day!”'],
		['광복절', '광복절'.normalize('NFD')],
		['長生炭鉱', '長生炭鉱'],
		['café', 'cafe']
	])('for %s is right as “%s”', (key, text) => {
		expect(judge(text, keyOf(key))).toBe('right');
	});

	it.each([
		['が', 'か'],
		['Nara', 'Naha'],
		['Seoul', 'Soul'],
		['1965', '1956'],
		['Chosei Mine', 'Mine Chosei'],
		['Chosei Mine', 'Chosei'],
		['Liberation Day', 'Libertaion Dya']
	])('for %s is wrong as “%s”', (key, text) => {
		expect(judge(text, keyOf(key))).toBe('wrong');
	});

	it.each([
		['Takaichi', 'Takachi'],
		['Takaichi', 'Takaichii'],
		['Takaichi', 'Takaihci'],
		['Takaichi', 'Tacaichi'],
		['Sanae Takaichi', 'sanae takaichu'],
		['denuclearisation', 'denuclearizaton']
	])('for %s is forgiven one slip: “%s”', (key, text) => {
		expect(judgeTyped(text, keyOf(key))).toEqual({ is: 'almost', expected: key });
	});

	it('is not forgiven a slip in two words, or one in a short word', () => {
		expect(judge('Sanaa Takaichu', keyOf('Sanae Takaichi'))).toBe('wrong');
		expect(judge('Sanaa Takaichi', keyOf('Sanae Takaichi'))).toBe('wrong');
	});

	it('is wrong when the slip makes a known name, or could be one of that name', () => {
		const key = keyOf('Ishibaa', { confusions: [{ text: 'Ishibas', why: 'Another man.' }] });
		expect(judgeTyped('Ishibas', key)).toEqual({
			is: 'wrong',
			confusion: { text: 'Ishibas', why: 'Another man.' }
		});
		expect(judge('Ishibao', key)).toBe('wrong');
	});

	it('is asked again, not wrong, when it is of another sort, half a syllable, or nothing', () => {
		const key = keyOf('광복절', { redirects: [{ text: '15 August', hint: 'The name, please.' }] });
		expect(judgeTyped('15 august', key)).toEqual({ is: 'redirected', hint: 'The name, please.' });
		for (const half of ['광복ㅈ', '광복저ㄹ', 'ㄱ', '\u1100']) {
			expect(judge(half, key), half).toBe('unfinished');
		}
		for (const nothing of ['', '  ', '\n', '?!', '\u200b']) {
			expect(judge(nothing, key), nothing).toBe('empty');
		}
		expect(judge('a'.repeat(201), key)).toBe('long');
	});

	it('takes accepted variants, and prefers right to wrong', () => {
		const key = keyOf('Chosei Mine', {
			accept: ['Josei', '조세이 탄광'],
			confusions: [{ text: 'Chosei', why: '' }]
		});
		expect(judge('josei', key)).toBe('right');
		expect(judge('조세이탄광', key)).toBe('right');
	});
});

describe('one slip', () => {
	it.each([
		['abcdef', 'abcdef', false],
		['abcdef', 'abcde', true],
		['abcdef', 'bcdef', true],
		['abcdef', 'abXdef', true],
		['abcdef', 'abdcef', true],
		['abcdef', 'abcdefg', true],
		['abcdef', 'badcef', false],
		['abcdef', 'abfdec', false],
		['abcdef', 'abcd', false],
		['aaaaaa', 'aaaaa', true],
		['', 'a', true]
	])('between “%s” and “%s”: %s', (one, other, is) => {
		expect(isOneSlipApart(one, other)).toBe(is);
		expect(isOneSlipApart(other, one)).toBe(is);
	});

	it('is looked for in steps that grow with the length and no faster', () => {
		const stepsFor = (length: number) => {
			let steps = 0;
			const counted = (letters: string) =>
				new Proxy([...letters], {
					get: (target, key) => {
						if (typeof key === 'string' && /^\d+$/.test(key)) steps += 1;
						return Reflect.get(target, key) as unknown;
					}
				});
			const same = 'ab'.repeat(length / 2);
			isOneSlipApart(counted(same), counted(`${same.slice(1)}a`));
			isOneSlipApart(counted('a'.repeat(length)), counted('a'.repeat(length - 1)));
			return steps;
		};
		expect(stepsFor(200)).toBeLessThanOrEqual(10 * 200);
		expect(stepsFor(2_000)).toBeLessThanOrEqual(10 * 2_000);
	});

	it('is shown where it is', () => {
		const shown = { before: 'Taka', given: '', expected: 'i', after: 'chi' };
		expect(differenceOf('takachi', 'Takaichi')).toEqual(shown);
		expect(differenceOf('Nara', 'Nara')).toMatchObject({ given: '', expected: '' });
	});
});

describe('folding', () => {
	it('leaves an article that is the whole answer', () => {
		expect(foldAnswer('The')).toEqual(['the']);
		expect(foldAnswer('a an the')).toEqual(['an', 'the']);
	});

	it('is stable: what is folded folds to itself', () => {
		for (const text of ['Chōsei coal-mine', 'denuclearisation', '광복절', 'Ⅷ ﬁre', 'programmes']) {
			const once = foldAnswer(text).join(' ');
			expect(foldAnswer(once).join(' ')).toBe(once);
		}
	});
});
