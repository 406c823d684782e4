/** Assignments, sheets and gradebooks made up for tests, without any cryptography. */
import { hex, type Bytes } from '../../src/lib/core/assignment/bytes';
import type { AssignableItem } from '../../src/lib/core/assignment/public-document';
import type { SheetBody } from '../../src/lib/core/assignment/sheet-codec';
import { NO_DECISIONS, type Decisions } from '../../src/lib/core/gradebook/decisions';
import type {
	FrozenAssignment,
	GradebookInput,
	ReceivedSheet
} from '../../src/lib/core/gradebook/table';
import type { ItemBase } from '../../src/lib/core/item/item';
import type { Response } from '../../src/lib/core/item/response';

/** 32 bytes that a name stands for. */
export const bytesNamed = (name: string, length = 32): Bytes =>
	Uint8Array.from({ length }, (_, at) => name.charCodeAt(at % name.length) ^ (at * 7));

export const idOf = (name: string): string => hex(bytesNamed(name));

const base: Omit<ItemBase, 'id'> = {
	...{ explanation: 'So.', evidence: [], excludes: [] },
	...{ claim: 'fact', difficulty: 'easy' }
};

export const CAPITAL: AssignableItem = {
	...{ ...base, id: 'tag-1', kind: 'text', stem: 'Which city?', key: 'Nara', accept: [] },
	...{ confusions: [{ text: 'Kyoto', why: 'Another.' }], redirects: [] }
};

export const YEARS: AssignableItem = {
	...{ ...base, id: 'tag-2', kind: 'number', stem: 'How many?', key: 12, unit: 'years' },
	...{ tolerance: 0, near: 1, range: [0, 100] }
};

export const CITY: AssignableItem = {
	...{ ...base, id: 'tag-3', kind: 'choice', stem: 'In which?', key: 'a' },
	options: [
		{ id: 'a', text: 'Seoul' },
		{ id: 'b', text: 'Busan', why: 'No.' },
		{ id: 'c', text: 'Jeju', why: 'No.' }
	]
};

export const SO: AssignableItem = {
	...base,
	...{ id: 'tag-4', kind: 'true-false', stem: 'So?', key: true, why: 'Yes.' }
};

export const HOUR = 3_600_000;
export const START = Date.UTC(2026, 4, 4, 1);

/** The same four items, in whichever assignment. */
export const assignment = (
	name: string,
	fields: Partial<FrozenAssignment> = {},
	items: readonly AssignableItem[] = [CAPITAL, YEARS, CITY, SO]
): FrozenAssignment => ({
	...{ id: idOf(name), label: 'first', at: START - HOUR },
	policy: { attempts: 1, counts: 'first' },
	items: items.map((item) => ({
		own: `own/${item.kind}#` as const,
		...{ revision: '1', item, part: '', bundled: false }
	})),
	...fields
});

/** Everything right. */
export const RIGHT: readonly (Response | null)[] = [
	{ kind: 'text', text: 'Nara' },
	{ kind: 'number', text: '12' },
	{ kind: 'choice', option: 'a' },
	{ kind: 'true-false', answer: true }
];

export const BLANK: readonly (Response | null)[] = [null, null, null, null];

interface SheetFields {
	readonly of: string;
	readonly device: string;
	/** What tells it from other sheets; made of the rest without it. */
	readonly hash: string;
	readonly received: number;
	readonly responses: readonly (Response | null)[];
	/** Without a class number where that is undefined. */
	readonly body: Partial<Omit<SheetBody, 'attempt' | 'classNumber'>> & {
		readonly attempt?: string;
		readonly classNumber?: number | undefined;
	};
}

/** A sheet of a student, opened: Minseo's, unless it says otherwise. */
export function sheet(fields: Partial<SheetFields> = {}): ReceivedSheet {
	const { of = 'a', device = 'phone', responses = RIGHT, received = START + HOUR } = fields;
	const { attempt = 'one', classNumber, ...rest } = { classNumber: 14, ...fields.body };
	const body: SheetBody = {
		...{ attempt: bytesNamed(attempt, 8), number: 1, name: 'Minseo' },
		...{ started: { at: START, offset: 540 }, lasted: 600_000, borrowed: false },
		answers: responses.map(() => null),
		spent: responses.map(() => 10_000),
		...(classNumber === undefined ? {} : { classNumber }),
		...rest
	};
	const told = JSON.stringify([of, device, body.name, body.classNumber, attempt, body.number]);
	const name = fields.hash ?? `${told}${JSON.stringify(responses)}`;
	return {
		received,
		sheet: {
			...{ id: bytesNamed(of), hash: bytesOfText(name), deviceKey: bytesNamed(device, 33) },
			...{ body, responses }
		}
	};
}

/** Not a hash that anybody should rely on, but one that differs with its text. */
function bytesOfText(text: string): Bytes {
	const bytes = new Uint8Array(32);
	for (const [at, letter] of [...text].entries()) {
		const place = at % 32;
		bytes[place] = ((bytes[place] ?? 0) * 31 + (letter.codePointAt(0) ?? 0) + at) & 0xff;
	}
	return bytes;
}

/** Another student, by number. */
export const student = (number: number, name: string, fields: Partial<SheetFields> = {}) =>
	sheet({
		...{ device: `phone-${number}`, ...fields },
		body: { classNumber: number, name, ...fields.body }
	});

export const decided = (fields: Partial<Decisions>): Decisions => ({ ...NO_DECISIONS, ...fields });

export const inputOf = (
	sheets: readonly ReceivedSheet[],
	fields: Partial<GradebookInput> = {}
): GradebookInput => ({
	...{ assignments: [assignment('a')], sheets, decisions: NO_DECISIONS },
	...fields
});
