import { MAX_ANSWER_LENGTH } from '../item/fold-answer';
import type { Response } from '../item/response';
import { MAX_OPTIONS } from './caps';
import { check, readText, writable, type Codec } from './codec';
import type { Question } from './public-document';

/**
 * A response on a sheet: null where nothing was answered, true or false, a text as it was typed,
 * the position of an option, or positions. Positions count from 0 in the entries sorted by id,
 * and the assignment, which the sheet is bound to, fixes these.
 */
export type SheetResponse = null | boolean | string | number | readonly (number | null)[];

const isPosition = (value: unknown) =>
	Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) < MAX_OPTIONS;

function isSheetResponse(value: unknown): value is SheetResponse {
	if (value === null || typeof value === 'boolean') return true;
	if (!Array.isArray(value)) return isPosition(value);
	return value.length <= MAX_OPTIONS && value.every((each) => each === null || isPosition(each));
}

export const responseCodec: Codec<SheetResponse> = {
	write: (value) =>
		// Cutting may leave half a character.
		typeof value === 'string' ? writable(writable(value).slice(0, MAX_ANSWER_LENGTH)) : value,
	read(value) {
		if (typeof value === 'string') return readText(value, MAX_ANSWER_LENGTH);
		check(isSheetResponse(value));
		return value as SheetResponse;
	}
};

type Entries = readonly { readonly id: string }[];

const idsOf = (entries: Entries) => entries.map(({ id }) => id).sort();

const place = (entries: Entries, id: string) => {
	const at = idsOf(entries).indexOf(id);
	return at < 0 ? null : at;
};

const places = (entries: Entries, ids: readonly string[]) =>
	ids.map((id) => place(entries, id)).filter((at) => at !== null);

/** How a response to a question stands on a sheet. What names nothing of it is no answer. */
export function sheetResponse(response: Response | undefined, question: Question): SheetResponse {
	if (response?.kind !== question.kind) return null;
	switch (response.kind) {
		case 'choice':
			return question.kind === 'choice' ? place(question.options, response.option) : null;
		case 'multiple':
			if (question.kind !== 'multiple') return null;
			return places(question.options, response.options).sort((a, b) => a - b);
		case 'order':
			return question.kind === 'order' ? places(question.steps, response.steps) : null;
		case 'match': {
			if (question.kind !== 'match') return null;
			const given = new Map(response.pairs);
			return idsOf(question.premises).map((id) => place(question.responses, given.get(id) ?? ''));
		}
		case 'true-false':
			return response.answer;
		default:
			return response.text;
	}
}

/** The ids at these positions; undefined where one is not there, or stands twice. */
function idsAt(entries: Entries, given: readonly unknown[]): readonly string[] | undefined {
	const ids = idsOf(entries);
	const found = given.flatMap((at) => (typeof at === 'number' ? (ids[at] ?? []) : []));
	const isWhole = found.length === given.length && new Set(found).size === found.length;
	return isWhole ? found : undefined;
}

function pairsAt(premises: Entries, responses: Entries, given: readonly (number | null)[]) {
	if (given.length !== premises.length) return undefined;
	const ids = idsAt(
		responses,
		given.filter((at) => at !== null)
	);
	if (!ids) return undefined;
	const all = idsOf(responses);
	return idsOf(premises).flatMap((id, at): [string, string][] => {
		const response = all[given[at] ?? -1];
		return response === undefined ? [] : [[id, response]];
	});
}

/**
 * The response that a sheet has to a question: null where nothing was answered, undefined where
 * that is no response to this question.
 */
export function responseTo(given: SheetResponse, question: Question): Response | null | undefined {
	if (given === null) return null;
	const listed = Array.isArray(given) ? (given as readonly (number | null)[]) : undefined;
	const typed = typeof given === 'string' ? given : undefined;
	switch (question.kind) {
		case 'choice': {
			const [option] = idsAt(question.options, [given]) ?? [];
			return option === undefined ? undefined : { kind: 'choice', option };
		}
		case 'multiple': {
			const options = listed && idsAt(question.options, listed);
			return options && { kind: 'multiple', options };
		}
		case 'order': {
			const steps = listed && idsAt(question.steps, listed);
			return steps && { kind: 'order', steps };
		}
		case 'match': {
			const pairs = listed && pairsAt(question.premises, question.responses, listed);
			return pairs && { kind: 'match', pairs };
		}
		case 'true-false':
			return typeof given === 'boolean' ? { kind: 'true-false', answer: given } : undefined;
		case 'cloze':
			return typed === undefined ? undefined : { kind: 'cloze', gap: question.gap, text: typed };
		default:
			return typed === undefined ? undefined : { kind: question.kind, text: typed };
	}
}
