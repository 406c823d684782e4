/** Assignments, items and sheets made up for tests, with everything a device brings. */
import type {
	AssignmentDraft,
	AssignmentTools,
	PickedItem
} from '../../src/lib/core/assignment/assignment';
import { bundledCard, BundledCards } from '../../src/lib/core/assignment/bundled';
import type { Bytes } from '../../src/lib/core/assignment/bytes';
import type { Opener, Signer } from '../../src/lib/core/assignment/crypto-port';
import type { KeyMode, Policy } from '../../src/lib/core/assignment/policy';
import type { AssignableItem } from '../../src/lib/core/assignment/public-document';
import type { SheetBody } from '../../src/lib/core/assignment/sheet-codec';
import type { Result } from '../../src/lib/core/result';
import {
	assignmentCrypto,
	randomBytes,
	secretRandom
} from '../../src/lib/platform/assignment/assignment-crypto';
import {
	assignmentOpener,
	makeDeviceKey,
	signerOf,
	teacherSigner
} from '../../src/lib/platform/assignment/keys';

export const crypto = assignmentCrypto;

/** Bytes that are the same each time. */
export const bytesFrom = (first: number, length: number): Bytes =>
	Uint8Array.from({ length }, (_, at) => first + at);

export const SEED = bytesFrom(1, 32);
export const OTHER_SEED = bytesFrom(2, 32);
export const SALT = bytesFrom(100, 16);
export const SECRET = bytesFrom(50, 16);

export const teacher = (seed = SEED): Promise<Signer> => teacherSigner(seed);
export const opener = (salt = SALT, seed = SEED): Promise<Opener> => assignmentOpener(seed, salt);
export const device = async (): Promise<Signer> => signerOf(await makeDeviceKey());

/** The value, of what must not fail. */
export function valueOf<T, E>(result: Result<T, E>): T {
	if (!result.ok) throw new Error(JSON.stringify(result.error));
	return result.value;
}

/** The fault of what must fail. */
export function faultOf(result: Result<unknown, { readonly is: string }>): string {
	return result.ok ? 'none' : result.error.is;
}

export const POLICY: Policy = {
	...{ attempts: 1, counts: 'first', shuffle: true, feedback: 'end' },
	...{ keyMode: 'at-once', certainty: false, lang: 'en' }
};

const base = {
	explanation: 'The report says so.',
	evidence: [{ source: 'brief', paragraph: 1, terms: ['Nara'] }],
	claim: 'fact',
	difficulty: 'easy',
	excludes: ['other']
} as const;

const typed = {
	key: 'Nara',
	accept: ['Nara city'],
	confusions: [{ text: 'Kyoto', why: 'Another old capital.' }],
	redirects: [{ text: '2026', hint: 'The place, not the year.' }]
};

const entry = (id: string, why?: string) =>
	why === undefined ? { id, text: `Text ${id}` } : { id, text: `Text ${id}`, why };

/** One item of every kind that can be assigned. */
export const ITEMS = {
	choice: {
		...{ ...base, id: 'one', kind: 'choice', stem: 'In which *city*?', key: 'b' },
		options: [entry('a', 'No.'), entry('b'), entry('c')]
	},
	multiple: {
		...{ ...base, id: 'two', kind: 'multiple', stem: 'Which two?', keys: ['a', 'c'] },
		options: [entry('a'), entry('b', 'No.'), entry('c'), entry('d')]
	},
	'true-false': { ...base, id: 'three', kind: 'true-false', stem: 'So?', key: true, why: 'Yes.' },
	text: { ...base, id: 'four', kind: 'text', stem: '어느 도시에서?', ...typed },
	number: {
		...{ ...base, id: 'five', kind: 'number', stem: 'How many?', key: 12.5, unit: 'years' },
		...{ tolerance: 0.5, near: 2, range: [-3, 1e6] }
	},
	cloze: {
		...{ ...base, id: 'six', kind: 'cloze', stem: 'In {c1} on {c2}.', background: 'More.' },
		gaps: [
			{ id: 'c1', ...typed },
			{ id: 'c2', ...typed, key: 'Tuesday' }
		]
	},
	match: {
		...{ ...base, id: 'seven', kind: 'match', stem: 'Match.', key: { p: 'r', q: 's' } },
		premises: [entry('p'), entry('q')],
		responses: [entry('r'), entry('s'), entry('t', 'A spare.')]
	},
	order: {
		...{ ...base, id: 'eight', kind: 'order', stem: 'Order.', derived: 'From the dates.' },
		steps: [entry('w'), entry('x'), entry('y'), entry('z')]
	}
} as const satisfies {
	readonly [K in AssignableItem['kind']]: Extract<AssignableItem, { kind: K }>;
};

export const own = (item: AssignableItem): PickedItem => ({
	...{ is: 'own', item },
	part: item.kind === 'cloze' ? (item.gaps.at(-1)?.id ?? 'c1') : ''
});

export const OWN: readonly PickedItem[] = Object.values(ITEMS).map(own);

export const CARDS = await Promise.all(
	Array.from({ length: 20 }, (_, at) =>
		bundledCard(`japan-korea/item-${at}#`, `1-${String(at).padStart(16, '0')}`, crypto)
	)
);

export const BUNDLED: readonly PickedItem[] = CARDS.map((card) => ({ is: 'bundled', card }));
export const BANK = new BundledCards(CARDS);

export const toolsOf = async (seed = SEED): Promise<AssignmentTools> => ({
	...{ crypto, signer: await teacher(seed), random: secretRandom },
	...{ secret: SECRET, bundled: BANK }
});

export const draftOf = async (
	items: readonly PickedItem[],
	keyMode: KeyMode = 'at-once',
	fields: Partial<AssignmentDraft> = {}
): Promise<AssignmentDraft> => ({
	...{ title: 'Alliance quiz', teacher: 'Ms Kim', salt: SALT },
	sealKey: (await opener(fields.salt ?? SALT)).publicKey,
	policy: { ...POLICY, keyMode },
	items,
	...fields
});

export const BODY: SheetBody = {
	...{ attempt: bytesFrom(9, 8), number: 1, classNumber: 14, name: '김민서' },
	started: { at: Date.UTC(2026, 4, 4, 1, 2, 3), offset: 540 },
	...{
		lasted: 512_000,
		answers: [1, [0, 2], true, '나라', '12', 'Tuesday', [2, null], [0, 2, 1, 3]]
	},
	spent: [12_300, 4_000, 100, 0, 60_000, 31_100, 9_900, 700],
	borrowed: false
};

/** Random bytes, of which no two tests have the same. */
export const fresh = randomBytes;
