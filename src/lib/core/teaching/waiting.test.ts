import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/assignments';
import { hex } from '../assignment/bytes';
import { makeAssignment } from '../assignment/assignment';
import { sealSheet } from '../assignment/sheet';
import { waitingSheets } from './waiting';

const { crypto, valueOf } = made;
const none = { documents: { live: new Map() } } as never;

describe('sheets that a phone collected', () => {
	it('wait for their set until they are taken in, those of another teacher never', async () => {
		const draft = await made.draftOf([made.own(made.ITEMS.text)]);
		const { id } = valueOf(await makeAssignment(draft, await made.toolsOf()));
		const body = { ...made.BODY, answers: ['Nara'], spent: [0] };
		const to = { id, sealKey: draft.sealKey };
		const { payload } = valueOf(await sealSheet(body, to, await made.device(), crypto));
		const sheet = { id: 'aa', payload };
		const sent = [{ id: hex(id), set: 's' }];
		expect(waitingSheets([sheet], sent, none)).toEqual([{ payload, set: 's' }]);
		expect(waitingSheets([sheet], [{ id: '00'.repeat(32), set: 's' }], none)).toEqual([]);
		const taken = { documents: { live: new Map([['aa', {}]]) } } as never;
		expect(waitingSheets([sheet], sent, taken)).toEqual([]);
	});
});
