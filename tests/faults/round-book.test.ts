import { describe, expect, it } from 'vitest';
import { hex } from '../../src/lib/core/assignment/bytes';
import type { Entry } from '../../src/lib/core/log/entry';
import { bytesFrom, crypto } from '../support/assignments';
import { createBook, type Keeper } from './round-book';

const PAYLOADS = [bytesFrom(1, 40), bytesFrom(2, 40), bytesFrom(3, 40)];
const HASHES = await Promise.all(PAYLOADS.map(async (each) => hex(await crypto.sha256(each))));
const FAULTLESS = { lost: 0, doubled: 0, torn: 0 };

const kept = (type: Keeper, hash: string, more: object = {}) =>
	({ kind: 'document', type, hash, bytes: hash, ...more }) as unknown as Entry;

const own = (attempt: string, bytes = 'a') =>
	kept('sheet', `of ${attempt}`, { bytes, text: JSON.stringify({ attempt }) });

const counts = ({ lost, doubled, torn }: ReturnType<ReturnType<typeof createBook>['judge']>) => ({
	lost: lost.length,
	doubled: doubled.length,
	torn: torn.length
});

/** A book of three sheets that were pasted together, and what it says of so many of them. */
async function judged(hashes: readonly string[], isSaved: boolean) {
	const book = createBook();
	const say = await book.paste('collected', PAYLOADS);
	if (isSaved) say();
	return counts(book.judge(hashes.map((hash) => kept('collected', hash))));
}

describe('the book of a round', () => {
	it('finds no fault with all sheets of a paste, nor with none while nothing was said', async () => {
		expect(await judged(HASHES, true)).toEqual(FAULTLESS);
		expect(await judged(HASHES, false)).toEqual(FAULTLESS);
		expect(await judged([], false)).toEqual(FAULTLESS);
	});

	it('sees a paste that is there by half, and one that is there twice', async () => {
		expect(await judged(HASHES.slice(1), false)).toEqual({ ...FAULTLESS, torn: 1 });
		expect(await judged([...HASHES, ...HASHES], true)).toEqual({ ...FAULTLESS, doubled: 1 });
	});

	it('misses a paste that was called saved', async () => {
		expect(await judged([], true)).toEqual({ ...FAULTLESS, lost: 1 });
	});

	it('misses a sheet that was called saved', () => {
		const book = createBook();
		book.handIn('one');
		expect(counts(book.judge([own('one')]))).toEqual(FAULTLESS);
		expect(counts(book.judge([own('two')])).lost).toBe(2);
	});

	it('sees a sheet that is sealed anew, and two of one attempt', () => {
		const book = createBook();
		expect(counts(book.judge([own('one')]))).toEqual(FAULTLESS);
		expect(counts(book.judge([own('one', 'b')]))).toEqual({ ...FAULTLESS, lost: 1 });
		expect(counts(book.judge([own('two'), own('two')])).doubled).toBe(1);
	});

	it('counts what was pasted and begun, and what was called saved of it', async () => {
		const book = createBook();
		book.begin();
		const say = await book.paste('sheet', PAYLOADS);
		expect(book.counts).toEqual({ given: 2, acknowledged: 0 });
		say();
		book.handIn('one');
		expect(book.counts).toEqual({ given: 2, acknowledged: 2 });
		const entries = [...HASHES.map((hash) => kept('sheet', hash)), own('one')];
		expect(book.countOf(entries, 'sheet')).toBe(3);
	});
});
