import { describe, expect, it } from 'vitest';
import { backupLimitsFor, backupLines, BACKUP_LIMITS, createBackupReader } from './backup';
import type { Backup, BackupHeader, BackupLimits } from './backup';

const header: BackupHeader = {
	learner: { id: 'abc', name: 'Jiwoo' },
	made: { at: 1_795_500_000_000, offset: 540 },
	app: '0.1.0'
};
const backupOf = (entries: readonly unknown[], unreadable: readonly unknown[] = []): Backup => ({
	header,
	entries,
	unreadable
});
const two = backupOf([{ b: 1, a: 2 }, { c: 3 }], ['odd']);
const textOf = (backup: Backup) => [...backupLines(backup)].join('');

function read(text: string, limits?: BackupLimits) {
	const reader = createBackupReader(limits);
	reader.push(text);
	return reader.end();
}

const refusal = (text: string, limits?: BackupLimits) => {
	const result = read(text, limits);
	return result.ok ? undefined : result.error;
};

describe('backupLines', () => {
	it('writes a head, the entries in canonical form, the unreadable records, and an end', () => {
		expect([...backupLines(two)]).toEqual([
			'{"kachi":"backup","format":1,"learner":{"id":"abc","name":"Jiwoo"},' +
				'"made":{"at":1795500000000,"offset":540},"app":"0.1.0","entries":2,"unreadable":1}\n',
			'{"a":2,"b":1}\n',
			'{"c":3}\n',
			'{"unreadable":"odd"}\n',
			'{"kachi":"end","entries":2,"unreadable":1}\n'
		]);
	});

	it('makes each line when it is asked for', () => {
		let read = 0;
		const entry = Object.defineProperty({}, 'late', { get: () => (read += 1), enumerable: true });
		const lines = backupLines(backupOf([entry]));
		lines.next();
		const judged = read;
		expect(lines.next().value).toBe(`{"late":${read}}\n`);
		expect(read).toBeGreaterThan(judged);
	});

	it('puts what JSON cannot hold among the unreadable records, in words', () => {
		const circle: Record<string, unknown> = {};
		circle.self = circle;
		const unfit = [
			{ score: NaN },
			{ n: 1n },
			{ when: new Date(0) },
			circle,
			['list'],
			'text',
			null
		];
		const lines = [...backupLines(backupOf([{ a: 1 }, ...unfit], [new Map([['k', 1]])]))];
		expect(JSON.parse(lines[0] ?? '')).toMatchObject({ entries: 1, unreadable: 8 });
		expect(lines.slice(1)).toEqual([
			'{"a":1}\n',
			'{"unreadable":{"text":"[[\\"k\\",1]]"}}\n',
			'{"unreadable":{"text":"{\\"score\\":\\"NaN\\"}"}}\n',
			'{"unreadable":{"text":"{\\"n\\":\\"1\\"}"}}\n',
			'{"unreadable":{"text":"{\\"when\\":\\"1970-01-01T00:00:00.000Z\\"}"}}\n',
			'{"unreadable":{"text":"[object Object]"}}\n',
			'{"unreadable":["list"]}\n',
			'{"unreadable":"text"}\n',
			'{"unreadable":null}\n',
			'{"kachi":"end","entries":1,"unreadable":8}\n'
		]);
	});

	it.each([126, 127, 128, 129, 10_000])(
		'writes %d levels so that they are read again',
		(levels) => {
			const nested: unknown = JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
			expect(read(textOf(backupOf([{ nested }], [nested]))).ok).toBe(true);
		}
	);

	it('refuses to make what could not be read again', () => {
		const late = { ...header, made: { at: NaN, offset: 0 } };
		expect(() => textOf({ ...two, header: late })).toThrow(TypeError);
		const long = { text: 'x'.repeat(BACKUP_LIMITS.line) };
		expect(() => textOf(backupOf([long]))).toThrow(RangeError);
		const many = new Array(BACKUP_LIMITS.entries + 1).fill(null);
		expect(() => backupLines(backupOf([], many)).next()).toThrow(RangeError);
	});
});

describe('a backup reader', () => {
	it('reads what was written', () => {
		expect(read(textOf(two))).toEqual({ ok: true, value: two });
		expect(read(textOf(backupOf([])))).toEqual({ ok: true, value: backupOf([]) });
	});

	it('keeps that a file holds some entries only, and a learner without a name', () => {
		const part = { ...two, header: { ...header, learner: { id: 'x' }, part: true } };
		expect(read(textOf(part))).toEqual({ ok: true, value: part });
	});

	it('reads a text cut into single characters', () => {
		const reader = createBackupReader();
		for (const char of textOf(two)) expect(reader.push(char)).toBe(true);
		expect(reader.end()).toEqual({ ok: true, value: two });
	});

	it('reads entries that look like an end or like an unreadable record', () => {
		const like = backupOf([{ kachi: 'end', entries: 2, unreadable: 0 }, { unreadable: 1 }]);
		expect(read(textOf(like))).toEqual({ ok: true, value: like });
	});

	it('keeps a member named __proto__', () => {
		const entry: unknown = JSON.parse('{"__proto__":{"a":1},"b":2}');
		const result = read(textOf(backupOf([entry])));
		if (!result.ok) throw new Error(result.error.why);
		const [back] = result.value.entries;
		expect(Object.keys(back as object)).toEqual(['__proto__', 'b']);
		expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
	});

	it('welcomes members of the header that it does not know', () => {
		const text = textOf(two).replace('"format":1', '"format":1,"device":"phone"');
		expect(read(text)).toEqual({ ok: true, value: two });
	});

	it('does without the last line feed', () => {
		expect(read(textOf(two).trimEnd())).toEqual({ ok: true, value: two });
	});

	it.each([
		['nothing', ''],
		['a text', 'Dear diary\n'],
		['other JSON', '{"kachi":"log","version":1}\n'],
		['a list', '[]\n']
	])('refuses %s as foreign', (_, text) => {
		expect(refusal(text)).toEqual({ why: 'foreign', line: 1 });
	});

	it('refuses a greater format as newer, whatever else it says', () => {
		expect(refusal('{"kachi":"backup","format":2}\n')).toEqual({ why: 'newer', line: 1 });
		expect(refusal(textOf(two).replace('"format":1', '"format":7'))?.why).toBe('newer');
	});

	it.each([
		['a header without a learner', '"learner"', '"student"', 1],
		['a count that is none', '"entries":2', '"entries":-2', 1],
		['a line that is no JSON', '{"c":3}', '{"c":3', 3],
		['an entry that is no object', '{"c":3}', '[3]', 3],
		['an empty line', '{"c":3}', '', 3],
		['a record that is not marked as one', '{"unreadable":"odd"}', '{"a":1}', 4],
		['more lines than announced', '{"c":3}', '{"c":3}\n{"d":4}', 4],
		['an end that says otherwise', '"end","entries":2', '"end","entries":3', 5]
	])('refuses %s as damaged', (_, from, to, line) => {
		expect(refusal(textOf(two).replace(from, to))).toEqual({ why: 'damaged', line });
	});

	it('refuses text after the end as damaged', () => {
		expect(refusal(`${textOf(two)}\n`)).toEqual({ why: 'damaged', line: 6 });
		expect(refusal(`${textOf(two)}x`)).toEqual({ why: 'damaged', line: 6 });
		expect(refusal(textOf(two).repeat(2))).toEqual({ why: 'damaged', line: 6 });
	});

	it('refuses every text that ends too early', () => {
		const text = textOf(two);
		const head = text.indexOf('\n');
		for (let length = head; length < text.length - 1; length++) {
			expect(refusal(text.slice(0, length))?.why).toBe('cut');
		}
		expect(refusal(text.replace('{"unreadable":"odd"}\n', ''))?.why).toBe('cut');
		expect(refusal(text.replace('{"c":3}\n', ''))?.why).toBe('cut');
	});

	it('refuses more levels than every engine can walk', () => {
		const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
		expect(refusal(textOf(two).replace('3}', `${nested}}`))).toEqual({ why: 'damaged', line: 3 });
	});

	it('refuses what is past its limits', () => {
		const limits = { line: 300, entries: 3, chars: 1_000 };
		expect(read(textOf(two), limits).ok).toBe(true);
		expect(refusal(textOf(two), { ...limits, chars: 200 })?.why).toBe('too-large');
		expect(refusal(textOf(two), { ...limits, entries: 2 })?.why).toBe('too-large');
		const long = textOf(backupOf([{ text: 'x'.repeat(300) }]));
		expect(refusal(long, limits)).toEqual({ why: 'too-large', line: 2 });
		expect(refusal(long.slice(0, -50), limits)).toEqual({ why: 'too-large', line: 2 });
	});

	it('reads a newer text to its end, so that the checksum can tell a number that was damaged', () => {
		const reader = createBackupReader({ line: 100, entries: 3, chars: 100 });
		expect(reader.push('{"kachi":"backup","format":2}\n')).toBe(true);
		expect(reader.push('whatever stands there')).toBe(true);
		expect(reader.push('x'.repeat(100))).toBe(false);
		expect(reader.end()).toEqual({ ok: false, error: { why: 'newer', line: 1 } });
	});

	it('takes nothing in after the first refusal, which stands', () => {
		const reader = createBackupReader();
		expect(reader.push('x\n')).toBe(false);
		expect(reader.push(textOf(two))).toBe(false);
		expect(reader.end()).toEqual({ ok: false, error: { why: 'foreign', line: 1 } });
	});
});

describe('the limits for a file', () => {
	it('grow with it, from what no log exceeds to what no device bears', () => {
		expect(backupLimitsFor(0).chars).toBe(2 ** 25);
		expect(backupLimitsFor(2 ** 21).chars).toBe(32 * 2 ** 21);
		expect(backupLimitsFor(2 ** 30)).toEqual(BACKUP_LIMITS);
	});
});
