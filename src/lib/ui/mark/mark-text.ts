import type { Cell, Note, Row } from '$lib/core/gradebook/table';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';

/** What there is to say of a sheet; never who made it, and times only by the phone's clock. */
export function noteText(note: Note): string {
	switch (note.is) {
		case 'late':
			return note.what === 'started' ? m.mark_note_started_late() : m.mark_note_ended_late();
		case 'after-answers':
			return m.mark_note_after_answers();
		case 'two-devices':
			return m.mark_note_two_devices();
		case 'two-bodies':
			return m.mark_note_two_bodies();
		case 'borrowed':
			return m.mark_note_borrowed();
		case 'new-device':
			return m.mark_note_new_device();
		case 'over-attempts':
			return m.mark_note_over({ number: note.number, allowed: note.allowed });
		case 'clock-set-back':
			return m.mark_note_clock();
		case 'same-name':
			return m.mark_note_same_name();
		case 'same-number':
			return m.mark_note_same_number({ number: note.number, students: note.students });
		case 'changed-by-you':
			return m.mark_note_changed({ said: whoText(note) });
	}
}

/** A student by number and name. */
export const whoText = ({ number, name }: Pick<Row, 'number' | 'name'>): string =>
	number === undefined ? name : m.mark_who({ number, name });

/** Who a sheet says it is from. */
export const sentAsText = ({ number, name }: Pick<Row, 'number' | 'name'>): string =>
	number === undefined ? m.mark_sent_as({ name }) : m.mark_sent_as_number({ number, name });

/** Signs of a mark. In Korea and Japan a tick stands at what is wrong, and a circle at what is right. */
const signs = () =>
	getLocale() === 'en'
		? { right: '✓', partly: '½', wrong: '✗' }
		: { right: '○', partly: '△', wrong: '×' };

/** A cell at a glance, and in words. */
export interface CellLook {
	readonly sign: string;
	readonly words: string;
	readonly tone: 'right' | 'partly' | 'wrong' | 'none';
}

/** How a score of 0 to 1 looks, or what cannot be scored. */
export function scoreLook(score: number | 'invalid'): CellLook {
	if (score === 'invalid') return { sign: '?', words: m.mark_cell_unclear(), tone: 'partly' };
	const { right, partly, wrong } = signs();
	if (score >= 1) return { sign: right, words: m.mark_cell_right(), tone: 'right' };
	if (score > 0) return { sign: partly, words: m.mark_cell_partly(), tone: 'partly' };
	return { sign: wrong, words: m.mark_cell_wrong(), tone: 'wrong' };
}

function scoredLook({ score, standing, overridden }: Cell): CellLook {
	if (score > 0 || overridden) return scoreLook(score);
	if (standing === 'blank') return { sign: '–', words: m.mark_cell_blank(), tone: 'wrong' };
	return scoreLook(standing === 'unclear' ? 'invalid' : score);
}

/** How a cell looks; an item that was not asked has none. */
export function cellLook(cell: Cell | undefined): CellLook {
	if (!cell) return { sign: '', words: m.mark_cell_none(), tone: 'none' };
	if (cell.excused) return { sign: '·', words: m.mark_cell_excused(), tone: 'none' };
	const look = scoredLook(cell);
	if (!cell.overridden) return look;
	return { ...look, sign: `${look.sign}*`, words: `${look.words}, ${m.mark_cell_by_hand()}` };
}

/** Points without the crumbs of parts. */
export const pointsText = (points: number, lang: string): string =>
	new Intl.NumberFormat(lang, { maximumFractionDigits: 2 }).format(points);

/** A moment by this device's clock. @param at UTC milliseconds */
export const timeText = (at: number, lang: string): string =>
	new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
