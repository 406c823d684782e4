/** Students outside the browser: they seal sheets for a quiz of own questions. */
import { openAssignment } from '../../src/lib/core/assignment/assignment';
import type { Bytes } from '../../src/lib/core/assignment/bytes';
import { sealSheet } from '../../src/lib/core/assignment/sheet';
import type { SheetBody } from '../../src/lib/core/assignment/sheet-codec';
import { randomBytes } from '../../src/lib/platform/assignment/assignment-crypto';
import { makeDeviceKey, signerOf } from '../../src/lib/platform/assignment/keys';
import { BANK, crypto, valueOf } from './assignments';

/** A sheet for an assignment, sealed on a phone of its own; blank where nothing else is said. */
export async function sealedSheet(
	assignment: Uint8Array,
	change: Partial<Pick<SheetBody, 'name' | 'classNumber' | 'number' | 'answers'>>
): Promise<Bytes> {
	const { id, document, items } = valueOf(await openAssignment(assignment, crypto, BANK));
	const body: SheetBody = {
		...{ attempt: randomBytes(8), number: 1, name: 'Minseo' },
		...{ started: { at: Date.UTC(2026, 4, 4), offset: 540 }, lasted: 60_000, borrowed: false },
		...{ answers: items.map(() => null), spent: items.map(() => 1_000) },
		...change
	};
	const device = await signerOf(await makeDeviceKey());
	return valueOf(await sealSheet(body, { id, sealKey: document.sealKey }, device, crypto)).payload;
}
