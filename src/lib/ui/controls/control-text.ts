import type { Control } from '$lib/core/log/control';
import { m } from '$lib/paraglide/messages';
import { flagText } from './flag-text';

const done = {
	suspend: m.controls_did_suspend,
	resume: m.controls_did_resume,
	bury: m.controls_did_bury,
	reset: m.controls_did_reset,
	clear: m.controls_did_clear
};

/** What was done, in a few words. */
export function controlText(control: Control): string {
	switch (control.kind) {
		case 'flag':
			return control.flag === 0
				? m.controls_did_unflag()
				: m.controls_did_flag({ name: flagText(control.flag) });
		case 'note':
			return control.text === '' ? m.controls_did_unnote() : m.controls_did_note();
		default:
			return done[control.kind]();
	}
}
