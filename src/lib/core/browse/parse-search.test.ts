import { describe, expect, it } from 'vitest';
import { MAX_SEARCH_LENGTH, parseSearch, readSearch, topicName } from './parse-search';
import { printSearch } from './search';

const known = { topics: ['japan-korea/leaders', 'japan-korea/dates'] };

/** A search as it is printed, which shows what was understood. */
const understood = (text: string) => printSearch(readSearch(text, known).search);

/** The part that cannot be read, why, and what may stand in its place. */
const slips = (text: string) =>
	readSearch(text, known).problems.map(({ code, start, end, hint }) => [
		text.slice(start, end),
		code,
		hint
	]);

describe('a search', () => {
	it.each([
		['', ''],
		['  seoul   talks ', 'seoul talks'],
		['"joint statement" 1965', '"joint statement" 1965'],
		['"joint sta', '"joint sta"'],
		['topic:leaders kind:order', 'topic:leaders kind:order'],
		['topic:japan-korea/dates', 'topic:japan-korea/dates'],
		['IS:Due Kind:True-False', 'is:due kind:true-false'],
		['source:"17 years" flag:7', 'source:"17 years" flag:7'],
		['stability<10 lapses >= 3', 'stability<10 lapses>=3'],
		['difficulty≥7.5 due:0 due<-3', 'difficulty>=7.5 due=0 due<-3'],
		['-is:new -"two words" -tokyo', '-is:new -"two words" -tokyo'],
		['nara or seoul talks', 'nara or seoul talks'],
		['or seoul or', '"or" seoul "or"'],
		['- 1965 --x', '"-" 1965 -"-x"'],
		['Japan: 12:30 https://x', '"Japan:" "12:30" "https://x"'],
		['"say \\"yes\\" \\\\"', '"say \\"yes\\" \\\\"'],
		['"" "  " -""', '']
	])('%j is understood as %j', (text, printed) => {
		expect(understood(text)).toBe(printed);
		expect(slips(text)).toEqual([]);
	});

	it.each([
		['ｉｓ：ｄｕｅ', 'is:due'],
		['安倍　ｓｔａｂｉｌｉｔｙ＜１０', '安倍 stability<10'],
		['“joint statement”', '"joint statement"'],
		['-topic：leaders', '-topic:leaders'],
		['한국 ＂두 나라＂', '한국 "두 나라"']
	])('may come in the signs of a phone or an input method: %j', (text, printed) => {
		expect(understood(text)).toBe(printed);
		expect(slips(text)).toEqual([]);
	});

	it.each([
		['is:duo', 'is:duo', 'unknown-state', 'is:due'],
		['a -is:mised b', '-is:mised', 'unknown-state', '-is:missed'],
		['is:x', 'is:x', 'unknown-state', undefined],
		['topic:leeders', 'topic:leeders', 'unknown-topic', 'topic:leaders'],
		['kind:flashcards', 'kind:flashcards', 'unknown-kind', 'kind:flashcard'],
		['flag:9', 'flag:9', 'unknown-flag', 'flag:1'],
		['stability<soon', 'stability<soon', 'no-number', 'stability<10'],
		['seoul due <', 'due <', 'no-number', 'due<10'],
		['stabilty<10', 'stabilty<10', 'unknown-field', 'stability<10'],
		['topik:leaders', 'topik:leaders', 'unknown-field', 'topic:leaders'],
		['Seoul:Tokyo', 'Seoul:Tokyo', 'unknown-field', '"seoul:Tokyo"'],
		['kind: order', 'kind:', 'missing-value', undefined],
		['flag<3', 'flag<3', 'no-comparison', 'flag:3']
	])('says where %j cannot be read, and what may be meant', (text, part, code, hint) => {
		expect(slips(text)).toEqual([[part, code, hint]]);
	});

	it('keeps what can be read beside a slip', () => {
		expect(understood('seoul is:duo kind:order')).toBe('seoul kind:order');
		expect(understood('seoul is:duo or nara or tokyo')).toBe('seoul nara or tokyo');
	});

	it('knows no wrong topic where it is told of none', () => {
		expect(parseSearch('topic:anything').ok).toBe(true);
	});

	it.each([undefined, null, 7, {}])('is a text, which %j is not', (value) => {
		expect(parseSearch(value)).toEqual({
			ok: false,
			error: [{ code: 'not-text', start: 0, end: 0 }]
		});
	});

	it('is cut off with a word about it where it is longer than anyone types', () => {
		const { problems } = readSearch('a '.repeat(MAX_SEARCH_LENGTH));
		expect(problems).toEqual([
			{ code: 'too-long', start: MAX_SEARCH_LENGTH, end: 2 * MAX_SEARCH_LENGTH }
		]);
	});
});

describe('the name of a topic', () => {
	it('is that of its bank too where another bank has it as well', () => {
		const topics = ['a/dates', 'b/dates', 'b/leaders'];
		expect(topics.map((key) => topicName(key, topics))).toEqual(['a/dates', 'b/dates', 'leaders']);
	});
});
