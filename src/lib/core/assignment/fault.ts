import { fail } from '../result';
import type { DocumentKind } from './frame';

/** Why a payload was not taken; a page has one sentence for each. */
export type Fault =
	/** It ends before it should: the link has lost its second half. */
	| { readonly is: 'cut' }
	/** It is one of ours, and is not as it was made. */
	| { readonly is: 'altered' }
	/** It is nothing of Kachi's. */
	| { readonly is: 'foreign' }
	/** A newer Kachi made it. */
	| { readonly is: 'too-new' }
	/** It is whole so far, and not what was asked for. */
	| { readonly is: 'other-kind'; readonly found: DocumentKind }
	/** It was made by, or for, another teacher than the one it was held to. */
	| { readonly is: 'other-teacher' }
	/** It is a teacher's file, and the 24 words at hand are of another seed. */
	| { readonly is: 'other-seed' }
	/** It belongs to another assignment; so does what was moved from one to another. */
	| { readonly is: 'other-assignment' }
	/** It goes beyond a cap. */
	| { readonly is: 'too-large' }
	/** A name or a title in it has what no name may have. */
	| { readonly is: 'bad-name' }
	/** It names items that are not in the banks at hand: newer ones, or older. */
	| { readonly is: 'unknown-items'; readonly count: number };

/** The faults that have nothing more to say of themselves. */
export type PlainFault = Exclude<Fault['is'], 'other-kind' | 'unknown-items'>;

/** A failure with one of the plain faults. */
export const faulty = (is: PlainFault): { readonly ok: false; readonly error: Fault } =>
	fail<Fault>({ is });
