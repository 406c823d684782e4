import { wordlist } from '@scure/bip39/wordlists/english.js';
import type { Bytes } from '$lib/core/assignment/bytes';
import * as words from '$lib/core/assignment/seed-words';
import { assignmentCrypto } from './assignment-crypto';

/** The list weighs as much as a page: import this file when words are shown or typed. */

/** A seed as the 24 words that are written down. */
export const wordsOfSeed = (seed: Bytes) => words.wordsOfSeed(seed, wordlist, assignmentCrypto);

/** The seed of 24 words as they were typed. */
export const seedOfWords = (text: string) => words.seedOfWords(text, wordlist, assignmentCrypto);

/** Four words of a teacher's identity key. */
export const keyWords = (key: Bytes) => words.keyWords(key, wordlist, assignmentCrypto);
