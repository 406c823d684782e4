import { hex } from '../assignment/bytes';
import { deviceOf, notesOn } from './attempt-notes';
import { totalOf, type NamedSheet } from './mark-sheet';
import type { Attempt, Cell, FrozenAssignment } from './table';

/** A student's sheets of one assignment, marked. */
export interface Turn {
	readonly assignment: FrozenAssignment;
	/** In the order they were made. */
	readonly attempts: readonly Attempt[];
	readonly first?: Attempt;
	readonly counted?: Attempt;
	/** Whether there is something that counts only once the teacher chooses. */
	readonly needsChoice: boolean;
}

/** The order of attempts, which hangs on nothing but themselves. */
function byAttempt(one: NamedSheet, other: NamedSheet): number {
	const [a, b] = [one.sheet.body, other.sheet.body];
	return a.number - b.number || a.started.at - b.started.at || (one.hash < other.hash ? -1 : 1);
}

const attemptOf = ({ sheet }: NamedSheet) => `${deviceOf({ sheet })}:${hex(sheet.body.attempt)}`;

/** Attempts that came with more than one body. */
function doubled(sheets: readonly NamedSheet[]): ReadonlySet<string> {
	const names = sheets.map(attemptOf);
	return new Set(names.filter((name, at) => names.indexOf(name) !== at));
}

const percentOf = ({ total }: Attempt) => total.percent ?? -1;

/** The one that counts of several, the earlier where two are as good. */
export function countedOf(
	attempts: readonly Attempt[],
	counts: FrozenAssignment['policy']['counts']
): Attempt | undefined {
	if (counts === 'first') return attempts[0];
	if (counts === 'last') return attempts.at(-1);
	return attempts.reduce<Attempt | undefined>(
		(best, each) => (best && percentOf(best) >= percentOf(each) ? best : each),
		undefined
	);
}

const isOver = ({ notes }: Attempt) => notes.some(({ is }) => is === 'over-attempts');

/**
 * What a student's sheets of one assignment come to. Sheets from two devices, or two bodies of one
 * attempt, count only by the teacher's choice; attempts beyond those allowed only where there is no
 * other.
 */
export function turnOf(
	assignment: FrozenAssignment,
	unsorted: readonly NamedSheet[],
	mark: (sheet: NamedSheet) => readonly Cell[],
	chosen: string | undefined,
	devices: ReadonlySet<string>
): Turn {
	const sheets = [...unsorted].sort(byAttempt);
	const isTwoDevices = new Set(sheets.map(deviceOf)).size > 1;
	const twice = doubled(sheets);
	const hasChoice = sheets.some(({ hash }) => hash === chosen);
	const needsChoice = !hasChoice && (isTwoDevices || twice.size > 0);
	const order = new Map([...new Set(sheets.map(attemptOf))].map((name, at) => [name, at + 1]));
	const attempts = sheets.map((named): Attempt => {
		const cells = mark(named);
		const isTwoBodies = twice.has(attemptOf(named));
		const among = isTwoDevices ? 1 : (order.get(attemptOf(named)) ?? 1);
		const number = Math.max(named.sheet.body.number, among);
		return {
			...{ ...named, assignment: assignment.id, cells, total: totalOf(cells) },
			notes: notesOn(named, assignment, { isTwoDevices, isTwoBodies, number, devices }),
			eligible: hasChoice ? named.hash === chosen : !needsChoice
		};
	});
	const eligible = attempts.filter((attempt) => attempt.eligible);
	const allowed = eligible.filter((attempt) => !isOver(attempt));
	const pool = allowed.length > 0 ? allowed : eligible;
	const [first] = pool;
	const counted = countedOf(pool, assignment.policy.counts);
	return {
		...{ assignment, attempts, needsChoice },
		...(first ? { first } : {}),
		...(counted ? { counted } : {})
	};
}
