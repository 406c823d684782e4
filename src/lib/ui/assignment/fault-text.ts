import type { Fault } from '$lib/core/assignment/fault';
import { m } from '$lib/paraglide/messages';

const texts: { readonly [K in Exclude<Fault['is'], 'unknown-items'>]: () => string } = {
	cut: m.fault_cut,
	altered: m.fault_altered,
	foreign: m.fault_foreign,
	'too-new': m.fault_too_new,
	'other-kind': m.fault_other_kind,
	'other-teacher': m.fault_other_teacher,
	'other-seed': m.fault_other_seed,
	'other-assignment': m.fault_other_assignment,
	'too-large': m.fault_too_large,
	'bad-name': m.fault_bad_name
};

/** Why a payload was not taken, and what to do. */
export const faultText = (fault: Fault): string =>
	fault.is === 'unknown-items' ? m.fault_unknown_items({ count: fault.count }) : texts[fault.is]();
