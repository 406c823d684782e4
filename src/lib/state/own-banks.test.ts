import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ReadBlock } from '$lib/core/bank/pasted';
import { newDevice, openLearner } from '../../../tests/support/learners';
import { countingIds, newFactory } from '../../../tests/support/stored-logs';
import { Library } from './library.svelte';
import { shelveOwnBanks } from './own-banks';
import { Pasting } from './pasting.svelte';

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Each line is a card. */
const read = async (text: string): Promise<readonly ReadBlock[]> =>
	text.split('\n').map((front, at) => ({
		...{ fromLine: at + 1, toLine: at + 1 },
		item: { kind: 'flashcard', front, back: 'back' }
	}));

async function begin(reads = read) {
	const device = newDevice(newFactory());
	const library = new Library([], {});
	const open = () => openLearner(device, { shelve: async (fold) => shelveOwnBanks(fold, library) });
	const learner = await open();
	const ids = countingIds('x');
	const pasting = new Pasting(learner, {
		...{ digest, read: reads, isColumns: () => true },
		ids: {
			id: (bits) =>
				ids
					.id(bits)
					.toLowerCase()
					.replace(/[^a-z0-9]/g, '')
		},
		rulesBrokenBy: async (items) => items.map(() => [13])
	});
	return { device, library, learner, pasting, open };
}

async function keep(pasting: Pasting, text: string, title: string): Promise<void> {
	pasting.text = text;
	await pasting.keep(title);
}

const titles = ({ banks }: Library) => banks.map(({ title }) => title.ko);

describe('what was pasted', () => {
	it('is shown with what the rules advise, before anything is kept', async () => {
		const { pasting, library } = await begin();
		pasting.text = 'one\ntwo';
		await pasting.read();
		expect(pasting.stage).toMatchObject({
			is: 'read',
			preview: {
				items: [{}, {}],
				warnings: new Map([
					[1, [13]],
					[2, [13]]
				])
			}
		});
		expect(library.banks).toEqual([]);
	});

	it('stands on the shelf at once, and after the log was opened again', async () => {
		const { pasting, library, learner } = await begin();
		await keep(pasting, 'one\ntwo', 'Words');
		expect(pasting.stage).toMatchObject({ is: 'kept', title: 'Words', count: 2 });
		const [card] = library.cards;
		expect(await library.item(card?.item ?? '')).toMatchObject({
			...{ item: { front: 'one', explanation: '', evidence: [] }, sources: [] }
		});
		await learner.reopen();
		expect(titles(library)).toEqual(['Words']);
		const other = new Library([], {});
		shelveOwnBanks(learner.fold, other);
		expect(titles(other)).toEqual(['Words']);
		expect((await other.list())[0]?.texts).toHaveProperty(card?.item.split('/')[1] ?? '');
	});

	it('is kept as it was typed or chosen last, though the page still reads it', async () => {
		let goOn: () => void = () => undefined;
		const isKept = new Promise<void>((resolve) => (goOn = resolve));
		let readings = 0;
		const { pasting } = await begin(async (text) => {
			if ((readings += 1) === 3) await isKept;
			return read(text);
		});
		pasting.text = 'one';
		await pasting.read();
		pasting.text = 'one\ntwo';
		const keeping = pasting.keep('Words');
		const reading = pasting.read();
		await keeping;
		goOn();
		await reading;
		expect(pasting.stage).toMatchObject({ is: 'kept', count: 2 });
	});

	it('is added to a bank that is there, without what it has', async () => {
		const { pasting, library } = await begin();
		await keep(pasting, 'one\ntwo', 'Words');
		pasting.intoId = pasting.banks[0]?.id;
		await keep(pasting, 'two\nthree', '');
		expect(pasting.stage).toMatchObject({ is: 'kept', count: 1 });
		expect(library.cards).toHaveLength(3);
		expect(pasting.banks).toHaveLength(1);
	});

	it('is numbered where another is called so already', async () => {
		const { pasting, library } = await begin();
		await keep(pasting, 'one', 'Words');
		await keep(pasting, 'two', 'words');
		await keep(pasting, 'three', 'x'.repeat(60));
		await keep(pasting, 'four', 'x'.repeat(60));
		const long = `${'x'.repeat(55)} 2`;
		expect(titles(library)).toEqual(['Words', 'words 2', 'x'.repeat(60), long]);
		const last = pasting.banks.find(({ title }) => title === long);
		if (last) await pasting.rename(last, 'WORDS');
		expect(titles(library)).toContain('WORDS 3');
	});

	it('bears its new name, and is gone for good when it was removed', async () => {
		const { pasting, library, learner } = await begin();
		await keep(pasting, 'one', 'Words');
		const [bank] = pasting.banks;
		if (!bank) throw new Error('no bank');
		await pasting.rename(bank, 'Other');
		// The name of before makes the very document of before.
		await pasting.rename({ ...bank, title: 'Other' }, 'Words');
		expect(titles(library)).toEqual(['Words']);
		await pasting.remove(bank);
		expect([titles(library), pasting.banks]).toEqual([[], []]);
		expect(learner.fold.documents.live.size).toBe(0);
	});

	it('is not another learner’s', async () => {
		const { pasting, library, learner, device } = await begin();
		await keep(pasting, 'one', 'Words');
		await learner.handOver(async () => void (await device.people.add('Jun')));
		expect(titles(library)).toEqual([]);
	});

	it('is too much beyond two million characters, and nothing is lost', async () => {
		const { pasting } = await begin();
		pasting.text = 'x'.repeat(2_000_001);
		await pasting.read();
		expect(pasting.stage).toEqual({ is: 'too-much' });
		await pasting.keep('Words');
		expect(pasting.text).toHaveLength(2_000_001);
	});
});
