import type { Entry } from '../../src/lib/core/log/entry';
import { packBackup } from '../../src/lib/platform/backup-file';
import { cardKeys } from './shown';

const DAY_MS = 86_400_000;
/** So long before now its answers were given: no clock is asked about, and no act has their moment. */
const DAYS_AGO = 20;

/** Where the entries of a backup are: in the log or not. */
export type Place = 'in' | 'out';

/** A backup of another device of the learner: all of its entries are in the log, or none. */
export interface Incoming {
	readonly device: string;
	/** Where they were when they were last looked for; both while it is not known. */
	readonly places: ReadonlySet<Place>;
	/** Its file, for the page to choose; of nobody, and so of whoever restores it. */
	file(): Promise<Buffer>;
	/** Something is done from which on they may be at another place. */
	press(to: Place): void;
	/** The page has said that they are there. */
	acknowledge(to: Place): void;
	/** What is wrong, in words, with those of the log that are this device's. */
	judge(found: readonly Entry[]): {
		readonly lost: readonly string[];
		readonly torn: readonly string[];
	};
}

function entryOf(device: string, seq: number, count: number, now: number): Entry {
	const at = now - DAYS_AGO * DAY_MS - (count - seq) * 3_600_000;
	return {
		...{ v: 1, id: `${device}.${seq}`, t: at, at, offset: 0, day: Math.floor(at / DAY_MS) },
		...{ kind: 'review', batch: `${device}-${seq}`, card: cardKeys[seq % cardKeys.length] ?? '' },
		...{ revision: '1-0', itemKind: 'flashcard', rating: seq % 5 === 0 ? 1 : 3, mode: 'study' },
		...{ durationMs: 900, scheduler: 'fsrs-6', interval: 1 + (seq % 40) }
	} as Entry;
}

/**
 * @param count entries it holds
 * @param now where the learner's clock stands
 */
export function createIncoming(device: string, count: number, now: number): Incoming {
	const entries = Array.from({ length: count }, (_, at) => entryOf(device, at + 1, count, now));
	const texts = new Map(entries.map((entry) => [entry.id, JSON.stringify(sorted(entry))]));
	let places = new Set<Place>(['out']);
	return {
		device,
		get places() {
			return places;
		},
		async file() {
			const header = { learner: { id: '' }, made: { at: now, offset: 0 }, app: 'faults' };
			return Buffer.from(await packBackup({ header, entries, unreadable: [] }));
		},
		press: (to) => void places.add(to),
		acknowledge: (to) => void (places = new Set([to])),
		judge(found) {
			const changed = found.filter(
				(entry) => texts.get(entry.id) !== JSON.stringify(sorted(entry))
			);
			const torn = changed.map(({ id }) => `${id} of a backup is another`);
			if (found.length > 0 && found.length < count) {
				torn.push(`of ${count} entries of a backup there are ${found.length}`);
			}
			const place = found.length === 0 ? 'out' : 'in';
			const isKnown = places.has(place);
			places = new Set([place]);
			return { lost: isKnown ? [] : [`a backup was called something else than ${place}`], torn };
		}
	};
}

/** Members in an order of their own: that of a pack is another than that of the file. */
const sorted = (entry: Entry) => Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1));
