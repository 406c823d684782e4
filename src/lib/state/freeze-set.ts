import type { PickedItem } from '$lib/core/assignment/assignment';
import { makeAssignment } from '$lib/core/assignment/assignment';
import { bundledCard, type BundledCards } from '$lib/core/assignment/bundled';
import { bytesOfHex, hex, type Bytes } from '$lib/core/assignment/bytes';
import type { AssignmentCrypto, Opener, Signer } from '$lib/core/assignment/crypto-port';
import type { Fault } from '$lib/core/assignment/fault';
import type { WordsFault } from '$lib/core/assignment/seed-words';
import type { LoadedItem } from '$lib/core/bank/bank';
import { itemOfCard, type CardKey, type ItemKey, type Part } from '$lib/core/item/card-key';
import type { Random } from '$lib/core/random';
import { fail, ok, type Result } from '$lib/core/result';
import type { SentAssignment, SentItem, SentLabel } from '$lib/core/teaching/sent';
import { policyOf, sendable, type SetPolicy } from '$lib/core/teaching/set-policy';
import type { Teacher } from '$lib/core/teaching/teacher';

const SALT_LENGTH = 16;
const SECRET_LENGTH = 16;

/** How something leaves the device. */
export interface Outgoing {
	/** Whether the system has a way to share. */
	canShare(): boolean;
	share(title: string, url: string): Promise<'shared' | 'cancelled' | 'failed'>;
	/** Resolves to whether it is on the clipboard. */
	copy(text: string): Promise<boolean>;
	save(name: string, bytes: Bytes): void;
	/** Whether the system has a way to share such a file. */
	canShareFile(name: string): boolean;
	shareFile(name: string, bytes: Bytes): Promise<'shared' | 'cancelled' | 'failed'>;
}

/** What teaching needs of the world. */
export interface TeachingPorts {
	readonly crypto: AssignmentCrypto;
	randomBytes(length: number): Bytes;
	/** Secret chance. */
	readonly random: Random;
	/** The key that a teacher is known by. */
	signer(seed: Bytes): Promise<Signer>;
	/** The key that the sheets of one assignment are sealed to. */
	opener(seed: Bytes, salt: Bytes): Promise<Opener>;
	/** The cards that came with the app, which every student has. */
	bundled(): Promise<BundledCards>;
	/** Whether a card is of a bank that came with the app. */
	isBundled(card: string): boolean;
	/** An item of whatever bank; undefined where it is gone. Rejects when it cannot be loaded. */
	item(key: ItemKey): Promise<(LoadedItem & { readonly lang: string }) | undefined>;
	readonly outgoing: Outgoing;
	/** The seed on paper. Both reject when the list of words cannot be loaded. */
	readonly words: {
		of(seed: Bytes): Promise<readonly string[]>;
		seedOf(typed: string): Promise<Result<Bytes, WordsFault>>;
	};
	/** Minutes east of UTC in force at a moment. */
	offsetAt(at: number): number;
	/** Version of the app, for a person to read. */
	readonly app: string;
	/** Lets the page have its turn in the middle of long work. */
	pause(): Promise<void>;
}

/** Why nothing was sent. */
export type SendFault =
	| Fault
	/** There is nothing in it, or no such set. */
	| { readonly is: 'empty' }
	/** It has no name. */
	| { readonly is: 'untitled' }
	/** So many of its items are not in any bank here, or cannot be assigned. */
	| { readonly is: 'gone'; readonly count: number }
	/** The words come before the first test. */
	| { readonly is: 'words' }
	/** It was made and could not be kept, so that it is not given out. */
	| { readonly is: 'not-saved' };

/** What is to be sent. */
export interface ToSend {
	readonly set: string;
	readonly title: string;
	readonly classId?: string | undefined;
	readonly label: SentLabel;
	readonly policy: SetPolicy;
	readonly items: readonly Ready[];
	readonly at: number;
}

/** An item on its way into a document. */
export interface Ready {
	readonly own: CardKey;
	readonly revision: string;
	readonly part: Part;
	readonly picked: PickedItem;
	/** With its key, under the ids of its bank. */
	readonly item: SentItem['item'];
	readonly lang: string;
}

const partOf = (card: CardKey) => card.slice(card.indexOf('#') + 1) as Part;

async function readyItem(own: CardKey, ports: TeachingPorts): Promise<Ready | undefined> {
	const loaded = await ports.item(itemOfCard(own));
	if (!loaded || loaded.item.kind === 'flashcard') return undefined;
	const { item, revision, lang } = loaded;
	const part = partOf(own);
	const picked: PickedItem = ports.isBundled(own)
		? { is: 'bundled', card: await bundledCard(own, revision, ports.crypto) }
		: { is: 'own', item, part };
	return { own, revision, part, picked, item, lang };
}

/** Items as they are now; those that are gone are counted. Rejects when they cannot be loaded. */
export async function readyItems(
	cards: readonly CardKey[],
	ports: TeachingPorts
): Promise<Result<readonly Ready[], SendFault>> {
	const loaded = await Promise.all(cards.map((card) => readyItem(card, ports)));
	const items = loaded.filter((item) => item !== undefined);
	if (items.length < cards.length) return fail({ is: 'gone', count: cards.length - items.length });
	return items.length === 0 ? fail({ is: 'empty' }) : ok(items);
}

const ownId = (card: CardKey) => itemOfCard(card).slice(card.indexOf('/') + 1);

/** Items as they were sent before: own ones as they were then, bundled ones as every app has them. */
export async function readyAgain(
	sent: SentAssignment,
	ports: TeachingPorts
): Promise<Result<readonly Ready[], SendFault>> {
	const { lang } = sent;
	const bundled = sent.items.filter((item) => item.bundled).map(({ own }) => own);
	const now = await Promise.all(bundled.map((own) => readyItem(own, ports)));
	const found = new Map(now.flatMap((item) => (item ? [[item.own, item] as const] : [])));
	const items = sent.items.map(({ bundled: isBundled, own, revision, part, item }) => {
		if (isBundled) return found.get(own);
		const named = { ...item, id: ownId(own) };
		return { own, revision, part, picked: { is: 'own', item: named, part }, item: named, lang };
	});
	const whole = items.filter((item): item is Ready => item !== undefined);
	if (whole.length < items.length) return fail({ is: 'gone', count: items.length - whole.length });
	return ok(whole);
}

/** The copy that is kept: own items under the document's ids, bundled ones under their bank's. */
function sentItems(items: readonly Ready[], frozen: readonly SentItem['item'][]) {
	const rest = [...frozen];
	return items.flatMap(({ own, revision, part, picked, item }): SentItem | readonly SentItem[] => {
		const bundled = picked.is === 'bundled';
		const kept = bundled ? item : rest.shift();
		return kept ? { own, revision, part, bundled, item: kept } : [];
	});
}

/** Makes an assignment, with everything that its teacher keeps of it. */
export async function freezeSet(
	{ items, classId, policy: wanted, ...rest }: ToSend,
	{ seed, name }: Teacher,
	ports: TeachingPorts
): Promise<Result<SentAssignment, SendFault>> {
	const { crypto, random, randomBytes } = ports;
	const [salt, secret] = [randomBytes(SALT_LENGTH), randomBytes(SECRET_LENGTH)];
	const policy = sendable(
		wanted,
		items.some(({ picked }) => picked.is === 'bundled')
	);
	const lang = items[0]?.lang ?? 'en';
	const [signer, opener, bundled] = await Promise.all([
		ports.signer(seed),
		ports.opener(seed, salt),
		ports.bundled()
	]);
	const made = await makeAssignment(
		{
			...{ title: rest.title, teacher: name, sealKey: opener.publicKey, salt },
			...(classId === undefined ? {} : { classId: bytesOfHex(classId) }),
			policy: policyOf(policy, lang),
			items: items.map(({ picked }) => picked)
		},
		{ crypto, signer, random, secret, bundled }
	);
	if (!made.ok) return made;
	const { payload, id, frozen } = made.value;
	return ok({
		...{ ...rest, id: hex(id), payload, secret, salt, policy, lang },
		...(classId === undefined ? {} : { classId }),
		items: sentItems(items, frozen)
	});
}
