import type { CardsEntry, EntryDraft, Envelope, FlagEntry, NoteEntry } from './entry';

/** Colours of a flag; 0, none, is not one of them. */
export const FLAGS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

type Body<T extends Envelope> = Omit<T, Exclude<keyof Envelope, 'kind'>>;

/** What a learner does with an item besides answering: the entry without its envelope. */
export type Control = Body<CardsEntry> | Body<FlagEntry> | Body<NoteEntry>;

/** When and in which act it was done. */
export type Done = Pick<Envelope, 'at' | 'offset' | 'day'> & { readonly batch: string };

/** The entry of a control. */
export const controlDraft = (control: Control, done: Done): EntryDraft => ({ ...done, ...control });

/** The entry that takes an act back. */
export const undoDraft = (target: string, done: Done): EntryDraft => ({
	...done,
	kind: 'undo',
	targets: { batch: target }
});

const LEAVING: ReadonlySet<Control['kind']> = new Set(['suspend', 'bury', 'reset'] as const);

/** Whether a card in front of the learner is to give way to the next one. */
export const leavesCard = ({ kind }: Control): boolean => LEAVING.has(kind);
