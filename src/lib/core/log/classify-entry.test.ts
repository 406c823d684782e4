import { describe, expect, it } from 'vitest';
import { classifyEntry, MAX_TIME } from './classify-entry';
import { ENTRY_VERSION, type Entry } from './entry';
import { compareEntries } from './order';

const envelope = (fields: object = {}) => ({
	v: ENTRY_VERSION,
	id: 'a0b1.7',
	t: 1_780_000_000_000,
	at: 1_780_000_000_000,
	offset: 540,
	day: 20_601,
	...fields
});

const answered = {
	card: 'b/i#',
	revision: '1-aa',
	itemKind: 'choice',
	rating: 3,
	mode: 'study',
	durationMs: 4_200
};

/** A sound entry of each kind, without its envelope. */
const bodies = {
	review: { ...answered, scheduler: 'fsrs-6', interval: 3 },
	practice: answered,
	suspend: { cards: ['b/i#'] },
	resume: { cards: ['b/i#'] },
	bury: { cards: ['b/i#', 'b/j#'] },
	reset: { cards: [] },
	clear: { cards: ['b/i#'] },
	flag: { cards: ['b/i#'], flag: 7 },
	schedule: { cards: [{ card: 'b/i#', day: 20_700 }] },
	undo: { targets: { ids: ['a.1', 'b.2'] } },
	setting: { key: 'rolloverHour', value: 4 },
	note: { item: 'b/i', text: '' },
	parameters: { parameters: Array<number>(21).fill(0.5) },
	document: { type: 'bank', hash: 'sha256-x', text: '{}' },
	start: {
		attempt: 'q1',
		number: 1,
		title: 'Week 3',
		settings: { shuffle: true },
		seed: 's',
		items: [{ item: 'b/i', revision: '1-aa' }]
	},
	answer: { attempt: 'q1', item: 'b/i', response: null, durationMs: 1 },
	finish: { attempt: 'q1' },
	mark: { attempt: 'q1', for: 'a.4', score: 0.5, by: 'teacher' },
	redate: { ids: ['a.1'], days: -26_335 },
	erase: { ids: ['a.1'] }
} as const satisfies Record<Entry['kind'], object>;

type KindOf = keyof typeof bodies;
const kinds = Object.keys(bodies) as KindOf[];

const sound = (kind: KindOf, fields: object = {}): object =>
	envelope({ kind, ...bodies[kind], ...fields });

const without = (value: object, ...names: readonly string[]) =>
	Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));

const classOf = (value: unknown) => classifyEntry(value).is;

describe('an entry', () => {
	it.each(kinds)('of the kind %s is known, and is the very object that was read', (kind) => {
		const value = Object.freeze(sound(kind, { mood: 'glad', later: Object.freeze({ x: [1] }) }));
		const before = JSON.stringify(value);
		expect(classifyEntry(value)).toEqual({ is: 'known', entry: value });
		const seen = classifyEntry(value);
		expect('entry' in seen && seen.entry).toBe(value);
		expect(JSON.stringify(value)).toBe(before);
	});

	it.each([
		['a review with a learning step', without(sound('review', { delay: 60, step: 0 }), 'interval')],
		[
			'a review with all it may carry',
			sound('review', { score: 0.5, guess: true, slip: false, for: 'a.1', batch: 'x' })
		],
		['a review with a response', sound('review', { response: { kind: 'choice', option: 'a' } })],
		['drill', sound('practice', { mode: 'drill' })],
		['a blank in a quiz', sound('practice', { mode: 'quiz', score: 0, rating: 1 })],
		['an assignment', sound('practice', { mode: 'assignment', score: 1 })],
		['an undo of a batch', sound('undo', { targets: { batch: 'x' }, batch: 'y' })],
		['a setting taken back to nothing', sound('setting', { value: null })],
		['a flag taken away', sound('flag', { flag: 0 })],
		['a document of bytes', without(sound('document', { bytes: 'AA==' }), 'text')],
		['parameters with their story', sound('parameters', { fitted: { reviews: 900 } })],
		['a start of an assignment', sound('start', { source: 'assignment-7' })],
		['an answer with a certainty', sound('answer', { response: {}, certainty: 'sure' })],
		['a redate of nothing', sound('redate', { ids: [], days: 1_000_000 })]
	])('is known: %s', (_, value) => {
		expect(classOf(JSON.parse(JSON.stringify(value)))).toBe('known');
	});

	it.each(['device', 'release', 'teacher', 'regrade'])('is known: a mark by %s', (by) => {
		expect(classOf(sound('mark', { by, score: by === 'device' ? 0 : 1 }))).toBe('known');
	});

	it('of an unknown kind is kept as it is', () => {
		for (const kind of ['dream', 'toString', '__proto__']) {
			const value = Object.freeze(envelope({ kind, cards: 7 }));
			const seen = classifyEntry(value);
			expect(seen.is).toBe('unknown');
			expect('entry' in seen && seen.entry).toBe(value);
		}
	});

	it('of a newer version is kept, whatever its kind and fields', () => {
		const value = Object.freeze(sound('review', { v: ENTRY_VERSION + 1, rating: 'superb' }));
		const seen = classifyEntry(value);
		expect(seen.is).toBe('newer');
		expect('entry' in seen && seen.entry).toBe(value);
		expect(classOf({ v: 99, id: 'a.1', t: 0 })).toBe('newer');
	});

	it('that was erased leaves its id and time', () => {
		const stone = Object.freeze({ id: 'a.1', t: 9, erased: true });
		const seen = classifyEntry(stone);
		expect(seen.is).toBe('erased');
		expect('entry' in seen && seen.entry).toBe(stone);
		expect(classOf({ ...stone, erased: 1 })).toBe('malformed');
	});
});

describe('a value without a place in the order', () => {
	it.each([undefined, null, 7, 'review', [], {}, { kind: 'review' }])(
		'is unreadable: %j',
		(value) => {
			expect(classifyEntry(value)).toEqual({ is: 'unreadable' });
		}
	);

	it.each([
		...['a', 'a.0', 'a.01', 'A.1', '.1', 'a.b.1', ' a.1', 'a.1 ', 'a.1\n'].map((id) => ({ id })),
		...[0.5, -1, NaN, '5', null, MAX_TIME + 1, 2 ** 53].map((t) => ({ t }))
	])('is unreadable, whatever else it has: %j', (fields) => {
		expect(classOf(sound('finish', fields))).toBe('unreadable');
		expect(classOf({ id: 'a.1', t: 1, erased: true, ...fields })).toBe('unreadable');
		expect(classOf(sound('finish', { v: 2, ...fields }))).toBe('unreadable');
	});

	it('has a number in its id that cannot be counted, so that every other can be sorted', () => {
		const id = 'a.99999999999999999999';
		expect(classOf(sound('finish', { id }))).toBe('unreadable');
		expect(() => compareEntries({ id, t: 1 }, { id: 'b.1', t: 1 })).toThrow(RangeError);
		expect(classOf(sound('finish', { id: 'a.999999999999999' }))).toBe('known');
	});

	it('begins after the largest time that can be counted on from', () => {
		expect(MAX_TIME).toBe(2 ** 52);
		expect(classOf(sound('finish', { t: MAX_TIME }))).toBe('known');
	});
});

describe('a malformed entry', () => {
	it.each([
		...['1', 1.5, null].map((v) => ({ v })),
		...[null, Infinity, 0.5, 2 ** 52 + 1, -(2 ** 52) - 1].map((at) => ({ at })),
		...['540', 1_441, -1_441].map((offset) => ({ offset })),
		...[1.5, 100_000_001, -100_000_001].map((day) => ({ day })),
		...['', 7, 'x'.repeat(257)].map((kind) => ({ kind })),
		...['', 7].map((batch) => ({ batch }))
	])('has a wrong envelope, even of an unknown kind: %j', (fields) => {
		const seen = classifyEntry(envelope({ kind: 'dream', ...fields }));
		expect(seen).toEqual({ is: 'malformed', entry: envelope({ kind: 'dream', ...fields }) });
	});

	it.each(kinds.flatMap((kind) => Object.keys(bodies[kind]).map((name) => [kind, name] as const)))(
		'is a %s without %s',
		(kind, name) => {
			const optional = ['start.settings', 'document.text'].includes(`${kind}.${name}`);
			expect(classOf(without(sound(kind), name))).toBe(optional ? 'known' : 'malformed');
		}
	);

	/** Values that no entry of the kind may have, by field. */
	const refused: readonly (readonly [KindOf, Readonly<Record<string, readonly unknown[]>>])[] = [
		[
			'review',
			{
				card: ['', 'x'.repeat(257), 7],
				rating: [0, 5, 7, 2.5, '3'],
				score: [-0.1, 1.1, NaN, '1', null],
				mode: ['sleep', ''],
				guess: ['yes', 1],
				slip: ['yes', 0],
				for: [7],
				durationMs: [NaN, '9'],
				interval: [0, -3, Infinity, '3'],
				scheduler: [6]
			}
		],
		['practice', { rating: [7], mode: [undefined], card: [''], score: [2] }],
		['suspend', { cards: ['b/i#', [''], [7], null] }],
		['flag', { flag: [-1, 8, 0.5, '1', null], cards: [[7]] }],
		[
			'schedule',
			{ cards: [['b/i#'], [{ card: 'b/i#' }], [{ card: '', day: 1 }], [{ card: 'x', day: 0.5 }]] }
		],
		['undo', { targets: [{}, { ids: 'a.1' }, { ids: [7] }, { batch: 7 }, null, []] }],
		['setting', { key: ['', 7, 'x'.repeat(257)] }],
		['note', { item: ['', 7], text: [null, 7] }],
		['parameters', { parameters: [[], Array(20).fill(1), Array(22).fill(1), Array(21).fill('1')] }],
		['document', { type: [''], hash: [''], text: [7, null], bytes: [7, null] }],
		[
			'start',
			{
				attempt: [''],
				number: [-1, 0.5],
				source: [7],
				title: [7],
				seed: [7],
				items: [['b/i'], [{ item: '', revision: '' }], [{ item: 'b/i' }]]
			}
		],
		[
			'answer',
			{ attempt: [''], item: [''], response: ['a', 7], certainty: [1], durationMs: [NaN] }
		],
		['finish', { attempt: ['', 7, 'x'.repeat(257)] }],
		['mark', { attempt: [''], for: [7], score: [-0.01, 1.01, NaN, '1'], by: ['me', ''] }],
		['redate', { ids: ['a.1', [7]], days: [0.5, 1_000_001, -1_000_001, '1'] }],
		['erase', { ids: ['a.1', [7]] }]
	];

	it.each(
		refused.flatMap(([kind, fields]) =>
			Object.entries(fields).flatMap(([name, values]) =>
				values.map((value) => [kind, name, value] as const)
			)
		)
	)('is a %s with the %s %j', (kind, name, value) => {
		expect(classOf(sound(kind, { [name]: value }))).toBe('malformed');
	});

	it.each([{}, { delay: 60 }, { step: 0 }, { delay: 0, step: 0 }, { delay: 60, step: -1 }])(
		'is a review without a comeback: %j',
		(fields) => {
			expect(classOf({ ...without(sound('review'), 'interval'), ...fields })).toBe('malformed');
		}
	);

	it.each([0, 'x', null, 3])('is a review that is a step and has the interval %j', (interval) => {
		const step = { delay: 60, step: 0 };
		const review = without(sound('review'), 'interval');
		expect(classOf({ ...review, ...step })).toBe('known');
		expect(classOf({ ...review, ...step, interval: undefined })).toBe('known');
		expect(classOf({ ...review, ...step, interval })).toBe('malformed');
	});

	it('is an undo of a batch and of ids', () => {
		const undo = (targets: unknown) => classOf(sound('undo', { targets }));
		expect(undo({ batch: 'b', ids: undefined })).toBe('known');
		expect(undo({ batch: 'b', ids: ['a.1'] })).toBe('malformed');
		expect(undo({ batch: 'b', ids: 5 })).toBe('malformed');
		expect(undo({ ids: ['a.1'], batch: 5 })).toBe('malformed');
	});

	it('is a setting whose value no JSON would carry, as it would be lost on the way', () => {
		expect(classOf(sound('setting', { value: undefined }))).toBe('malformed');
	});
});
