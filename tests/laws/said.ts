import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Fold } from '../../src/lib/core/log/fold';
import { stateText } from '../../src/lib/core/log/state-text';
import { createScheduler, type Scheduler } from '../../src/lib/core/scheduling/scheduler';

const models = new Map<string, Scheduler>();

/** The memory model for some parameters, made once for each set. */
export function modelOf(parameters: readonly number[] | undefined): Scheduler {
	const key = String(parameters);
	const known = models.get(key);
	if (known) return known;
	const model = createScheduler(parameters ? { parameters } : {});
	models.set(key, model);
	return model;
}

/** What a log comes to, but for what counts or names its entries. */
export const stateIn = (fold: Fold) => ({
	...{ cards: fold.cards.live, settings: fold.settings.live, notes: fold.notes.live },
	...{ attempts: fold.attempts.live, documents: fold.documents.live, days: fold.days },
	...{ parameters: fold.parameters }
});

/** All that a fold says. */
export const said = (fold: Fold) => ({
	...stateIn(fold),
	...{ counts: { ...fold.counts }, last: fold.last, text: [...stateText(fold)].join('') }
});

/** As `toEqual`, which is a hundred times slower when they are. */
export function expectSame(one: unknown, other: unknown): void {
	if (isDeepStrictEqual(one, other)) return;
	expect(one).toStrictEqual(other);
	throw new Error('they differ in a way that only the runtime sees');
}
