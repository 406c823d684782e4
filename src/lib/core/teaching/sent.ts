import type { Bytes } from '../assignment/bytes';
import type { AssignableItem } from '../assignment/public-document';
import type { CardKey, Part } from '../item/card-key';
import { hasShape, isFlag, isListOf, isRecord, isText, type Guard } from '../guard';
import type { DocumentEntry } from '../log/entry';
import type { Fold } from '../log/fold';
import { readSetPolicy, type SetPolicy } from './set-policy';
import { bytesIn, storedBytes } from '../assignment/stored-bytes';

/** The type of a document that holds an assignment. */
export const ASSIGNMENT = 'assignment';

/** The type of a document that holds a sealed sheet. */
export const SHEET = 'sheet';

/** Begins the setting that says when the answers of an assignment were given out first. */
export const RELEASED = 'released:';

/** Why there is this assignment of a set: the first, the same with a new date, or with more time. */
export type SentLabel = 'first' | 'again' | 'more-time';

const LABELS: readonly SentLabel[] = ['first', 'again', 'more-time'];

/** An item as it was when it was sent, with its key. */
export interface SentItem {
	/** The teacher's own name of it, `bank/item#part`. */
	readonly own: CardKey;
	readonly revision: string;
	/** Under the document's ids; of a bundled one, which has none there, as its bank has it. */
	readonly item: AssignableItem;
	readonly part: Part;
	readonly bundled: boolean;
}

/** What a teacher keeps of an assignment that was sent; its sheets are marked by this. */
export interface SentAssignment {
	/** The assignment's, in hexadecimal digits. */
	readonly id: string;
	readonly set: string;
	/** The class's, in hexadecimal digits. */
	readonly classId?: string;
	readonly label: SentLabel;
	readonly title: string;
	/** UTC milliseconds at which it was made. */
	readonly at: number;
	/** What opens its keys, of use in the mode `release` alone. */
	readonly secret: Bytes;
	/** The salt of its sealing key. */
	readonly salt: Bytes;
	readonly policy: SetPolicy;
	/** BCP 47. */
	readonly lang: string;
	readonly items: readonly SentItem[];
	readonly payload: Bytes;
}

const entries = isListOf(hasShape({ id: isText, text: isText }));
const typed = { key: isText, accept: isListOf(isText) };

/** What marking looks at, of each kind that can be assigned. */
const KEYED: Readonly<Record<AssignableItem['kind'], Guard>> = {
	choice: hasShape({ options: entries, key: isText }),
	multiple: hasShape({ options: entries, keys: isListOf(isText) }),
	'true-false': hasShape({ key: isFlag }),
	text: hasShape(typed),
	number: hasShape({ key: (value) => typeof value === 'number' }),
	cloze: hasShape({ gaps: isListOf(hasShape({ id: isText, ...typed })) }),
	match: hasShape({ premises: entries, responses: entries, key: isRecord }),
	order: hasShape({ steps: entries })
};

const isItem: Guard = (value) =>
	isRecord(value) &&
	hasShape({ id: isText, stem: isText, explanation: isText })(value) &&
	typeof value.kind === 'string' &&
	Object.hasOwn(KEYED, value.kind) &&
	KEYED[value.kind as AssignableItem['kind']](value);

const isSent = hasShape({
	set: isText,
	items: isListOf(
		hasShape({ own: isText, revision: isText, part: isText, bundled: isFlag, item: isItem })
	)
});

function parsed(text: string | undefined): unknown {
	try {
		return JSON.parse(text ?? '');
	} catch {
		return undefined;
	}
}

/** What an entry keeps of an assignment; undefined where it is another's, or damaged. */
export function readSent({ type, hash, text, bytes }: DocumentEntry): SentAssignment | undefined {
	if (type !== ASSIGNMENT) return undefined;
	const [value, payload] = [parsed(text), bytesIn(bytes)];
	if (!payload || !isSent(value) || !isRecord(value)) return undefined;
	const [secret, salt] = [bytesIn(value.secret), bytesIn(value.salt)];
	if (!secret || !salt) return undefined;
	return {
		...{ id: hash, set: value.set as string, payload, secret, salt },
		...(typeof value.class === 'string' ? { classId: value.class } : {}),
		label: LABELS.find((label) => label === value.label) ?? 'first',
		title: typeof value.title === 'string' ? value.title : '',
		at: typeof value.at === 'number' ? value.at : 0,
		policy: readSetPolicy(value.policy),
		lang: typeof value.lang === 'string' ? value.lang : 'en',
		items: value.items as readonly SentItem[]
	};
}

/** What was sent, the latest first; what is damaged is left out. */
export const allSent = ({ documents }: Pick<Fold, 'documents'>): readonly SentAssignment[] =>
	[...documents.live.values()]
		.flatMap((entry) => readSent(entry) ?? [])
		.sort((one, other) => other.at - one.at);

/** An assignment as the log holds it. */
export function writtenSent({ id, payload, secret, salt, classId, ...rest }: SentAssignment) {
	const text = JSON.stringify({
		...rest,
		...(classId === undefined ? {} : { class: classId }),
		...{ secret: storedBytes(secret), salt: storedBytes(salt) }
	});
	return { type: ASSIGNMENT, hash: id, text, bytes: storedBytes(payload) };
}
