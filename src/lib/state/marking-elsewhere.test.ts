import { describe, expect, it } from 'vitest';
import { valueOf } from '../../../tests/support/assignments';
import { newDevice } from '../../../tests/support/learners';
import { sealedSheet } from '../../../tests/support/sealed-sheets';
import { newFactory } from '../../../tests/support/stored-logs';
import { openTeaching } from '../../../tests/support/teachers';
import { POLICIES } from '../core/teaching/set-policy';
import { Marking } from './marking.svelte';
import type { Teaching } from './teaching.svelte';

async function newQuiz(teaching: Teaching, title: string) {
	const items = ['own-bank/one#'] as const;
	const set = { ...teaching.newSet(POLICIES.practice), title, items };
	await teaching.saveSet(set);
	return valueOf(await teaching.send(set));
}

describe('sheets that come in', () => {
	it('are said to be of another quiz where they are, and count there', async () => {
		const teaching = await openTeaching(newDevice(newFactory()));
		await teaching.call('Ms Kim');
		const [week, test] = [await newQuiz(teaching, 'Week 1'), await newQuiz(teaching, 'Chapter 3')];
		const marking = new Marking(teaching, week.set);
		await marking.open();
		const sheets = [
			await sealedSheet(week.payload, { name: 'Ana' }),
			await sealedSheet(test.payload, { name: 'Minseo' })
		];
		const incoming = await marking.previewAll(sheets);
		expect(marking.elsewhere(incoming)).toEqual([{ set: test.set, title: 'Chapter 3', count: 1 }]);
		await marking.take(incoming);
		expect(marking.gradebook.rows.map(({ name }) => name)).toEqual(['Ana']);
		const other = new Marking(teaching, test.set);
		await other.open();
		expect(other.gradebook.rows.map(({ name }) => name)).toEqual(['Minseo']);
	});
});
