import { hex } from '../assignment/bytes';
import { deviceOf } from './attempt-notes';
import { countedOf, turnOf, type Turn } from './attempts';
import { withChangedKeys, withRight } from './changed-key';
import { choicePlace, type Decisions } from './decisions';
import { sheetMarker, type NamedSheet } from './mark-sheet';
import type { MarkCache } from './marking';
import { sortRows } from './sort-rows';
import { namedSheet, numberKey, rowKey, studentKey, withDoubts } from './students';
import type { Attempt, Column, FrozenAssignment, Gradebook, GradebookInput } from './table';
import type { Note, Row } from './table';

const bySent = (one: FrozenAssignment, other: FrozenAssignment) =>
	one.at - other.at || (one.id < other.id ? -1 : 1);

/** The items of a set, in the order in which they were first sent. */
function columnsOf(
	assignments: readonly FrozenAssignment[],
	{ changedKeys }: Decisions
): readonly Column[] {
	const columns = new Map<string, Column & { readonly places: Map<string, number> }>();
	for (const { id, items } of assignments) {
		for (const [place, { own, item: sent, part, bundled }] of items.entries()) {
			const item = withRight(sent, changedKeys.get(own)?.right);
			const changed = item === sent ? {} : { sent };
			const made = { key: own, item, part, bundled, ...changed, places: new Map() };
			const column = columns.get(own) ?? made;
			columns.set(own, column);
			column.places.set(id, place);
		}
	}
	return [...columns.values()];
}

/** Every sheet once, with the time at which it first came. */
function differentSheets({
	sheets,
	assignments,
	decisions
}: GradebookInput): readonly NamedSheet[] {
	const known = new Set(assignments.map(({ id }) => id));
	const byHash = new Map<string, NamedSheet>();
	for (const each of sheets) {
		if (!known.has(hex(each.sheet.id))) continue;
		const hash = hex(each.sheet.hash);
		const before = byHash.get(hash);
		if (before && each.received >= before.received) continue;
		byHash.set(hash, namedSheet(each, hash, decisions.students));
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
		const student = studentKey(named.by);
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

/** The sheet that counts says what the student is called; where none does, the latest that came. */
function whoseRow(attempts: readonly Attempt[], counted: Attempt | undefined) {
	const [latest] = [...attempts].sort(
		(one, other) => other.received - one.received || (one.hash < other.hash ? -1 : 1)
	);
	return (counted ?? latest)?.by ?? { name: '' };
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

function countedIn(
	turns: readonly Turn[],
	columns: readonly Column[]
): Pick<Row, 'cells' | 'counted' | 'total' | 'passed'> {
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

/** What was chosen among some sheets; a choice made when numbers alone told students apart holds on. */
function choiceOf(
	chosen: Decisions['chosen'],
	{ id }: FrozenAssignment,
	student: string,
	sheets: readonly NamedSheet[]
): string | undefined {
	const found = chosen.get(choicePlace(id, student));
	if (found !== undefined) return found;
	const before = sheets[0] && numberKey(sheets[0].by);
	return before === undefined ? undefined : chosen.get(choicePlace(id, before));
}

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
		const choice = choiceOf(chosen, assignment, student, sent);
		turns.push(turnOf(assignment, sent, mark, choice, new Set(devices)));
		for (const device of own(sent)) devices.add(device);
	}
	const attempts = turns.flatMap((turn) => turn.attempts);
	const counts = countedIn(turns, columns);
	const first = turns.find((turn) => turn.first)?.first;
	return {
		...{ key, student, attempts, notes: distinctNotes(attempts) },
		...whoseRow(attempts, counts.counted),
		...(classId === undefined ? {} : { classId }),
		...(first ? { first } : {}),
		...counts,
		needsChoice: turns.some((turn) => turn.needsChoice)
	};
}

/**
 * What all sheets of a set come to, by the copy that was frozen when it was sent.
 *
 * Laws: neither the order of the sheets nor how often one came changes anything; a decision that was
 * taken back leaves no trace.
 * @param cache of the marking before, to mark only what has changed
 */
export function gradebook(input: GradebookInput, cache: MarkCache = new Map()): Gradebook {
	const sent = [...input.assignments].sort(bySent);
	const columns = columnsOf(sent, input.decisions);
	const assignments = sent.map((each) => withChangedKeys(each, input.decisions));
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
			withDoubts(rows).filter((row) => row.classId === classId),
			'number'
		);
	return { columns, rows: order.flatMap(inClass), assignments, sheets: sheets.length };
}
