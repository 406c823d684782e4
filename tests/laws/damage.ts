import type { Backup } from '../../src/lib/core/log/backup';
import { canonicalJson } from '../../src/lib/core/canonical';
import { seededRandom, type Random } from '../../src/lib/core/random';
import { packBackup, readBackup } from '../../src/lib/platform/backup-file';

type Bytes = Uint8Array<ArrayBuffer>;

const DAY_MS = 86_400_000;
const whole = (random: Random, below: number) => Math.floor(random() * below);

/** A log like that of someone who studies every day: mostly reviews, now and then an undo. */
function studiedEntries(count: number, random: Random): readonly unknown[] {
	const device = Array.from({ length: 16 }, () => whole(random, 32).toString(32)).join('');
	let at = Date.UTC(2026, 0, 5, 7);
	return Array.from({ length: count }, (_, index) => {
		at += index % 120 === 119 ? DAY_MS : 2_000 + whole(random, 20_000);
		const day = Math.floor(at / DAY_MS);
		const stamp = { v: 1, id: `${device}.${index + 1}`, t: at, at, offset: 540, day };
		const act = { ...stamp, batch: whole(random, 2 ** 40).toString(32) };
		if (index % 50 === 49)
			return { ...act, kind: 'undo', targets: { ids: [`${device}.${index}`] } };
		return { ...act, ...review(random) };
	});
}

function review(random: Random): object {
	const card = `constitution/법-${whole(random, 2_000)}#`;
	const rating = 1 + whole(random, 4);
	return {
		kind: 'review',
		card,
		revision: `${whole(random, 2 ** 32).toString(16)}`,
		itemKind: 'choice',
		rating,
		score: rating > 1 ? 1 : 0,
		response: { kind: 'choice', chosen: [whole(random, 4)] },
		mode: 'study',
		durationMs: whole(random, 60_000),
		scheduler: 'fsrs-6',
		interval: 1 + whole(random, 365)
	};
}

export function studiedBackup(count: number, random: Random): Backup {
	return {
		header: {
			learner: { id: '0123456789abcdef', name: 'Jiwoo 지우' },
			made: { at: Date.UTC(2026, 10, 24), offset: 540 },
			app: '0.1.0'
		},
		entries: studiedEntries(count, random),
		unreadable: [{ lost: true }, 'not an entry']
	};
}

/** What can happen to a file on its way. */
const damages = {
	byte: (bytes: Bytes, random: Random) => {
		const changed = bytes.slice();
		const at = whole(random, bytes.length);
		changed[at] = (bytes[at] ?? 0) ^ (1 + whole(random, 255));
		return [changed];
	},
	bit: (bytes: Bytes, random: Random) => {
		const changed = bytes.slice();
		const at = whole(random, bytes.length);
		changed[at] = (bytes[at] ?? 0) ^ (1 << whole(random, 8));
		return [changed];
	},
	cut: (bytes: Bytes, random: Random) => [bytes.subarray(0, whole(random, bytes.length))],
	insert: (bytes: Bytes, random: Random) => {
		const at = whole(random, bytes.length + 1);
		const slice = Uint8Array.from({ length: 1 + whole(random, 64) }, () => whole(random, 256));
		return [bytes.subarray(0, at), slice, bytes.subarray(at)];
	},
	duplicate: (bytes: Bytes, random: Random) => {
		const ends = [whole(random, bytes.length), whole(random, bytes.length)];
		const [from, to] = [Math.min(...ends), Math.max(...ends) + 1];
		return [bytes.subarray(0, to), bytes.subarray(from)];
	}
} satisfies Record<string, (bytes: Bytes, random: Random) => Bytes[]>;

export type Damage = keyof typeof damages;
export const allDamages = Object.keys(damages) as readonly Damage[];

export interface DamageReport {
	/** How many were refused, by reason. */
	readonly refused: Readonly<Record<string, number>>;
	/** Read exactly as written: what changed carries no meaning, such as the time in gzip's head. */
	readonly same: number;
	/** Read, but not as written. There must be none. */
	readonly wrong: readonly { readonly run: number; readonly damage: Damage }[];
	readonly longestMs: number;
	/** What the reading takes: the most that was in use after one, and by how much it grew. */
	readonly heapBytes: { readonly most: number; readonly grown: number };
}

/** Flips of a byte, flips of a bit and cuts, two to one to one. */
const MIX: readonly Damage[] = ['byte', 'bit', 'byte', 'cut'];

/** Reads a backup of 240 entries so many times, damaged each time in another way. */
export async function damageRuns(
	runs: number,
	seed: string,
	mix: readonly Damage[] = MIX
): Promise<DamageReport> {
	const random = seededRandom(seed);
	const backup = studiedBackup(240, random);
	const bytes = await packBackup(backup);
	const refused: Record<string, number> = {};
	const wrong: { run: number; damage: Damage }[] = [];
	let [same, longestMs] = [0, 0];
	const before = process.memoryUsage().heapUsed;
	let most = before;
	for (let run = 0; run < runs; run++) {
		const damage = mix[run % mix.length] ?? 'byte';
		const since = performance.now();
		const read = await readBackup(new Blob(damages[damage](bytes, random)));
		longestMs = Math.max(longestMs, performance.now() - since);
		most = Math.max(most, process.memoryUsage().heapUsed);
		if (!read.ok) refused[read.error.why] = (refused[read.error.why] ?? 0) + 1;
		else if (canonicalJson(read.value) === canonicalJson(backup)) same += 1;
		else wrong.push({ run, damage });
	}
	const heapBytes = { most, grown: process.memoryUsage().heapUsed - before };
	return { refused, same, wrong, longestMs, heapBytes };
}
