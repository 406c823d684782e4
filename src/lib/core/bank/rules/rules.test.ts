import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Accepted } from '../accepts';
import { checkAsked } from './check-rules';
import type { AskedBank } from './rule';
import { ruleNumber, rules } from './rules';
import {
	type Fields,
	bankOf,
	choice,
	found,
	gapped,
	number,
	options,
	trueFalse
} from '../../../../../tests/support/made-up-items';

/** Choices with their key at some positions of four. */
const keyedAt = (...positions: readonly number[]) =>
	positions.map((position, at) =>
		choice({
			id: `c${at}`,
			options: options(
				...['aa', 'bb', 'cc', 'dd'].map((each, n) => (n === position ? `${each}*` : each))
			)
		})
	);

const truthsOf = (...keys: readonly boolean[]) =>
	keys.map((key, at) =>
		trueFalse({ id: `t${at}`, stem: 'The summit of the two was in Nara.', key })
	);

/** Choices of which some have the key for their longest option. */
const longest = (some: number, all: number) =>
	Array.from({ length: all }, (_, at) =>
		choice({
			id: `c${at}`,
			options: options('aaaa', at < some ? 'bbbbb*' : 'bbbb*', 'cccc', 'dddd')
		})
	);

describe('a rule of banks', () => {
	it.each([
		[
			26,
			keyedAt(0, 0, 0, 0, 1, 2),
			keyedAt(0, 0, 0, 1, 1, 2),
			/more than 3 choices in a row .* position 1, up to “c3”/
		],
		[
			26,
			keyedAt(0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1),
			keyedAt(0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 0),
			/position 1 holds 8 keys where 3.0/
		],
		[
			26,
			keyedAt(0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1),
			keyedAt(0, 1, 2, 3, 0, 1, 2, 3),
			/not spread by chance over the positions: 8, 4, 0, 0/
		],
		[
			27,
			truthsOf(true, true, true, false),
			truthsOf(true, false, true, false),
			/3 of 4 .* are true, not 45 to 55 %/
		],
		[27, truthsOf(true), truthsOf(true, false, true), undefined],
		[29, longest(4, 8), longest(2, 8), /in 4 of 8 choices the key is the longest option/]
	])('%i finds its violation, and nothing where it is kept: %#', (rule, broken, kept, message) => {
		if (message) expect(found(rule, ...broken).join('\n')).toMatch(message);
		expect(found(rule, ...kept)).toEqual([]);
	});
});

const other = (id: string, fact: string, fields: Fields) => choice({ id, fact, ...fields });

describe('a rule of pairs', () => {
	const asks = (fields: Fields = {}) =>
		number({
			id: 'gap',
			fact: 'gap',
			stem: 'How many years was it after the talks in Seoul?',
			key: 10,
			unit: 'years',
			derived: 'D.',
			...fields
		});
	const tells = (fields: Fields = {}) =>
		other('telling', 'x', { stem: 'Who came to Seoul after ten years of waiting?', ...fields });

	it('10 finds an item that shows the answer to another, unless both know of it', () => {
		expect(found(10, asks(), tells())).toEqual(['“telling” says “ten”, which answers “gap”']);
		expect(found(10, asks({ excludes: ['telling'] }), tells())).toHaveLength(1);
		expect(found(10, asks({ excludes: ['telling'] }), tells({ excludes: ['gap'] }))).toEqual([]);
		expect(found(10, asks(), tells({ fact: 'gap' }))).toEqual([]);
		expect(found(10, asks(), tells({ stem: 'Who came to Seoul after years of waiting?' }))).toEqual(
			[]
		);
	});

	it('10 takes a part of a compound for no answer, nor what the item says itself', () => {
		const asked = gapped('They will share {c1} with each other soon.', 'intelligence');
		const names = (stem: string) => other('other', 'x', { stem });
		expect(found(10, asked, names('Who spoke of intelligence in Nara that day?'))).toHaveLength(1);
		expect(found(10, asked, names('Who spoke of artificial intelligence in Nara?'))).toEqual([]);
	});

	it('10 takes no word for an answer that many items say, unless they cite the same passage', () => {
		const asked = gapped('They spoke at length of {c1} with each other.', 'rice');
		const elsewhere = [{ source: 'brief', paragraph: 2, terms: ['1965'] }];
		const names = (count: number, fields: Fields = { evidence: elsewhere }) =>
			Array.from({ length: count }, (_, at) =>
				other(`o${at}`, 'x', { stem: 'Who bought rice on that day of talks?', ...fields })
			);
		expect(found(10, asked, ...names(4))).toHaveLength(4);
		expect(found(10, asked, ...names(5))).toEqual([]);
		expect(found(10, asked, ...names(5, {}))).toHaveLength(5);
	});

	it('45 finds one key from one passage in two fact groups', () => {
		const [one, two] = [choice(), other('again', 'other', {})];
		expect(found(45, one, two)).toEqual([
			'“again” and “city” have one key and one passage, but not one fact'
		]);
		expect(found(45, one, { ...two, fact: 'place' })).toEqual([]);
		const elsewhere = [{ source: 'brief', paragraph: 2, terms: ['Liberation Day'] }];
		expect(found(45, one, { ...two, evidence: elsewhere })).toEqual([]);
	});

	it('46 finds an item that does not exclude another in return', () => {
		const [one, two] = [choice({ excludes: ['again'] }), other('again', 'place', {})];
		expect(found(46, one, two)).toEqual(['“again” does not exclude “city” in return']);
		expect(found(46, one, { ...two, excludes: ['city'] })).toEqual([]);
	});
});

describe('what is accepted', () => {
	const only = 'In which city was the only summit held?';
	const accept = (rule: number) => [{ rule, because: 'It is so.' }];
	const left = (fields: Fields, accepts: readonly Accepted[] = []) =>
		checkAsked(bankOf([choice(fields)], accepts)).map(({ code, path, message }) => {
			return `${code} ${path.join('.')}: ${message}`;
		});

	it('takes a warning away, and no other', () => {
		expect(left({ stem: only })).toEqual([
			'absolute-word items.0.stem: “only” is absolute or vague'
		]);
		expect(left({ stem: only, accepts: accept(14) })).toEqual([]);
	});

	it('is a warning itself where nothing is broken, or there is no such rule', () => {
		expect(left({ accepts: accept(14) })).toEqual([
			'idle-accept items.0.accepts.0.rule: rule 14 is not broken here'
		]);
		expect(left({ accepts: accept(99) })).toEqual([
			'idle-accept items.0.accepts.0.rule: there is no rule 99'
		]);
	});

	it('takes no error away', () => {
		expect(left({ stem: 'Where was it?', accepts: accept(11) })).toEqual([
			'stem-form items.0.stem: the stem has 3 words, fewer than 6',
			'idle-accept items.0.accepts.0.rule: rule 11 is an error, which cannot be accepted'
		]);
	});

	it('stands in bank.yaml for the bank as a whole', () => {
		const odd = bankOf(truthsOf(true, true, true, false));
		const codes = (bank: AskedBank) => checkAsked(bank).map(({ code }) => code);
		expect(codes(odd)).toContain('truth-balance');
		expect(codes({ ...odd, accepts: accept(27) })).not.toContain('truth-balance');
		expect(left({}, accept(27))).toEqual([
			'idle-accept accepts.0.rule: rule 27 is not broken here'
		]);
	});
});

describe('the table of rules', () => {
	it('numbers each rule once, and every code belongs to one', () => {
		const numbers = rules.map((rule) => rule.number);
		expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
		const codes = rules.map(({ code }) => code);
		expect(new Set(codes).size).toBe(codes.length);
		for (const rule of rules) expect(ruleNumber(rule.code)).toBe(rule.number);
	});

	it('leaves to others what is seen where items are parsed or articles are read', () => {
		const elsewhere = rules.filter(({ item, bank }) => !item && !bank).map((rule) => rule.number);
		expect(elsewhere).toEqual([1, 7, 32, 48]);
	});

	it('stands in the same words in questions/README.md', () => {
		const readme = readFileSync(
			new URL('../../../../../questions/README.md', import.meta.url),
			'utf8'
		);
		const rows = [...readme.matchAll(/^\| (\d+) \| (error|warning) \| (.+?) \|$/gm)];
		expect(rows.map(([, nr, level, title]) => ({ number: Number(nr), level, title }))).toEqual(
			rules.map((rule) => ({ number: rule.number, level: rule.level, title: rule.title }))
		);
	});
});
