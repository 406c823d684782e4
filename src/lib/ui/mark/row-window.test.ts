import { describe, expect, it } from 'vitest';
import { rowWindow } from './row-window';

const LARGE = { rows: 200, columns: 40, height: 45, seen: 600 };

describe('the rows of a table that are drawn', () => {
	it('are all of them in a class', () => {
		expect(rowWindow({ ...LARGE, rows: 30, top: 0 })).toEqual({ from: 0, to: 30 });
		expect(rowWindow({ ...LARGE, rows: 0, top: 0 })).toEqual({ from: 0, to: 0 });
	});

	it('are those that are seen and a few more, wherever it is scrolled to', () => {
		for (let top = 0; top <= 200 * 45 - 600; top += 7) {
			const { from, to } = rowWindow({ ...LARGE, top });
			expect(from * 45).toBeLessThanOrEqual(top);
			expect(to * 45).toBeGreaterThanOrEqual(top + 600);
			expect(to - from).toBeLessThan(40);
			expect(from).toBeGreaterThanOrEqual(0);
			expect(to).toBeLessThanOrEqual(200);
		}
	});

	it('are some even where it was scrolled beyond its end, as when it has become shorter', () => {
		const { from, to } = rowWindow({ ...LARGE, top: 90_000 });
		expect(to).toBe(200);
		expect(from).toBeLessThan(to);
	});
});
