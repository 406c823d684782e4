import type { KeyMode, Moment, Policy } from '$lib/core/assignment/policy';
import type { Fault } from '$lib/core/assignment/fault';
import type { SentLabel } from '$lib/core/teaching/sent';
import { m } from '$lib/paraglide/messages';

const MINUTE_MS = 60_000;

const keyModes: Readonly<Record<KeyMode, { label: () => string; help: () => string }>> = {
	'at-once': { label: m.teach_keys_at_once, help: m.teach_keys_at_once_help },
	release: { label: m.teach_keys_release, help: m.teach_keys_release_help },
	device: { label: m.teach_keys_device, help: m.teach_keys_device_help }
};

const labels: Readonly<Record<SentLabel, () => string>> = {
	first: m.teach_label_first,
	again: m.teach_label_again,
	'more-time': m.teach_label_more
};

const counts: Readonly<Record<Policy['counts'], () => string>> = {
	first: m.teach_counts_first,
	best: m.teach_counts_best,
	last: m.teach_counts_last
};

const feedbacks: Readonly<Record<Policy['feedback'], () => string>> = {
	each: m.teach_feedback_each,
	end: m.teach_feedback_end,
	release: m.teach_feedback_release
};

export const keyModeText = (mode: KeyMode): string => keyModes[mode].label();
/** What students could find out. */
export const keyModeHelp = (mode: KeyMode): string => keyModes[mode].help();
export const sentLabelText = (label: SentLabel): string => labels[label]();
export const countsText = (value: Policy['counts']): string => counts[value]();
export const feedbackText = (value: Policy['feedback']): string => feedbacks[value]();

/** Day and time as the clock of whoever chose them showed them. */
export const momentText = ({ at, offset }: Moment, lang: string): string =>
	new Intl.DateTimeFormat(lang, {
		dateStyle: 'medium',
		timeStyle: 'short',
		timeZone: 'UTC'
	}).format(at + offset * MINUTE_MS);

/** Why a quiz did not go out, of what the protocol refuses. */
function documentFaultText(fault: Fault): string {
	switch (fault.is) {
		case 'too-large':
			return m.teach_fault_large();
		case 'unknown-items':
			return m.teach_fault_unknown();
		default:
			return m.teach_fault_altered();
	}
}

type Own =
	| { readonly is: 'untitled' | 'empty' | 'words' | 'not-saved' }
	| { readonly is: 'gone'; readonly count: number };

/** Why nothing went out, and what to do. */
export function sendFaultText(fault: Fault | Own): string {
	switch (fault.is) {
		case 'untitled':
			return m.teach_fault_untitled();
		case 'empty':
			return m.teach_fault_empty();
		case 'gone':
			return m.teach_fault_gone({ count: fault.count });
		case 'words':
			return m.words_before_test();
		case 'not-saved':
			return m.teach_unsaved();
		default:
			return documentFaultText(fault);
	}
}
