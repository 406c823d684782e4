import { describe, expect, it } from 'vitest';
import { countingIds, newFactory } from '../../../tests/support/stored-logs';
import { createDeviceStore } from './device-store';

const deviceStore = (factory = newFactory(), scope = '/', ids = countingIds()) =>
	createDeviceStore(scope, factory, ids);

describe('a device store', () => {
	it('makes one learner, even for two tabs at once', async () => {
		const factory = newFactory();
		const ids = countingIds();
		const [one, other] = [1, 2].map(() => deviceStore(factory, '/', ids));
		const learners = await Promise.all([one?.learner(), other?.learner()]);
		expect(learners[0]).toEqual(learners[1]);
		expect(await one?.learners()).toHaveLength(1);
	});

	it('puts the chosen learner first and keeps the others and what is known of each', async () => {
		const store = deviceStore();
		const first = await store.learner();
		await store.choose({ id: 'second', name: 'Two', expected: true });
		await store.choose(first);
		await store.choose({ id: 'second' });
		expect(await store.learners()).toEqual([{ id: 'second', name: 'Two', expected: true }, first]);
		expect((await store.learner()).id).toBe('second');
	});

	it('adds a learner before the others, and renames one alone', async () => {
		const store = deviceStore();
		const first = await store.learner();
		const added = await store.add('Mina');
		expect(added.id).not.toBe(first.id);
		expect(await store.learners()).toEqual([added, first]);
		await store.expect(added.id, true);
		await store.rename(added.id, '민아');
		expect(await store.learners()).toEqual([{ id: added.id, name: '민아', expected: true }, first]);
		await store.rename('nobody', 'Nobody');
		expect(await store.learners()).toHaveLength(2);
	});

	it('notes of one learner alone that answers are expected', async () => {
		const store = deviceStore();
		const first = await store.learner();
		await store.choose({ id: 'second' });
		await store.expect(first.id, true);
		expect(await store.learners()).toEqual([{ id: 'second' }, { ...first, expected: true }]);
		await store.expect(first.id, false);
		expect((await store.learners())[1]).toEqual({ ...first, expected: false });
	});

	it('forgets a learner, and makes another when none is left', async () => {
		const store = deviceStore();
		const { id } = await store.learner();
		await store.remove(id);
		expect(await store.learners()).toEqual([]);
		expect((await store.learner()).id).not.toBe(id);
	});

	it('keeps preferences, and those of two paths apart', async () => {
		const factory = newFactory();
		await deviceStore(factory, '/').savePreferences({ theme: 'dark' });
		expect(await deviceStore(factory, '/').preferences()).toEqual({ theme: 'dark' });
		expect(await deviceStore(factory, '/kachi/').preferences()).toEqual({});
	});
});
