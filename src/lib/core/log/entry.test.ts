import { describe, expect, it } from 'vitest';
import { classifyEntry, ENTRY_VERSION } from './entry';
import { compareEntries } from './order';

const envelope = (fields: object = {}) => ({
	v: ENTRY_VERSION,
	id: 'a0b1.7',
	t: 1_780_000_000_000,
	at: 1_780_000_000_000,
	offset: 540,
	day: 20_601,
	kind: 'setting',
	...fields
});

const answered = (kind: string, fields: object = {}) =>
	envelope({
		kind,
		card: 'b/i#',
		revision: '1-aa',
		itemKind: 'choice',
		rating: 3,
		mode: 'study',
		durationMs: 4_200,
		...fields
	});

const review = (fields: object = {}) => ({
	...answered('review', { scheduler: 'fsrs-6' }),
	interval: 3,
	...fields
});

const classOf = (value: unknown) => classifyEntry(value).is;

describe('an entry', () => {
	it.each([
		['a review with an interval', review()],
		['a review with a learning step', { ...review({ delay: 60, step: 0 }), interval: undefined }],
		[
			'a review with all it may carry',
			review({ score: 0.5, guess: true, slip: false, for: 'a.1' })
		],
		['practice', answered('practice')],
		['drill', answered('practice', { mode: 'drill', response: { kind: 'choice', option: 'a' } })],
		['an undo of ids', envelope({ kind: 'undo', targets: { ids: ['a.1', 'b.2'] } })],
		['an undo of a batch', envelope({ kind: 'undo', targets: { batch: 'x' }, batch: 'y' })],
		['a setting', envelope({ key: 'rolloverHour', value: 4 })],
		['a setting taken back to nothing', envelope({ key: 'rolloverHour', value: null })]
	])('is known: %s', (_, value) => {
		const entry = JSON.parse(JSON.stringify(value)) as unknown;
		expect(classifyEntry(entry)).toEqual({ is: 'known', entry });
	});

	it('is the very object that was read, with fields nobody knows yet', () => {
		const value = Object.freeze({ ...review({ mood: 'glad' }), later: Object.freeze({ x: [1] }) });
		const before = JSON.stringify(value);
		const seen = classifyEntry(value);
		expect(seen.is === 'known' && seen.entry).toBe(value);
		expect(JSON.stringify(value)).toBe(before);
	});

	it('of an unknown kind is kept as it is', () => {
		for (const kind of ['flag', 'toString', '__proto__']) {
			const value = Object.freeze(envelope({ kind, cards: ['b/i#'] }));
			const seen = classifyEntry(value);
			expect(seen.is).toBe('unknown');
			expect('entry' in seen && seen.entry).toBe(value);
		}
	});

	it('of a newer version is kept, whatever its kind and fields', () => {
		const value = Object.freeze(review({ v: ENTRY_VERSION + 1, rating: 'superb' }));
		const seen = classifyEntry(value);
		expect(seen.is).toBe('newer');
		expect('entry' in seen && seen.entry).toBe(value);
		expect(classOf(envelope({ v: 99, kind: 'dream' }))).toBe('newer');
	});
});

describe('a malformed entry', () => {
	it.each([undefined, null, 7, 'review', [], {}, { kind: 'review' }])('is %j', (value) => {
		expect(classOf(value)).toBe('malformed');
	});

	it.each([
		{ v: '1' },
		{ v: 1.5 },
		{ id: 'a' },
		{ id: 'a.0' },
		{ id: 'a.01' },
		{ id: 'A.1' },
		{ id: '.1' },
		{ id: 'a.b.1' },
		{ t: 0.5 },
		{ t: NaN },
		{ t: 2 ** 53 },
		{ at: null },
		{ at: Infinity },
		{ offset: '540' },
		{ day: 1.5 },
		{ kind: '' },
		{ kind: 7 },
		{ batch: '' },
		{ batch: 7 }
	])('has a wrong envelope, even of an unknown kind: %j', (fields) => {
		expect(classOf(envelope({ kind: 'flag' }))).toBe('unknown');
		expect(classOf(envelope({ kind: 'flag', ...fields }))).toBe('malformed');
	});

	it.each([
		{ card: '' },
		{ card: 'x'.repeat(257) },
		{ rating: 0 },
		{ rating: 5 },
		{ rating: '3' },
		{ score: -0.1 },
		{ score: 1.1 },
		{ score: NaN },
		{ mode: 'sleep' },
		{ guess: 'yes' },
		{ durationMs: NaN },
		{ interval: 0 },
		{ interval: -3 },
		{ interval: Infinity },
		{ interval: '3' },
		{ scheduler: 6 },
		{ revision: undefined }
	])('is a review with %j', (fields) => {
		expect(classOf(review(fields))).toBe('malformed');
	});

	it.each([{}, { delay: 60 }, { step: 0 }, { delay: 0, step: 0 }, { delay: 60, step: -1 }])(
		'is a review without a comeback: %j',
		(fields) => {
			const { interval: _, ...rest } = review();
			expect(classOf({ ...rest, ...fields })).toBe('malformed');
		}
	);

	it.each([undefined, {}, { ids: 'a.1' }, { ids: [7] }, { batch: 7 }])(
		'is an undo with the targets %j',
		(targets) => {
			expect(classOf(envelope({ kind: 'undo', targets }))).toBe('malformed');
		}
	);

	it('is a setting without a key', () => {
		expect(classOf(envelope({ value: 4 }))).toBe('malformed');
	});

	it('has a number in its id that cannot be counted, so that every known entry can be sorted', () => {
		const id = 'a.99999999999999999999';
		expect(classOf(review({ id }))).toBe('malformed');
		expect(() => compareEntries({ id, t: 1 }, { id: 'b.1', t: 1 })).toThrow(RangeError);
		expect(classOf(review({ id: 'a.999999999999999' }))).toBe('known');
	});
});
