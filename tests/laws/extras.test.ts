import fc from 'fast-check';
import { describe, expect } from 'vitest';
import {
	progressTo,
	started,
	STOPPED,
	stopped,
	timeOn,
	type Stopwatch
} from '../../src/lib/core/scheduling/session-length';
import { splitByLanguage } from '../../src/lib/core/speech/split-by-language';
import { plainText } from '../../src/lib/core/text';
import { law } from './law';

const piece = fc.constantFrom(
	...['Seoul', '광복절', 'ありがとう', '首相', 'カチ', '7', '…', '?', ' ', '\n\n', '*', '**'],
	...['[동맹]{lang=ko}', '[同盟]{lang=ja}', '[', ']{lang=de}', '\\']
);
const texts = fc.oneof(
	fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
	fc.string({ unit: 'binary', maxLength: 100 })
);
const languages = fc.constantFrom('en', 'ko', 'ja', 'en-GB');

const words = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('a text split by language', () => {
	law(
		'has all its words, in their order',
		fc.property(texts, languages, (text, lang) => {
			const parts = splitByLanguage(text, lang);
			expect(words(parts.map((part) => part.text).join(' '))).toBe(words(plainText(text)));
		})
	);

	law(
		'has no part without a word, and no two in one language after each other',
		fc.property(texts, languages, (text, lang) => {
			const parts = splitByLanguage(text, lang);
			expect(parts.every((part) => words(part.text) !== '')).toBe(true);
			expect(parts.some((part, at) => part.lang === parts[at + 1]?.lang)).toBe(false);
		})
	);
});

const turns = fc.array(
	fc.record({ starts: fc.boolean(), at: fc.integer({ min: -1_000_000, max: 1_000_000 }) }),
	{ maxLength: 20 }
);

describe('the time of a sitting', () => {
	law(
		'is never negative and never goes back, whatever the clock does',
		fc.property(turns, (all) => {
			let watch: Stopwatch = STOPPED;
			for (const { starts, at } of all) {
				const before = watch.counted;
				watch = starts ? started(watch, at) : stopped(watch, at);
				expect(timeOn(watch, at)).toBeGreaterThanOrEqual(before);
			}
			expect(watch.counted).toBeGreaterThanOrEqual(0);
		})
	);

	law(
		'is at its end exactly when nothing is left of the length',
		fc.property(
			fc.constantFrom('minutes' as const, 'cards' as const),
			fc.integer({ min: 1, max: 999 }),
			fc.integer({ min: -5, max: 1_200 }),
			fc.double({ min: -1e5, max: 1e8, noNaN: true }),
			(unit, count, cards, ms) => {
				const { done, total, left, isReached } = progressTo({ unit, count }, cards, ms);
				expect(done).toBeGreaterThanOrEqual(0);
				expect(done).toBeLessThanOrEqual(total);
				expect(left === 0).toBe(isReached);
			}
		)
	);
});
