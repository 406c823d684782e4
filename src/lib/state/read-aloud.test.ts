import { describe, expect, it } from 'vitest';
import type { Speech } from '$lib/core/ports';
import { ReadAloud } from './read-aloud.svelte';

/** A device with voices for some languages, which finishes a part when it is told to. */
function standIn(...langs: readonly string[]) {
	const said: string[] = [];
	let finish: () => void = () => undefined;
	const speech: Speech = {
		voices: (lang) => Promise.resolve(langs.filter((each) => each === lang)),
		say: (text, lang) => {
			said.push(`${lang}: ${text}`);
			return new Promise((resolve) => (finish = resolve));
		},
		stop: () => {
			said.push('stopped');
			finish();
		}
	};
	return { said, reader: new ReadAloud(speech), finish: () => finish() };
}

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('reading aloud', () => {
	it('is possible where the device has a voice for some of a text', async () => {
		const { reader } = standIn('en', 'ko');
		const can = ['Hello', '광복절', 'と'].map((text) => reader.can(text, 'en'));
		expect(await Promise.all(can)).toEqual([true, true, false]);
		expect(await reader.can('Hallo', 'de')).toBe(false);
	});

	it('says one part after the other, each in its language', async () => {
		const { said, reader, finish } = standIn('en', 'ko');
		void reader.read('What is 광복절?', 'en');
		await settle();
		expect([said, reader.speaking]).toEqual([['en: What is'], true]);
		finish();
		await settle();
		expect(said.at(-1)).toBe('ko: 광복절?');
		finish();
		await settle();
		expect(reader.speaking).toBe(false);
	});

	it('leaves out what there is no voice for', async () => {
		const { said, reader, finish } = standIn('en');
		void reader.read('What is 광복절 to you?', 'en');
		await settle();
		finish();
		await settle();
		expect(said).toEqual(['en: What is', 'en: to you?']);
	});

	it('stops at once, and says nothing more of what it was reading', async () => {
		const { said, reader } = standIn('en', 'ko');
		void reader.read('What is 광복절?', 'en');
		await settle();
		reader.stop();
		await settle();
		expect([said, reader.speaking]).toEqual([['en: What is', 'stopped'], false]);
	});

	it('lets a new text take the place of the one before', async () => {
		const { said, reader } = standIn('en');
		void reader.read('One', 'en');
		await settle();
		void reader.read('Two', 'en');
		await settle();
		expect([said, reader.speaking]).toEqual([['en: One', 'stopped', 'en: Two'], true]);
	});
});
