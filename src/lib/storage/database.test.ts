import { describe, expect, it } from 'vitest';
import { newFactory } from '../../../tests/support/stored-logs';
import { openDatabase } from './database';

describe('a database', () => {
	const schema = { name: 'x', version: 1, stores: ['s'] };

	it('reports a newer version instead of touching it', async () => {
		const factory = newFactory();
		await openDatabase({ ...schema, version: 7 }, factory).transact(['s'], 'readonly', () => 1);
		const older = openDatabase(schema, factory).transact(['s'], 'readonly', () => 1);
		await expect(older).rejects.toMatchObject({ trouble: 'newer' });
	});

	it('opens a lost connection anew and replays, at most three times', async () => {
		const database = openDatabase(schema, newFactory());
		let runs = 0;
		const lost = () => {
			runs += 1;
			throw new DOMException('lost', 'InvalidStateError');
		};
		await expect(database.transact(['s'], 'readwrite', lost)).rejects.toMatchObject({
			trouble: 'lost'
		});
		expect(runs).toBe(4);
		const value = await database.transact(['s'], 'readwrite', () => (++runs < 7 ? lost() : 'in'));
		expect(value).toBe('in');
	});

	it('names a full device as such, at once', async () => {
		let runs = 0;
		const full = openDatabase(schema, newFactory()).transact(['s'], 'readwrite', () => {
			runs += 1;
			throw new DOMException('full', 'QuotaExceededError');
		});
		await expect(full).rejects.toMatchObject({ trouble: 'quota' });
		expect(runs).toBe(1);
	});

	it('keeps nothing of a transaction that failed halfway', async () => {
		const database = openDatabase(schema, newFactory());
		const halfway = database.transact(['s'], 'readwrite', (transaction) => {
			transaction.objectStore('s').add(1, 'a');
			throw new DOMException('full', 'QuotaExceededError');
		});
		await expect(halfway).rejects.toMatchObject({ trouble: 'quota' });
		const keys = await database.store('s')(
			'readonly',
			(store) =>
				new Promise((resolve) => {
					const request = store.getAllKeys();
					request.onsuccess = () => resolve(request.result);
				})
		);
		expect(keys).toEqual([]);
	});
});
