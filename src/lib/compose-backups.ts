/** The part of the composition root that is loaded when a log is to be handled as a whole. */
import { version } from '$app/environment';
import type { Assignments } from './compose-assignments';
import type { LearnerRecord, LogStore } from './core/ports';
import { packBackup, readBackup } from './platform/backup-file';
import { randomIds } from './platform/random-ids';
import { saveFile } from './platform/save-file';
import { sha256Hex } from './platform/sha256';
import { Backups } from './state/backups.svelte';
import type { Learner } from './state/learner.svelte';
import { Learners, type LearnersPorts } from './state/learners.svelte';
import { LogCheck } from './state/log-check.svelte';

const DEVICE_BITS = 80;

/** What the app brings along. */
export interface BackupParts {
	readonly learner: Learner;
	openStore(learner: string): LogStore;
	learners(): Promise<readonly LearnerRecord[]>;
	choose(learner: LearnerRecord): Promise<void>;
	erase(learner: string): Promise<void>;
	assignments(): Promise<Assignments>;
}

export const composeBackups = ({ learner, assignments, ...stores }: BackupParts): Backups =>
	new Backups(learner, {
		...stores,
		eraseBorrowed: async () => (await (await assignments()).borrowedIfAny())?.eraseAll(),
		pack: packBackup,
		read: readBackup,
		save: (name, bytes) => saveFile(name, bytes, 'application/octet-stream'),
		newDevice: () => randomIds.id(DEVICE_BITS),
		app: version
	});

export const composeLogCheck = (learner: Learner): LogCheck => new LogCheck(learner, sha256Hex);

export const composeLearners = (learner: Learner, ports: LearnersPorts): Learners =>
	new Learners(learner, ports);
