import { hex } from '../assignment/bytes';
import { nameKey } from '../assignment/names';
import type { SheetBody } from '../assignment/sheet-codec';
import { deviceOf } from './attempt-notes';
import { countedOf, turnOf, type Turn } from './attempts';
import { choicePlace, type Decisions } from './decisions';
import { sheetMarker, type NamedSheet } from './mark-sheet';
import type { MarkCache } from './marking';
import { sortRows } from './sort-rows';
import type { Attempt, Column, FrozenAssignment, Gradebook, GradebookInput } from './table';
import type { Note, Row } from './table';

/** What a student goes by within a class: their number, or their name where there is none. */
export const studentKey = ({ classNumber, name }: Pick<SheetBody, 'classNumber' | 'name'>) =>
	classNumber === undefined ? `name:${nameKey(name)}` : `no:${classNumber}`;

/** The key of a student's row. */
export const rowKey = (classId: string | undefined, student: string): string =>
	`${classId ?? ''}/${student}`;

const bySent = (one: FrozenAssignment, other: FrozenAssignment) =>
	one.at - other.at || (one.id < other.id ? -1 : 1);

/** The items of a set, in the order in which they were first sent. */
function columnsOf(assignments: readonly FrozenAssignment[]): readonly Column[] {
	const columns = new Map<string, Column & { readonly places: Map<string, number> }>();
	for (const { id, items } of assignments) {
		for (const [place, { own, item, part, bundled }] of items.entries()) {
			const column = columns.get(own) ?? { key: own, item, part, bundled, places: new Map() };
			columns.set(own, column);
			column.places.set(id, place);
		}
	}
	return [...columns.values()];
}

/** Every sheet once, with the time at which it first came. */
function differentSheets({ sheets, assignments }: GradebookInput): readonly NamedSheet[] {
	const known = new Set(assignments.map(({ id }) => id));
	const byHash = new Map<string, NamedSheet>();
	for (const each of sheets) {
		if (!known.has(hex(each.sheet.id))) continue;
		const hash = hex(each.sheet.hash);
		const before = byHash.get(hash);
		if (!before || each.received < before.received) byHash.set(hash, { ...each, hash });
	}
	return [...byHash.values()];
}

interface Student {
	readonly key: string;
	readonly student: string;
	readonly classId?: string;
	/** By assignment. */
	readonly sheets: Map<string, NamedSheet[]>;
}

function studentsOf(
	sheets: readonly NamedSheet[],
	classes: ReadonlyMap<string, string | undefined>
): readonly Student[] {
	const students = new Map<string, Student>();
	for (const named of sheets) {
		const assignment = hex(named.sheet.id);
		const classId = classes.get(assignment);
		const student = studentKey(named.sheet.body);
		const key = rowKey(classId, student);
		const inClass = classId === undefined ? {} : { classId };
		const found = students.get(key) ?? { key, student, ...inClass, sheets: new Map() };
		students.set(key, found);
		found.sheets.set(assignment, [...(found.sheets.get(assignment) ?? []), named]);
	}
	return [...students.values()];
}

const own = (sheets: readonly NamedSheet[]) =>
	sheets.filter(({ sheet }) => !sheet.body.borrowed).map(deviceOf);

/** The latest that came says what the student is called. */
function namesOf(attempts: readonly Attempt[]) {
	const latest = [...attempts].sort(
		(one, other) => other.received - one.received || (one.hash < other.hash ? -1 : 1)
	);
	const names = new Map<string, string>();
	for (const { sheet } of latest) {
		const key = nameKey(sheet.body.name);
		if (!names.has(key)) names.set(key, sheet.body.name);
	}
	const [name = '', ...otherNames] = names.values();
	return { name, otherNames };
}

function distinctNotes(attempts: readonly Attempt[]): readonly Note[] {
	const notes = new Map<string, Note>();
	for (const { notes: each } of attempts) {
		for (const note of each) if (!notes.has(note.is)) notes.set(note.is, note);
	}
	return [...notes.values()];
}

/** Adding parts of points leaves crumbs. */
const CRUMB = 1e-9;

function countedIn(turns: readonly Turn[], columns: readonly Column[]) {
	const found = turns.flatMap(({ counted }) => counted ?? []);
	const counted = countedOf(found, turns.at(-1)?.assignment.policy.counts ?? 'first');
	const cells = columns.map(({ places }) => {
		const place = counted && places.get(counted.assignment);
		return place === undefined ? undefined : counted?.cells[place];
	});
	if (!counted) return { cells };
	const { total } = counted;
	const { passMark } =
		turns.find(({ assignment }) => assignment.id === counted.assignment)?.assignment.policy ?? {};
	const hasPassed = passMark !== undefined && total.percent !== undefined;
	return {
		...{ cells, counted, total },
		...(hasPassed ? { passed: (total.percent ?? 0) + CRUMB >= passMark } : {})
	};
}

/** Marks the sheets of a student, assignment by assignment. */
type Marking = ReadonlyMap<FrozenAssignment, ReturnType<typeof sheetMarker>>;

function rowOf(
	{ key, student, classId, sheets }: Student,
	marking: Marking,
	columns: readonly Column[],
	{ chosen }: Decisions,
	knownDevices: ReadonlySet<string>
): Row {
	const devices = new Set(knownDevices);
	const turns: Turn[] = [];
	for (const [assignment, mark] of marking) {
		const sent = sheets.get(assignment.id);
		if (!sent) continue;
		const choice = chosen.get(choicePlace(assignment.id, student));
		turns.push(turnOf(assignment, sent, mark, choice, new Set(devices)));
		for (const device of own(sent)) devices.add(device);
	}
	const attempts = turns.flatMap((turn) => turn.attempts);
	const number = attempts[0]?.sheet.body.classNumber;
	const first = turns.find((turn) => turn.first)?.first;
	return {
		...{ key, student, attempts, ...namesOf(attempts), notes: distinctNotes(attempts) },
		...(classId === undefined ? {} : { classId }),
		...(number === undefined ? {} : { number }),
		...(first ? { first } : {}),
		...countedIn(turns, columns),
		needsChoice: turns.some((turn) => turn.needsChoice)
	};
}

/** Who sent no number may be one who did. */
function withSameNames(rows: readonly Row[]): readonly Row[] {
	const counts = new Map<string, number>();
	const named = ({ classId, name }: Row) => rowKey(classId, nameKey(name));
	for (const row of rows) counts.set(named(row), (counts.get(named(row)) ?? 0) + 1);
	return rows.map((row) => {
		const isShared = row.number === undefined && (counts.get(named(row)) ?? 0) > 1;
		return isShared ? { ...row, notes: [...row.notes, { is: 'same-name' as const }] } : row;
	});
}

/**
 * What all sheets of a set come to, by the copy that was frozen when it was sent.
 *
 * Laws: neither the order of the sheets nor how often one came changes anything; a decision that was
 * taken back leaves no trace.
 * @param cache of the marking before, to mark only what has changed
 */
export function gradebook(input: GradebookInput, cache: MarkCache = new Map()): Gradebook {
	const assignments = [...input.assignments].sort(bySent);
	const columns = columnsOf(assignments);
	const classes = new Map(assignments.map(({ id, classId }) => [id, classId]));
	const marking: Marking = new Map(
		assignments.map((each) => [each, sheetMarker(each, input.decisions, cache)])
	);
	const sheets = differentSheets(input);
	const none: ReadonlySet<string> = new Set();
	const rows = studentsOf(sheets, classes).map((student) =>
		rowOf(student, marking, columns, input.decisions, input.devices?.get(student.key) ?? none)
	);
	const order = [...new Set(assignments.map(({ classId }) => classId))];
	const inClass = (classId: string | undefined) =>
		sortRows(
			withSameNames(rows).filter((row) => row.classId === classId),
			'number'
		);
	return { columns, rows: order.flatMap(inClass), assignments, sheets: sheets.length };
}
