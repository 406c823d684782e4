import { describe, expect, it } from 'vitest';
import { splitByLanguage } from './split-by-language';

const split = (text: string, lang = 'en') =>
	splitByLanguage(text, lang).map((part) => `${part.lang}: ${part.text}`);

describe('a text that is read aloud', () => {
	it('is one part where it is in one language', () => {
		expect(split('Who *hosted* the talks, and when (2025)?')).toEqual([
			'en: Who hosted the talks, and when (2025)?'
		]);
		expect(split('서울에서 누가 만났나요?', 'ko')).toEqual(['ko: 서울에서 누가 만났나요?']);
	});

	it('has terms in Korean and Japanese script spoken in their language', () => {
		expect(split('What does 광복절 mean, and what (ありがとう)?')).toEqual([
			'en: What does',
			'ko: 광복절',
			'en: mean, and what (',
			'ja: ありがとう)?'
		]);
	});

	it('keeps to the language that a span is marked with', () => {
		expect(split('The [Kabinett]{lang=de} and [광복절]{lang=ko-KR}')).toEqual([
			'en: The',
			'de: Kabinett',
			'en: and',
			'ko-KR: 광복절'
		]);
	});

	it('reads Han letters as the text around them, and as Japanese in another', () => {
		expect(split('首相', 'ja')).toEqual(['ja: 首相']);
		expect(split('총리(首相)는', 'ko')).toEqual(['ko: 총리(首相)는']);
		expect(split('the word 首相')).toEqual(['en: the word', 'ja: 首相']);
		expect(split('食べる is a verb')).toEqual(['ja: 食べる', 'en: is a verb']);
	});

	it('says nothing of what has no words', () => {
		expect(split('— ! …')).toEqual([]);
		expect(split('')).toEqual([]);
	});

	it('reads paragraphs and lines one after the other', () => {
		expect(split('One\ntwo\n\nthree')).toEqual(['en: One two three']);
	});
});
