import { describe, expect, it } from 'vitest';
import * as made from '../../../../tests/support/assignments';
import { makeAssignment, openAssignment, readKeys, releaseKeys, writtenKeys } from './assignment';
import type { AssignmentDraft, PickedItem } from './assignment';
import { headOf } from './assignment-codec';
import { bundledCard, BundledCards } from './bundled';
import { concat, hex } from './bytes';
import { MAX_FIELD, MAX_ITEMS, MAX_OPTIONS } from './caps';
import { encodeCbor, type Cbor } from './cbor';
import { makeClass } from './class-document';
import { portableItem } from './key-codec';
import type { KeyMode } from './policy';
import type { AssignableItem } from './public-document';
import { signPlain } from './signed';

const { crypto, BANK, OWN, BUNDLED } = made;

const make = async (draft: AssignmentDraft, seed = made.SEED) =>
	makeAssignment(draft, await made.toolsOf(seed));

const sent = async (items: readonly PickedItem[], mode: KeyMode = 'at-once', fields = {}) =>
	made.valueOf(await make(await made.draftOf(items, mode, fields)));

const open = (payload: Uint8Array, bank = BANK, teacher?: Uint8Array) =>
	openAssignment(payload, crypto, bank, teacher);

describe('an assignment of bundled items', () => {
	it('names them by eight bytes, and has the whole hashes in its id', async () => {
		const { payload, id } = await sent(BUNDLED);
		const opened = made.valueOf(await open(payload));
		expect(opened.id).toEqual(id);
		expect(opened.items).toEqual(made.CARDS.map((card) => ({ is: 'bundled', card })));
		expect(opened.keyed).toBeUndefined();

		const other = made.CARDS.map(({ hashes, ...card }, at) => ({
			...card,
			hashes: at > 0 ? hashes : { ...hashes, card: concat(hashes.card.slice(0, 31), [7] as never) }
		}));
		const elsewhere = made.valueOf(await open(payload, new BundledCards(other)));
		expect(hex(elsewhere.id)).not.toBe(hex(id));
	});

	it('says how many of them are not at hand', async () => {
		const { payload } = await sent(BUNDLED);
		const result = await open(payload, new BundledCards(made.CARDS.slice(3)));
		expect(result).toEqual({ ok: false, error: { is: 'unknown-items', count: 3 } });
	});

	it('is not made when a name would mean two', async () => {
		const card = await bundledCard('japan-korea/item-0#', '1-0000000000000000', crypto);
		const twice = new BundledCards([...made.CARDS, card]);
		const tools = { ...(await made.toolsOf()), bundled: twice };
		const result = await makeAssignment(await made.draftOf(BUNDLED), tools);
		expect(result).toEqual({ ok: false, error: { is: 'unknown-items', count: 1 } });
	});

	it('cannot hide its keys, which are in every app', async () => {
		for (const mode of ['release', 'device'] as const) {
			for (const items of [BUNDLED, [...BUNDLED, ...OWN]]) {
				expect(made.faultOf(await make(await made.draftOf(items, mode)))).toBe('altered');
			}
		}
	});
});

describe('an assignment of own items', () => {
	it('has ids that come of its salt, and none of the author’s', async () => {
		const { payload } = await sent(OWN, 'device');
		const { items, document } = made.valueOf(await open(payload));
		const shown = JSON.stringify(items);
		expect([...shown.matchAll(/"id":"(\w+)-/g)].every(([, tag]) => tag === 'chjpcs')).toBe(true);
		expect(document.keys).toBeUndefined();
		for (const secret of ['Another old capital', 'The report', 'brief', '"one"', 'Nara city']) {
			expect(shown).not.toContain(secret);
		}
	});

	it('asks one gap of a cloze, with the words of the others in their places', async () => {
		const { payload } = await sent([made.own(made.ITEMS.cloze)], 'device');
		const { items } = made.valueOf(await open(payload));
		expect(items).toMatchObject([{ question: { stem: 'In Nara on {c2}.', gap: 'c2' } }]);
	});

	it('stands beside bundled ones in the order it was put in', async () => {
		const mixed = [BUNDLED[0], OWN[0], OWN[1], BUNDLED[1], BUNDLED[2], OWN[2]] as PickedItem[];
		const { payload, frozen } = await sent(mixed);
		const opened = made.valueOf(await open(payload));
		expect(opened.items.map(({ is }) => is)).toEqual(mixed.map(({ is }) => is));
		expect(opened.keyed).toEqual(frozen.map(portableItem));
	});

	it('brings its keys at once, if they are to be seen at once', async () => {
		const { payload, frozen } = await sent(OWN, 'at-once');
		expect(made.valueOf(await open(payload)).keyed).toEqual(frozen.map(portableItem));
	});

	it('opens its keys for the secret of its release, and for no other', async () => {
		const { payload, frozen } = await sent(OWN, 'release');
		const opened = made.valueOf(await open(payload));
		expect(opened.keyed).toBeUndefined();
		const read = await releaseKeys(opened, made.SECRET, crypto);
		expect(made.valueOf(read)).toEqual(frozen.map(portableItem));
		const other = await releaseKeys(opened, made.bytesFrom(51, 16), crypto);
		expect(made.faultOf(other)).toBe('other-assignment');
	});

	it('hides its keys among lengths that say little', async () => {
		const lengths = [0, 1, 2].map(async (key) => {
			const item = { ...made.ITEMS.choice, key: 'abc'.charAt(key) };
			const { payload } = await sent([made.own(item)], 'release');
			return made.valueOf(await open(payload)).document.keys?.length;
		});
		expect(await Promise.all(lengths)).toEqual([256 + 16, 256 + 16, 256 + 16]);
	});

	it('binds its encrypted keys to everything else in it', async () => {
		const { payload } = await sent(OWN, 'release');
		const opened = made.valueOf(await open(payload));
		const moved = { ...opened, document: { ...opened.document, title: 'Another' } };
		expect(made.faultOf(await releaseKeys(moved, made.SECRET, crypto))).toBe('other-assignment');
		const signedBy = (await made.teacher(made.OTHER_SEED)).publicKey;
		const stolen = { ...opened, signedBy };
		expect(made.faultOf(await releaseKeys(stolen, made.SECRET, crypto))).toBe('other-assignment');
	});

	it('whose keys stay on the device is completed by the answers', async () => {
		const { payload, frozen } = await sent(OWN, 'device');
		const opened = made.valueOf(await open(payload));
		const keys = made.valueOf(writtenKeys(frozen));
		expect(made.valueOf(readKeys(opened, keys))).toEqual(frozen.map(portableItem));
		expect(made.faultOf(readKeys(opened, keys.slice(1)))).toBe('altered');
		const others = made.valueOf(writtenKeys(frozen.slice(1)));
		expect(made.faultOf(readKeys(opened, others))).toBe('altered');
	});

	it('has another id with another salt, teacher or title, and the same for the same', async () => {
		const salt = made.bytesFrom(7, 16);
		const ids = [
			await sent(OWN.slice(0, 1), 'device'),
			await sent(OWN.slice(0, 1), 'device', { title: 'Another' }),
			await sent(OWN.slice(0, 1), 'device', { salt }),
			made.valueOf(await make(await made.draftOf(OWN.slice(0, 1), 'device'), made.OTHER_SEED))
		].map(({ id }) => hex(id));
		expect(new Set(ids).size).toBe(4);
	});
});

describe('an assignment beyond a cap', () => {
	const choice = (fields: Partial<typeof made.ITEMS.choice> = {}) =>
		made.own({ ...made.ITEMS.choice, ...fields } as AssignableItem);
	const stem = 'x'.repeat(MAX_FIELD);
	const fault = async (items: readonly PickedItem[], fields = {}) =>
		made.faultOf(await make(await made.draftOf(items, 'at-once', fields)));

	it('is not made, and one within it is', async () => {
		const repeated = (length: number) => Array.from({ length }, () => choice());
		expect(await fault(repeated(MAX_ITEMS))).toBe('none');
		expect(await fault(repeated(MAX_ITEMS + 1))).toBe('too-large');
		expect(await fault([])).toBe('altered');
		expect(await fault([choice({ stem } as never)])).toBe('none');
		expect(await fault([choice({ stem: `${stem}x` } as never)])).toBe('too-large');
		const options = (length: number) =>
			Array.from({ length }, (_, at) => ({ id: `o${at}`, text: 'x' }));
		expect(await fault([choice({ options: options(MAX_OPTIONS) } as never)])).toBe('altered');
		const key = 'o0';
		expect(await fault([choice({ options: options(MAX_OPTIONS), key } as never)])).toBe('none');
		const more = { options: options(MAX_OPTIONS + 1), key };
		expect(await fault([choice(more as never)])).not.toBe('none');
		const long = Array.from({ length: 129 }, () => choice({ stem } as never));
		expect(await fault(long)).toBe('too-large');
	});

	it('is not made with a bad name in it', async () => {
		for (const name of ['', ' x', 'a\u202eb', 'x'.repeat(61), 'e\u0301']) {
			expect(await fault(OWN, { title: name })).toBe('bad-name');
			expect(await fault(OWN, { teacher: name })).toBe('bad-name');
		}
	});

	it('is not opened either, however it was made', async () => {
		const signer = await made.teacher();
		const signed = async (body: Uint8Array<ArrayBuffer>) =>
			made.faultOf(await open(await signPlain('assignment', body, signer, crypto, head)));
		// A thousandfold: 256 kB are counted as they stream.
		expect(await signed(new Uint8Array(50_000_000))).toBe('too-large');
		expect(await signed(new Uint8Array(256_000))).toBe('altered');
	});
});

/** The body of a document in the form it has on the wire, for tests to change, and its head. */
const { head, map } = await (async () => {
	const { payload } = await sent(OWN.slice(2, 3), 'at-once');
	const { document } = made.valueOf(await open(payload));
	const map = new Map<number, Cbor>([
		[1, document.title],
		[2, document.teacher],
		[3, new Map<number, Cbor>([[4, 20]])],
		[4, [[new Map([[0, 2]])], 'So?']],
		[5, document.keys ?? null],
		[6, ['three']]
	]);
	return { head: headOf(document), map };
})();

type Members = readonly (readonly [number, Cbor | undefined])[];

async function changed(changes: Members, first: Uint8Array = head) {
	const other = new Map<number, Cbor>(map);
	for (const [key, value] of changes) {
		if (value === undefined) other.delete(key);
		else other.set(key, value);
	}
	const body = encodeCbor(other);
	return open(await signPlain('assignment', body, await made.teacher(), crypto, first));
}

const members = (...all: readonly (readonly [number, Cbor])[]) => new Map<number, Cbor>(all);
const item = (texts: string, ...all: readonly (readonly [number, Cbor])[]): Members => [
	[4, [[members(...all)], texts]]
];

describe('an assignment that was not made so', () => {
	it('is the one that is opened when nothing is changed', async () => {
		expect(made.faultOf(await changed([]))).toBe('none');
	});

	it.each<readonly [string, Members]>([
		['a member it does not know', [[8, 1]]],
		['a member that is missing', [[1, undefined]]],
		['keys that are missing', [[5, undefined]]],
		['keys of another item', [[5, encodeCbor([members([0, 'x'])])]]],
		['ids that are missing', [[6, undefined]]],
		['more ids than items', [[6, ['three', 'four']]]],
		['an id that is none', [[6, ['Three']]]],
		['a class of another length', [[0, new Uint8Array(15)]]],
		['a usual value that is written', [[3, members([2, 1])]]],
		['a mode that is none', [[3, members([8, 3])]]],
		['a passing mark beyond all', [[3, members([5, 101])]]],
		['a moment beyond all', [[3, members([0, [2 ** 40, 0]])]]],
		['a language that is none', [[3, members([10, '<b>'])]]],
		['no items', [[4, [[], '']]]],
		['no list of items', [[4, [1, '']]]],
		['no texts', [[4, [[members([0, 2])]]]]],
		['half a name of a bundled item', [[4, [[new Uint8Array(9)], '']]]],
		['bundled items in two pieces', [[4, [[new Uint8Array(8), new Uint8Array(8)], '']]]],
		['a text that belongs to nothing', [[4, [[new Uint8Array(8)], 'So?']]]],
		['no bundled items at all', [[4, [[new Uint8Array(), members([0, 2])], 'So?']]]],
		['a kind that is none', item('So?', [0, 8])],
		['a text too many', item('So?\u001fx', [0, 2])],
		['a text too few', item('So?\u001fx', [1, 2])],
		['a statement with options', item('So?\u001fx', [0, 2], [1, 1])],
		['a choice of one', item('So?\u001fx', [1, 1])],
		['a choice without options', item('So?')],
		['a number without the unit it has', item('So?', [0, 4], [4, false])],
		['more to choose than there is', item('So?\u001fx', [0, 1], [1, 1], [3, 2])],
		['nothing to choose', item('So?\u001fx', [0, 1], [1, 1], [3, 0])],
		['fewer responses than premises', item('So?\u001fx\u001fy\u001fz', [0, 6], [1, 2], [2, 1])],
		['more options than there may be', item('So?', [1, 65])],
		['a gap that is not there', item('{c1}', [0, 5], [5, 2])],
		['a gap that is none', item('{c0}', [0, 5], [5, 0])]
	])('is refused for %s', async (_, changes) => {
		expect(made.faultOf(await changed(changes))).toBe('altered');
	});

	it('is refused as too large, or for its names, in those words', async () => {
		const fault = async (changes: Members) => made.faultOf(await changed(changes));
		expect(await fault(item('x'.repeat(2_001), [0, 2]))).toBe('too-large');
		expect(await fault([[4, [[new Uint8Array(8 * 201)], '']]])).toBe('too-large');
		expect(await fault([[1, 'a\u202eb']])).toBe('bad-name');
		expect(await fault([[1, '']])).toBe('bad-name');
		expect(await fault([[2, 5]])).toBe('bad-name');
	});

	it('has a head of one length, which its id and its items’ ids hang on', async () => {
		const id = async (first?: Uint8Array) => hex(made.valueOf(await changed([], first)).id);
		const other = head.map((byte, at) => (at === 40 ? byte ^ 1 : byte));
		expect(await id(other)).not.toBe(await id());
		expect(made.faultOf(await changed([], head.slice(1)))).toBe('altered');
	});
});

describe('what is no assignment of this teacher', () => {
	it('is another document, another teacher’s, or nothing of Kachi’s', async () => {
		const { payload } = await sent(OWN);
		const [signer, other] = [await made.teacher(), await made.teacher(made.OTHER_SEED)];
		expect(made.faultOf(await open(payload, BANK, signer.publicKey))).toBe('none');
		expect(made.faultOf(await open(payload, BANK, other.publicKey))).toBe('other-teacher');
		const document = { id: made.bytesFrom(0, 16), name: '3-2', teacher: 'Ms Kim' };
		const joined = made.valueOf(await makeClass(document, signer, crypto));
		expect(await open(joined)).toEqual({
			...{ ok: false, error: { is: 'other-kind', found: 'class' } }
		});
		expect(made.faultOf(await open(Uint8Array.from(Buffer.from('PK\u0003\u0004'))))).toBe(
			'foreign'
		);
	});

	it('was read as another kind', async () => {
		const { payload } = await sent(OWN);
		const signer = await made.teacher();
		// A document keeps its bytes and signature, and says that it is another.
		for (const kind of [0x10, 0x40, 0x50]) {
			const first = (payload[0] ?? 0) & 0x0f;
			const moved = payload.map((byte, at) => (at === 0 ? kind | first : byte));
			expect(made.faultOf(await open(moved))).toBe('other-kind');
		}
		const document = { id: made.bytesFrom(0, 16), name: '3-2', teacher: 'Ms Kim' };
		const joined = made.valueOf(await makeClass(document, signer, crypto));
		const moved = joined.map((byte, at) => (at === 0 ? 0x20 | (byte & 0x0f) : byte));
		expect(made.faultOf(await open(moved))).toBe('altered');
	});

	it('took the place of the teacher’s own key', async () => {
		const { payload } = await sent(OWN);
		const other = await made.teacher(made.OTHER_SEED);
		const start = payload.findIndex((byte, at) => at > 0 && byte < 0x80) + 1;
		const moved = Uint8Array.from(payload);
		moved.set(other.publicKey, start);
		expect(made.faultOf(await open(moved))).toBe('altered');
	});

	it('is cut wherever it is cut', async () => {
		const { payload } = await sent(OWN);
		for (let length = 1; length < payload.length; length += 7) {
			expect(made.faultOf(await open(payload.subarray(0, length)))).toBe('cut');
		}
	});
});
