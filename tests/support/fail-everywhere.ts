/** Every operation of a journey fails in turn, in every way. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { FAULTS, type Fault, type FaultKind } from './failing-indexeddb';
import { patientTimers } from './patience';

const LASTING: readonly FaultKind[] = FAULTS.filter((kind) => !kind.startsWith('stop'));

const MODES = [
	...FAULTS.map((kind) => ({ kind, lasting: false })),
	...LASTING.map((kind) => ({ kind, lasting: true }))
];

/** Runs a journey once. @returns whether the fault came to be */
type RunOnce = (fault: Fault) => Promise<boolean>;

async function runAt(runOnce: RunOnce, fault: Fault): Promise<boolean> {
	try {
		return await runOnce(fault);
	} catch (error) {
		const how = fault.lasting ? 'from then on' : 'once';
		const what = error instanceof Error ? error.message : String(error);
		throw new Error(`operation ${fault.at}, ${fault.kind}, ${how}: ${what}`, { cause: error });
	}
}

/** Lets operation 1, 2, 3… fail until there are no more. @returns how many there were */
async function failEach(runOnce: RunOnce, mode: Omit<Fault, 'at'>): Promise<number> {
	for (let at = 1; ; at++) if (!(await runAt(runOnce, { ...mode, at }))) return at - 1;
}

/**
 * Describes a journey by what holds when any of its operations fails; says how many there were.
 *
 * @param least so many there are at least: one that does nothing would hold too
 */
export function failEverywhere(name: string, runOnce: RunOnce, least = 4): void {
	describe(`${name}, when any operation fails`, () => {
		const counts: number[] = [];

		beforeAll(() => {
			for (const [timer, patient] of Object.entries(patientTimers())) vi.stubGlobal(timer, patient);
		});

		afterAll(() => {
			vi.unstubAllGlobals();
			const runs = counts.reduce((sum, count) => sum + count, 0);
			console.log(
				`${name}: up to ${Math.max(...counts)} operations × ${counts.length} ways = ${runs}`
			);
		});

		it.each(MODES)(
			'loses nothing, keeps nothing twice and tells the truth: $kind, lasting: $lasting',
			async (mode) => {
				const count = await failEach(runOnce, mode);
				expect(count).toBeGreaterThanOrEqual(least);
				counts.push(count);
			},
			60_000
		);
	});
}
