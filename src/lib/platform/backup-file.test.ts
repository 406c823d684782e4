import { readFileSync } from 'node:fs';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { contentOf } from '$lib/core/log/order';
import { packBackup, readBackup } from './backup-file';

const backup = {
	header: { learner: { id: 'abc' }, made: { at: 1, offset: 0 }, app: '0.1.0' },
	entries: [{ id: 'd.1', text: '한국어 😀 \ud800' }],
	unreadable: [17]
};

const head = (entries: number) =>
	'{"kachi":"backup","format":1,"learner":{"id":"a"},"made":{"at":1,"offset":0},' +
	`"app":"0","entries":${entries},"unreadable":0}\n`;

const deflate = (text: string) =>
	deflateRawSync(text, { level: 9, finishFlush: constants.Z_FULL_FLUSH });

/** Gzip of a head and of a piece again and again: some MB that come to 1 GB. */
function bomb(entries: number, piece: string): Blob {
	const gzipHead = new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
	// After a full flush, what follows does not depend on what came before: it can be repeated.
	const packed = deflate(piece);
	const pieces = Array.from({ length: Math.ceil(2 ** 30 / piece.length) }, () => packed);
	return new Blob([gzipHead, deflate(head(entries)), ...pieces]);
}

describe('a backup file', () => {
	it('is read as it was written, lone surrogates too', async () => {
		const bytes = await packBackup(backup);
		expect(await readBackup(new Blob([bytes]))).toEqual({ ok: true, value: backup });
	});

	it('that an older app made is read for ever', async () => {
		const url = (name: string) =>
			new URL(`../../../tests/fixtures/log/v1/${name}`, import.meta.url);
		const values = JSON.parse(readFileSync(url('entries.json'), 'utf8')) as readonly unknown[];
		const read = await readBackup(new Blob([readFileSync(url('backup.kachi'))]));
		if (!read.ok) throw new Error(read.error.why);
		const { header, entries, unreadable } = read.value;
		expect(header.learner).toEqual({ id: 'k4ch1', name: '같이' });
		expect([...entries, ...unreadable].map(contentOf).sort()).toEqual(values.map(contentOf).sort());
	});

	it.each([
		['no gzip', 'hello', 'foreign'],
		['gzip of something else', gzipSync('hello\n'), 'foreign'],
		['gzip of half a backup', gzipSync(head(1)), 'cut'],
		['gzip that is cut', gzipSync(head(1)).subarray(0, 30), 'damaged']
	])('is refused when it is %s', async (_, content, why) => {
		const result = await readBackup(new Blob([content]));
		expect(result).toMatchObject({ ok: false, error: { why } });
	});

	it.each([
		['in one line', 1, 'x'.repeat(2 ** 20)],
		['in a million entries', 2 ** 20, `{"text":"${'x'.repeat(1_012)}"}\n`.repeat(1_024)]
	])(
		'is refused when it bursts %s, before the memory is full',
		async (_, entries, piece) => {
			const file = bomb(entries, piece);
			expect(file.size).toBeLessThan(5 * 2 ** 20);
			const before = process.memoryUsage().rss;
			expect(await readBackup(file)).toMatchObject({ ok: false, error: { why: 'too-large' } });
			expect(process.memoryUsage().rss - before).toBeLessThan(2 ** 29);
		},
		20_000
	);
});
