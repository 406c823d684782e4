import { afterEach, describe, expect, it, vi } from 'vitest';
import { createTurns } from './turns';

/** Whether other tasks have their turn while one waits. */
async function letsIn(takeTurns: () => Promise<void>): Promise<boolean> {
	let had = false;
	setImmediate(() => (had = true));
	await takeTurns();
	return had;
}

describe('turns', () => {
	afterEach(() => void vi.restoreAllMocks());

	it('are taken when the work has gone on for long, and then not soon again', async () => {
		let now = 0;
		vi.spyOn(performance, 'now').mockImplementation(() => now);
		const takeTurns = createTurns();
		expect(await letsIn(takeTurns)).toBe(false);
		now = 10;
		expect(await letsIn(takeTurns)).toBe(true);
		now = 15;
		expect(await letsIn(takeTurns)).toBe(false);
	});
});
