import type { Fold } from '../log/fold';

/** The setting of a learner's own log that switches teaching on. */
export const TEACHING = 'teaching';

/** Whether a learner has switched teaching on. */
export const isTeaching = ({ settings }: Pick<Fold, 'settings'>): boolean =>
	settings.live.get(TEACHING) === true;
