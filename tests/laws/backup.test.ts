import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/lib/core/canonical';
import { backupLines, createBackupReader, type Backup } from '../../src/lib/core/log/backup';
import { seededRandom } from '../../src/lib/core/random';
import { packBackup, readBackup } from '../../src/lib/platform/backup-file';
import { allDamages, damageRuns, studiedBackup } from './damage';
import { law } from './law';

const runs = Math.max(500, Number(process.env.KACHI_RUNS) || 0);
const time = 10_000 + 20 * runs;

const keys = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom(
		'__proto__',
		'constructor',
		'toString',
		'kachi',
		'entries',
		'unreadable',
		'\ud800'
	)
);
const json = fc.jsonValue({ noUnicodeString: false });
const entries = fc.array(
	fc.oneof(
		fc.dictionary(keys, json),
		fc.constantFrom({ kachi: 'end' }, { kachi: 'end', entries: 1, unreadable: 0 })
	)
);
const backups: fc.Arbitrary<Backup> = fc.record({
	header: fc.record(
		{
			learner: fc.record({ id: fc.string(), name: fc.string() }, { requiredKeys: ['id'] }),
			made: fc.record({ at: fc.maxSafeInteger(), offset: fc.integer() }),
			app: fc.string(),
			part: fc.boolean()
		},
		{ requiredKeys: ['learner', 'made', 'app'] }
	),
	entries,
	unreadable: fc.array(json)
});

function readIn(text: string, cuts: readonly number[]) {
	const reader = createBackupReader();
	const ends = cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b);
	[0, ...ends].forEach((from, at) => reader.push(text.slice(from, ends[at])));
	return reader.end();
}

describe('a backup', () => {
	law(
		'is read as it was written, however its text is cut into pieces',
		fc.property(backups, fc.array(fc.nat()), (backup, cuts) => {
			const result = readIn([...backupLines(backup)].join(''), cuts);
			if (!result.ok) throw new Error(result.error.why);
			expect(canonicalJson(result.value)).toBe(canonicalJson(backup));
		})
	);

	it(
		'is read as it was written, through its file',
		async () => {
			const property = fc.asyncProperty(backups, async (backup) => {
				const result = await readBackup(new Blob([await packBackup(backup)]));
				if (!result.ok) throw new Error(result.error.why);
				expect(canonicalJson(result.value)).toBe(canonicalJson(backup));
			});
			await fc.assert(property, { numRuns: runs });
		},
		time
	);

	law(
		'holds whatever a log holds: each record is an entry or unreadable, and all can be read',
		fc.property(
			fc.array(fc.anything({ withBigInt: true, withDate: true, withMap: true })),
			(log) => {
				const { header } = studiedBackup(0, seededRandom(''));
				const lines = [...backupLines({ header, entries: log, unreadable: log })];
				const result = readIn(lines.join(''), []);
				if (!result.ok) throw new Error(result.error.why);
				expect(result.value.entries.length + result.value.unreadable.length).toBe(2 * log.length);
			}
		)
	);

	law(
		'loses no line unseen, whatever is changed in its text',
		fc.property(backups, fc.nat(), fc.nat(), fc.string(), (backup, from, to, put) => {
			const text = [...backupLines(backup)].join('');
			const [start, end] = [from % text.length, to % text.length];
			const changed = text.slice(0, start) + put + text.slice(end);
			const result = readIn(changed, []);
			// A change within an entry is for gzip's checksum to find.
			if (result.ok) expect(result.value.entries.length).toBe(backup.entries.length);
		})
	);
});

describe('a damaged backup file', () => {
	it(
		'is refused with a reason, or read exactly as it was written',
		async () => {
			const { refused, same, wrong } = await damageRuns(runs, 'damage', allDamages);
			expect(wrong).toEqual([]);
			expect(same + Object.values(refused).reduce((sum, count) => sum + count, 0)).toBe(runs);
			expect(refused.damaged).toBeGreaterThan(runs / 2);
		},
		time
	);
});
