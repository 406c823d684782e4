import { describe, expect, it } from 'vitest';
import { entry, modelOf, practice, review, undo } from '../../../../tests/support/entries';
import { AGAIN, GOOD } from '../scheduling/rating';
import { DEFAULT_PARAMETERS } from '../scheduling/scheduler';
import type { Entry } from './entry';
import { NEW_CARD } from './fold-card';
import { emptyFold, recordOf, stateOf, tallyOf, type Fold } from './fold';
import { extendFold, foldLog } from './fold-log';

const foldOf = (...entries: readonly Entry[]) => foldLog(entries, modelOf);
const NOTHING = { new: 0, review: 0, step: 0, practice: 0 };

/** Everything folded by key, as it shows outside. */
const shown = ({ cards, settings, notes, attempts, documents, days }: Fold) => ({
	cards: cards.live,
	settings: settings.live,
	notes: notes.live,
	attempts: attempts.live,
	documents: documents.live,
	days
});

describe('an empty fold', () => {
	it('comes to nothing', () => {
		const fold = emptyFold(undefined, modelOf);
		expect(Object.values(shown(fold)).map(({ size }) => size)).toEqual([0, 0, 0, 0, 0, 0]);
		expect(recordOf(fold, 'x')).toBe(NEW_CARD);
		expect(stateOf(fold, 'x')).toBeUndefined();
		expect(tallyOf(fold, 7)).toEqual(NOTHING);
	});

	it('asks for the model of its parameters, once', () => {
		const asked: unknown[] = [];
		emptyFold(DEFAULT_PARAMETERS, (parameters) => (asked.push(parameters), modelOf(parameters)));
		expect(asked).toEqual([DEFAULT_PARAMETERS]);
	});
});

describe('an entry of each kind is folded, and undone as if it had never been', () => {
	const cards = ['x', 'y'];
	const before: readonly Entry[] = [
		review('a.1', 100, 'x', GOOD, { interval: 5 }),
		practice('a.2', 101, 'x', AGAIN),
		entry('setting', 'a.3', 102, { key: 'newPerDay', value: 5 }),
		entry('note', 'a.4', 103, { item: 'b/i', text: 'first' }),
		entry('document', 'a.5', 104, { type: 'bank', hash: 'h', text: 'old' })
	];
	const quiz = { attempt: 'q1' };
	const start = entry('start', 'a.9', 200, {
		...{ ...quiz, number: 1, title: 'One', settings: {}, seed: 's' },
		items: [{ item: 'b/i', revision: '1-aa' }]
	});
	const answer = entry('answer', 'a.9', 200, {
		...{ ...quiz, item: 'b/i', response: null, durationMs: 9 }
	});
	const mark = entry('mark', 'a.9', 200, { ...quiz, for: 'a.8', score: 1, by: 'teacher' });
	const document = entry('document', 'a.9', 200, { type: 'bank', hash: 'h', text: 'new' });

	const acts: readonly (readonly [Entry, (fold: Fold) => unknown, unknown])[] = [
		[review('a.9', 300, 'x'), (fold) => stateOf(fold, 'x')?.reps, 2],
		[practice('a.9', 200, 'y'), (fold) => tallyOf(fold, 2), { ...NOTHING, practice: 1 }],
		[entry('suspend', 'a.9', 200, { cards }), (fold) => recordOf(fold, 'y').suspended, true],
		[entry('resume', 'a.9', 200, { cards }), (fold) => fold.cards.live.has('y'), true],
		[entry('bury', 'a.9', 200, { cards }), (fold) => recordOf(fold, 'x').buriedOn, 2],
		[entry('flag', 'a.9', 200, { cards, flag: 4 }), (fold) => recordOf(fold, 'y').flag, 4],
		[entry('reset', 'a.9', 200, { cards }), (fold) => stateOf(fold, 'x'), undefined],
		[entry('clear', 'a.9', 200, { cards }), (fold) => recordOf(fold, 'x').missed, undefined],
		[
			entry('schedule', 'a.9', 200, { cards: [{ card: 'x', day: 30 }] }),
			(fold) => stateOf(fold, 'x')?.due,
			{ day: 30 }
		],
		[
			entry('setting', 'a.9', 200, { key: 'newPerDay', value: null }),
			(fold) => fold.settings.live.get('newPerDay'),
			null
		],
		[
			entry('note', 'a.9', 200, { item: 'b/i', text: 'second' }),
			(fold) => fold.notes.live.get('b/i'),
			'second'
		],
		[
			entry('note', 'a.9', 200, { item: 'b/i', text: '' }),
			(fold) => fold.notes.live.has('b/i'),
			false
		],
		[document, (fold) => fold.documents.live.get('h'), document],
		[start, (fold) => fold.attempts.live.get('q1')?.start, start],
		[answer, (fold) => fold.attempts.live.get('q1')?.answers, { 'b/i': answer }],
		[mark, (fold) => fold.attempts.live.get('q1')?.marks, { 'a.8': mark }],
		[entry('finish', 'a.9', 200, quiz), (fold) => fold.attempts.live.get('q1')?.finish?.id, 'a.9'],
		[
			entry('redate', 'a.9', 200, { ids: ['a.1', 'a.2'], days: 3 }),
			(fold) => [stateOf(fold, 'x')?.due, [...fold.days.keys()]],
			[{ day: 9 }, [4]]
		],
		[undo('a.9', 200, 'a.3'), (fold) => fold.settings.live.has('newPerDay'), false]
	];

	it.each(acts.map((act) => [act[0].kind, ...act] as const))('%s', (_, act, see, wanted) => {
		const [fold, live] = [foldOf(...before, act), foldOf(...before)];
		expect(extendFold(live, act)).toBe(true);
		expect(see(fold)).toEqual(wanted);
		expect(see(foldOf(...before))).not.toEqual(wanted);
		expect(shown(live)).toEqual(shown(fold));

		expect(extendFold(live, undo('a.10', 900, 'a.9'))).toBe(true);
		expect(shown(live)).toEqual(shown(foldOf(...before)));
		expect(shown(foldOf(...before, act, undo('a.10', 900, 'a.9')))).toEqual(shown(live));
	});

	it('parameters hold for the whole history and move no due day', () => {
		const parameters = DEFAULT_PARAMETERS.map((value) => value * 1.1);
		const act = entry('parameters', 'a.9', 200, { parameters });
		const [plain, fitted] = [foldOf(...before), foldOf(...before, act)];
		expect(fitted.parameters).toEqual(parameters);
		expect(stateOf(fitted, 'x')?.memory).not.toEqual(stateOf(plain, 'x')?.memory);
		expect(stateOf(fitted, 'x')?.due).toEqual(stateOf(plain, 'x')?.due);
		const undone = foldOf(...before, act, undo('a.10', 300, 'a.9'));
		expect(undone.parameters).toBeUndefined();
		expect(shown(undone)).toEqual(shown(plain));
	});

	it('erase takes nothing away by itself, and cannot be undone', () => {
		const act = entry('erase', 'a.9', 200, { ids: ['a.1'] });
		const fold = foldOf(...before, act, undo('a.10', 300, 'a.9'));
		expect(shown(fold)).toEqual(shown(foldOf(...before)));
	});
});

describe('the newest parameters', () => {
	const set = (id: string, t: number, by: number) =>
		entry('parameters', id, t, { parameters: DEFAULT_PARAMETERS.map((value) => value * by) });
	const inForce = (...entries: readonly Entry[]) =>
		foldOf(...entries).parameters?.map((value, at) => value / (DEFAULT_PARAMETERS[at] ?? NaN))[0];

	it('in the order of the log hold', () => {
		expect(inForce(set('a.2', 200, 1.25), set('a.1', 100, 1.5))).toBeCloseTo(1.25);
	});

	it('give way to the ones before when undone', () => {
		const both = [set('a.1', 100, 1.5), set('a.2', 200, 1.25)];
		expect(inForce(...both, undo('a.3', 300, 'a.2'))).toBeCloseTo(1.5);
		expect(inForce(...both, undo('a.3', 300, 'a.1'))).toBeCloseTo(1.25);
	});
});

describe('settings', () => {
	it('are the last in the order for each key', () => {
		const fold = foldOf(
			entry('setting', 'a.2', 200, { key: 'newPerDay', value: 5 }),
			entry('setting', 'b.1', 300, { key: 'newPerDay', value: 9 }),
			entry('setting', 'a.1', 100, { key: 'x', value: 1 })
		);
		expect(Object.fromEntries(fold.settings.live)).toEqual({ newPerDay: 9, x: 1 });
	});
});

describe('an attempt', () => {
	it('is told apart from others and survives between answers of two devices', () => {
		const answer = (id: string, t: number, attempt: string) =>
			entry('answer', id, t, { attempt, item: 'b/i', response: null, durationMs: 1 });
		const fold = foldOf(
			answer('a.1', 100, 'q1'),
			answer('b.1', 101, 'q2'),
			answer('b.2', 102, 'q1')
		);
		const ids = [...fold.attempts.live].map(([key, { answers }]) => [key, answers['b/i']?.id]);
		expect(ids).toEqual([
			['q1', 'b.2'],
			['q2', 'b.1']
		]);
	});
});

describe('the tally of a day', () => {
	it('adds up over all cards', () => {
		const fold = foldOf(
			review('a.1', 100, 'x'),
			review('a.2', 101, 'y'),
			practice('a.3', 102, 'y')
		);
		expect(tallyOf(fold, 1)).toEqual({ ...NOTHING, new: 2, practice: 1 });
	});

	it('is a copy', () => {
		const fold = foldOf(review('a.1', 100, 'x'));
		Object.assign(tallyOf(fold, 1), { new: 9 });
		Object.assign(tallyOf(fold, 2), { new: 9 });
		expect([tallyOf(fold, 1).new, tallyOf(fold, 2).new]).toEqual([1, 0]);
	});
});
