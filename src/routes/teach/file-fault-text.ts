import { m } from '$lib/paraglide/messages';
import type { FileFault } from '$lib/state/teacher-file';
import { faultText } from '$lib/ui/assignment/fault-text';

/** Why a teacher's file was not taken, and what to do. */
export function fileFaultText(fault: FileFault): string {
	switch (fault.is) {
		case 'learner':
			return m.file_fault_learner();
		case 'teaches-here':
			return m.file_fault_teaches_here();
		case 'foreign':
			return m.file_fault_foreign();
		case 'other-kind':
			return m.file_fault_kind();
		case 'cut':
			return m.data_refused_cut();
		case 'altered':
			return m.data_refused_damaged();
		case 'too-new':
			return m.data_refused_newer();
		case 'too-large':
			return m.data_refused_large();
		default:
			return faultText(fault);
	}
}
