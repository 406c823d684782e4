import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerDrill, askedIn, startDrill, type Drill } from './drill';

const play = (drill: Drill, ...answers: readonly boolean[]) => answers.reduce(answerDrill, drill);

describe('a drill', () => {
	it('asks in the order given, and is over when all are right', () => {
		const drill = startDrill(['a', 'b'], 's');
		expect(askedIn(drill)).toBe('a');
		const over = play(drill, true, true);
		expect(over).toMatchObject({ round: 1, right: ['a', 'b'], atOnce: 2, queue: [] });
		expect(askedIn(over)).toBeUndefined();
	});

	it('asks the wrong ones again in the next round, and only those', () => {
		const drill = play(startDrill(['a', 'b', 'c'], 's'), false, true, false);
		expect(drill).toMatchObject({ round: 2, right: ['b'], atOnce: 1, wrong: [] });
		expect([...drill.queue].sort()).toEqual(['a', 'c']);
	});

	it('does not ask at once again what was wrong at the end of a round', () => {
		for (const seed of ['1', '2', '3', '4', '5', '6']) {
			const drill = play(startDrill(['a', 'b', 'c'], seed), false, false, false);
			expect(askedIn(drill)).not.toBe('c');
		}
	});

	it('has other orders for other seeds, and the same for the same', () => {
		const cards = ['a', 'b', 'c', 'd', 'e', 'f'];
		const second = (seed: string) =>
			play(startDrill(cards, seed), ...cards.map(() => false)).queue.join('');
		expect(second('s')).toBe(second('s'));
		expect(new Set(['s', 't', 'u', 'v'].map(second)).size).toBeGreaterThan(1);
	});

	it('of nothing is over, and takes no answer', () => {
		expect(askedIn(startDrill([], 's'))).toBeUndefined();
		expect(() => answerDrill(startDrill([], 's'), true)).toThrow(RangeError);
	});

	it('asks a card that is named twice once', () => {
		expect(startDrill(['a', 'a', 'b'], 's').queue).toEqual(['a', 'b']);
	});

	it('loses no card and asks none twice in a round, whatever is answered', () => {
		const names = fc.uniqueArray(fc.nat({ max: 30 }).map(String), { maxLength: 12 });
		fc.assert(
			fc.property(names, fc.array(fc.boolean(), { maxLength: 60 }), (cards, answers) => {
				let drill = startDrill(cards, 'seed');
				for (const isRight of answers) {
					if (askedIn(drill) === undefined) break;
					drill = answerDrill(drill, isRight);
					const all = [...drill.queue, ...drill.wrong, ...drill.right];
					expect(all.sort()).toEqual([...cards].sort());
				}
			})
		);
	});
});
