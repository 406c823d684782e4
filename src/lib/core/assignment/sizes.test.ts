/**
 * The sizes that what travels must keep, measured on the project's own questions. Times are
 * printed and judge nothing.
 */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compileFiles, readBankFiles } from '../../../tools/bank/read-bank';
import * as made from '../../../../tests/support/assignments';
import { cardKey } from '../item/card-key';
import { seededRandom } from '../random';
import { makeAssignment, openAssignment, writtenKeys, type PickedItem } from './assignment';
import { makeAnswers } from './answers';
import { bundledCard, BundledCards } from './bundled';
import { utf8Length } from './bytes';
import { makeClass } from './class-document';
import { encodeAs } from './codec';
import { toDigits, toLink } from './link';
import type { KeyMode } from './policy';
import { questionOf, type AssignableItem } from './public-document';
import { openSheet, sealSheet } from './sheet';
import { sheetCodec, type SheetBody } from './sheet-codec';

const { crypto } = made;
const PAGE = 'https://kachi.example/a/';

/** Bits of data in a QR code of the least redundancy (L) or the next (M), by version. */
const QR_BITS: readonly (readonly [name: string, bits: number])[] = [
	...([
		['10-L', 2_192],
		['11-L', 2_592],
		['12-L', 2_960],
		['13-L', 3_424],
		['14-L', 3_688],
		['15-L', 4_184]
	] as const),
	...([
		['13-M', 2_672],
		['14-M', 2_920],
		['15-M', 3_320],
		['16-M', 3_624]
	] as const)
];

/** Bits of a link with its payload in digits: a segment of bytes and a numeric one. */
function qrBits(payload: Uint8Array): number {
	const digits = toDigits(payload).length;
	return 4 + 16 + 8 * (PAGE.length + 1) + 4 + 12 + Math.ceil((digits * 10) / 3);
}

const qrOf = (payload: Uint8Array, level: 'L' | 'M') =>
	QR_BITS.find(([name, bits]) => name.endsWith(level) && bits >= qrBits(payload))?.[0] ?? 'none';

const rows: string[] = [];
const row = (what: string, ...figures: readonly (string | number)[]) =>
	rows.push(`${what.padEnd(58)}${figures.map((each) => String(each).padStart(9)).join('')}`);

const links = (payload: Uint8Array) => toLink(PAGE, payload).length;

function held(what: string, payload: Uint8Array, most: { bytes?: number; characters: number }) {
	const most_ = `${most.bytes ?? '–'}/${most.characters}`;
	const codes = [qrOf(payload, 'M'), qrOf(payload, 'L')];
	row(what, payload.length, links(payload), most_, ...codes);
	if (most.bytes !== undefined) expect(payload.length).toBeLessThanOrEqual(most.bytes);
	expect(links(payload)).toBeLessThanOrEqual(most.characters);
}

afterAll(() => {
	const head = ['bytes', 'link', 'at most', 'QR-M', 'QR-L'].map((each) => each.padStart(9));
	console.info([`${'what'.padEnd(58)}${head.join('')}`, ...rows].join('\n'));
});

const folder = join(import.meta.dirname, '../../../../questions/japan-korea');
const bank = made.valueOf(compileFiles(readBankFiles(folder)));
/** Bytes of stem and options. */
const rawSize = (item: AssignableItem) =>
	item.kind === 'choice'
		? utf8Length(item.stem + item.options.map(({ text }) => text).join(''))
		: 0;
const choiceItems = bank.items.flatMap(({ item }) =>
	item.kind === 'choice' && item.options.length === 4 ? item : []
);

const meanSize = (items: readonly AssignableItem[]) =>
	Math.round(items.reduce((sum, item) => sum + rawSize(item), 0) / items.length);

const cards = await Promise.all(
	bank.items.map(({ item, revision }) =>
		bundledCard(cardKey(`${bank.id}/${item.id}`, ''), revision, crypto)
	)
);
const bundled = new BundledCards(cards);
/** As a teacher writes them: a reason for the right answer, and no more. */
const briefly = (items: readonly AssignableItem[]) =>
	items.map((item): AssignableItem => {
		const { background: _, derived: __, ...rest } = item;
		if (rest.kind !== 'choice') return rest;
		return { ...rest, options: rest.options.map(({ id, text }) => ({ id, text })) };
	});

const full = choiceItems.slice(0, 20);
const brief = briefly(full);

/** With three options, as many teachers write them; the sizes are promised for such. */
const three = brief.map((item): AssignableItem => {
	if (item.kind !== 'choice') return item;
	const wrong = item.options.filter(({ id }) => id !== item.key).slice(0, 2);
	return {
		...item,
		options: item.options.filter((each) => each.id === item.key || wrong.includes(each))
	};
});

const picked = (items: readonly AssignableItem[]) =>
	items.map((item): PickedItem => ({ is: 'own', item, part: '' }));

const NAMES = { title: 'Alliance quiz 3', teacher: 'Ms Kim', classId: made.bytesFrom(150, 16) };
const KOREAN = { title: '한일 관계 퀴즈 3', teacher: '김 선생님' };

async function sent(items: readonly PickedItem[], keyMode: KeyMode, fields: object = {}) {
	const salt = made.SALT;
	const sealKey = (await made.opener(salt)).publicKey;
	const draft = await made.draftOf(items, keyMode, {
		...{ ...NAMES, salt, sealKey },
		policy: {
			...{ ...made.POLICY, keyMode, minutes: 20 },
			due: { at: Date.UTC(2026, 5, 1, 14, 59), offset: 540 }
		},
		...fields
	});
	const tools = { ...(await made.toolsOf()), random: seededRandom('sizes'), bundled };
	const result = await makeAssignment(draft, tools);
	return { ...made.valueOf(result), salt, sealKey };
}

describe('what travels is no larger than it may be', () => {
	it('as a class, which is scanned from a wall', async () => {
		const document = { id: made.fresh(16), name: '3학년 2반', teacher: '김 선생님' };
		const payload = made.valueOf(await makeClass(document, await made.teacher(), crypto));
		held('class', payload, { bytes: 180, characters: 280 });
	});

	it('as an assignment of 20 bundled items', async () => {
		const items = cards.slice(0, 20).map((card): PickedItem => ({ is: 'bundled', card }));
		const { payload } = await sent(items, 'at-once');
		held('assignment, 20 bundled items', payload, { bytes: 380, characters: 540 });
		const other = (await sent(items, 'at-once', KOREAN)).payload;
		held('… with its names in Korean', other, { characters: 560 });
		for (const each of [payload, other]) {
			expect(['13-L', '12-L']).toContain(qrOf(each, 'L'));
			expect(['14-M', '15-M', '16-M']).toContain(qrOf(each, 'M'));
		}
	});

	it('as an assignment of 20 own items, in three modes', async () => {
		const modes = [
			['device', 'no key', 2_100],
			['release', 'key released later', 4_900],
			['at-once', 'key and explanations inside', 4_600]
		] as const;
		const own = async (what: string, items: readonly AssignableItem[], most?: number) => {
			row(`20 own items, ${what}: stem and options, mean bytes`, meanSize(items));
			for (const [mode, words, characters] of modes) {
				const { payload } = await sent(picked(items), mode);
				held(`… ${words}`, payload, { characters: most ?? characters });
			}
		};
		await own('three options', three);
		await own('four options, as in the bank', brief, 5_200);
		await own('with backgrounds and a reason for each option', full, 14_000);
	});

	const body = (answers: SheetBody['answers'], certain = false): SheetBody => ({
		...made.BODY,
		...{ attempt: made.fresh(8), name: '김민서', answers },
		spent: answers.map((_, at) => 4_000 + 3_100 * at),
		...(certain ? { certainty: answers.map((_, at) => at % 3) } : {})
	});
	const choices = Array.from({ length: 20 }, (_, at) => at % 4);
	const typed = ['Sanae Takaichi', 'Nara', '정상회담', '1965', 'Seoul', 'Lee Jae-myung'];

	it.each([
		['20 choices', body(choices), 260, 460, ['12-L', '11-L']],
		['20 choices, how sure', body(choices, true), 260, 460, ['12-L', '11-L']],
		['14 choices and 6 typed', body([...choices.slice(6), ...typed]), 340, 550, ['13-L', '12-L']]
	] as const)('as a sheet of %s', async (what, sheet, bytes, characters, codes) => {
		const [salt, device] = [made.fresh(16), await made.device()];
		const assignment = { id: made.fresh(32), sealKey: (await made.opener(salt)).publicKey };
		const { payload } = made.valueOf(await sealSheet(sheet, assignment, device, crypto));
		const inside = 33 + 64 + encodeAs(sheetCodec, sheet).length;
		expect(inside).toBeLessThanOrEqual(bytes);
		held(`sheet, ${what} (${inside} bytes before padding)`, payload, { characters });
		expect(codes).toContain(qrOf(payload, 'L'));
	});

	it('as answers for a class of 30', async () => {
		const { id, frozen } = await sent(picked(brief), 'device');
		const receipts = Array.from({ length: 30 }, () => made.fresh(6));
		const base = { assignment: id, additions: [], changedKeys: [], receipts };
		const itemIds = brief.map((item) => item.id);
		const signer = await made.teacher();
		const make = async (part: object) =>
			made.valueOf(
				await makeAnswers({ parts: [{ ...base, itemIds: [], ...part }] }, signer, crypto)
			);
		const receipt = await make({});
		held('answers, 30 receipts', receipt, { characters: 500 });
		const release = await make({ secret: made.SECRET, itemIds });
		held('answers, 30 receipts, a release and ids', release, { characters: 1_000 });
		const keys = made.valueOf(writtenKeys(frozen));
		const whole = await make({ keys, itemIds });
		held('answers, 30 receipts, keys and explanations', whole, { characters: 4_600 });
	});

	it('and is made and opened in some milliseconds, which are printed', async () => {
		const salt = made.fresh(16);
		const opener = await made.opener(salt);
		const device = await made.device();
		const { payload, frozen, id } = await sent(picked(brief), 'at-once');
		const target = { id, opener, questions: frozen.map(questionOf) };
		const sheet = body(choices);
		const answered = { ...sheet, answers: target.questions.map(() => 0) };
		const sealed = made.valueOf(
			await sealSheet(answered, { id, sealKey: opener.publicKey }, device, crypto)
		);
		const work: Readonly<Record<string, () => Promise<unknown>>> = {
			'keys of an assignment from the seed': () => made.opener(salt),
			'make an assignment of 20 own items': () => sent(picked(brief), 'release'),
			'open an assignment of 20 own items': () => openAssignment(payload, crypto, bundled),
			'seal a sheet': () => sealSheet(answered, { id, sealKey: opener.publicKey }, device, crypto),
			'open a sheet': () => openSheet(sealed.payload, [target], crypto)
		};
		for (const [what, run] of Object.entries(work)) {
			const times: number[] = [];
			for (let time = 0; time < 25; time++) {
				const start = performance.now();
				await run();
				times.push(performance.now() - start);
			}
			const median = times.sort((a, b) => a - b)[12] ?? 0;
			row(`${what}, median ms`, median.toFixed(1));
		}
		expect(made.faultOf(await openSheet(sealed.payload, [target], crypto))).toBe('none');
	});
});
