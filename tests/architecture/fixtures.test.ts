import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const folder = new URL('../fixtures/log/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));

const listed = read('SHA256SUMS').toString().trim().split('\n');

const files = readdirSync(fileURLToPath(folder), { withFileTypes: true })
	.filter((entry) => entry.isDirectory())
	.flatMap(({ name }) => readdirSync(new URL(`${name}/`, folder)).map((file) => `${name}/${file}`));

describe('frozen logs', () => {
	it('are as they were when they were frozen, and none is missing or unlisted', () => {
		const found = files.map(
			(file) => `${createHash('sha256').update(read(file)).digest('hex')}  ${file}`
		);
		expect(found.sort()).toEqual([...listed].sort());
	});
});
