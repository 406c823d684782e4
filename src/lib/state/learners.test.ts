import { describe, expect, it } from 'vitest';
import {
	answerCard,
	newDevice,
	openLearner,
	storeOf,
	type Device
} from '../../../tests/support/learners';
import { newFactory } from '../../../tests/support/stored-logs';
import { StorageFailure } from '../core/storage-failure';
import type { Learner } from './learner.svelte';
import { Learners, type LearnersPorts } from './learners.svelte';

const CARD = 'bank/item#';

function learnersOf(device: Device, learner: Learner, ports: Partial<LearnersPorts> = {}) {
	return new Learners(learner, {
		add: (name) => device.people.add(name),
		rename: (id, name) => device.people.rename(id, name),
		changed: () => Promise.resolve(),
		...ports
	});
}

const broken = () => Promise.reject(new StorageFailure('quota', 'full'));

describe('a learner who is added', () => {
	it('begins with an empty log, and the one of before keeps theirs', async () => {
		const device = newDevice(newFactory());
		const learner = await openLearner(device);
		const before = learner.record?.id ?? '';
		await answerCard(learner, CARD);
		const learners = learnersOf(device, learner);
		await learners.add('Mina');
		expect(learners.stage).toEqual({ is: 'added', name: 'Mina' });
		expect(learner.record).toMatchObject({ name: 'Mina' });
		expect(learner.record?.id).not.toBe(before);
		expect(learner.stateOf(CARD)).toBeUndefined();
		expect(await storeOf(device, before).readAll()).toHaveLength(1);
	});

	it('is not added while an answer waits, which would become theirs', async () => {
		const device = newDevice(newFactory());
		const store = storeOf(device, 'me');
		const learner = await openLearner(device, {
			openLog: () => Promise.resolve({ learner: { id: 'me' }, store: { ...store, append: broken } })
		});
		await answerCard(learner, CARD);
		const learners = learnersOf(device, learner);
		await learners.add('Mina');
		expect(learners.stage).toEqual({ is: 'failed', with: 'adding', trouble: 'quota' });
		expect(await device.people.learners()).toEqual([]);
		expect(learner.stateOf(CARD)).toBeDefined();
	});

	it('is not there where the device keeps nothing, and that is said', async () => {
		const device = newDevice(newFactory());
		const learner = await openLearner(device);
		const before = learner.record;
		const learners = learnersOf(device, learner, { add: broken });
		await learners.add('Mina');
		expect(learners.stage).toEqual({ is: 'failed', with: 'adding', trouble: 'quota' });
		expect(learner.record).toEqual(before);
		learners.dismiss();
		expect(learners.stage).toEqual({ is: 'idle' });
	});
});

describe('a name', () => {
	it('is given to the learner of now alone, and no entry is made of it', async () => {
		const device = newDevice(newFactory());
		const learner = await openLearner(device);
		const learners = learnersOf(device, learner);
		await learners.add('Mina');
		await learners.rename('민아');
		expect(learner.record?.name).toBe('민아');
		expect((await device.people.learners()).map(({ name }) => name)).toEqual(['민아', undefined]);
		expect(await learner.store?.readAll()).toEqual([]);
	});

	it('is kept although another name, or another learner, follows at once', async () => {
		const device = newDevice(newFactory());
		const learner = await openLearner(device);
		const learners = learnersOf(device, learner);
		await Promise.all([
			learners.rename('Ju'),
			learners.rename('Jun'),
			learners.add('Mina'),
			learners.add('Mina')
		]);
		expect(learners.stage).toEqual({ is: 'added', name: 'Mina' });
		expect(learner.record?.name).toBe('Mina');
		expect((await device.people.learners()).map(({ name }) => name)).toEqual(['Mina', 'Jun']);
	});

	it('stays as it was where it could not be kept', async () => {
		const device = newDevice(newFactory());
		const learner = await openLearner(device);
		const learners = learnersOf(device, learner, { rename: broken });
		await learners.rename('Mina');
		expect(learners.stage).toEqual({ is: 'failed', with: 'renaming', trouble: 'quota' });
		expect(learner.record?.name).toBeUndefined();
	});
});
