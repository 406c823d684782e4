import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { faultOf, valueOf } from '../../../../tests/support/assignments';
import { MAX_LINK, MAX_PASTED, MAX_SHEETS } from './caps';
import { writeFrame, type DocumentKind } from './frame';
import { toBase64Url } from './base64url';
import { findPayloads, readLink, toDigits, toLink, toQrLink } from './link';

const PAGE = 'https://kachi.example/a/';
const framed = (length = 300, kind: DocumentKind = 'sheet') =>
	writeFrame({ kind, isDeflated: false, content: Uint8Array.from(randomBytes(length)) });
const linkOf = (payload: Uint8Array) => toLink(PAGE, payload);
const found = (text: string) => valueOf(findPayloads(text, 'sheet'));
const payloads = (text: string) => found(text).payloads;

describe('a link', () => {
	it('holds the bytes of its document, in letters or in digits', () => {
		for (let length = 0; length < 70; length++) {
			const payload = framed(length);
			expect(toBase64Url(payload)).toBe(Buffer.from(payload).toString('base64url'));
			expect(valueOf(readLink(linkOf(payload)))).toEqual(payload);
			expect(valueOf(readLink(toQrLink(PAGE, payload)))).toEqual(payload);
			expect(valueOf(readLink(toDigits(payload)))).toEqual(payload);
		}
		expect(toQrLink(PAGE, framed())).toMatch(/#\d+$/);
	});

	it('may name any host, have blanks around it, be wrapped by a mail service or be a hash alone', () => {
		const payload = framed();
		const letters = toBase64Url(payload);
		for (const text of [
			`  http://localhost:5173/kachi/a/#${letters}\n`,
			`https://safe.example/?url=https%3A%2F%2Fkachi.example%2Fa%2F%23${letters}`,
			`#${letters}`,
			letters
		]) {
			expect(valueOf(readLink(text))).toEqual(payload);
		}
	});

	it('that has lost its second half is cut', () => {
		expect(faultOf(readLink(PAGE))).toBe('cut');
		expect(faultOf(readLink(`${PAGE}#`))).toBe('cut');
	});

	it('of which a letter could be another is altered', () => {
		const letters = toBase64Url(framed(98)); // 101 bytes: four bits are left over
		const last = Buffer.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');
		const at = last.indexOf(letters.at(-1) ?? '');
		const other = `${letters.slice(0, -1)}${String.fromCharCode(last[at + 1] ?? 0)}`;
		expect(faultOf(readLink(letters))).toBe('none');
		expect(faultOf(readLink(other))).toBe('altered');
	});

	it.each(['hello there', 'https://example.com/', 'https://e.com/#a#b', 'mailto:a@b.c', '한국'])(
		'is not what is none: %s',
		(text) => {
			expect(faultOf(readLink(text))).toBe('foreign');
		}
	);

	it('has a greatest length', () => {
		expect(faultOf(readLink(`${PAGE}#${'A'.repeat(MAX_LINK)}`))).toBe('too-large');
	});
});

describe('the links of sheets in a text', () => {
	const [one, other] = [framed(), framed()];

	it('are found in a chat, whatever stands around them', () => {
		const text = `[오후 2:13] 김민서: ${linkOf(one)}\n제출했어요!\n[오후 2:14] 이서준: (${linkOf(other)}).`;
		expect(payloads(text)).toEqual([one, other]);
	});

	it('are found in a table', () => {
		const text = `name,link\n"Kim, Minseo","${linkOf(one)}",ok\nLee;${linkOf(other)};ok\t${linkOf(one)}`;
		expect(payloads(text)).toEqual([one, other]);
	});

	it('are found in digits', () => {
		expect(payloads(`${toQrLink(PAGE, one)}\n12345`)).toEqual([one]);
		expect(payloads(`${toQrLink(PAGE, one)} ${linkOf(one)}`)).toEqual([one]);
	});

	it('are found in mail that breaks its lines and quotes them', () => {
		const lines = (text: string, width: number) =>
			text.match(new RegExp(`.{1,${width}}`, 'g')) ?? [];
		for (const mark of [
			'\n',
			'\r\n',
			' \n',
			'\n> ',
			'\r\n>> ',
			'\n\t',
			'=\r\n',
			'\u200b',
			'\n> > '
		]) {
			const text = `> Hello,\n> ${lines(linkOf(one), 72).join(mark)}\n> Regards\n${linkOf(other)}`;
			expect(payloads(text)).toEqual([one, other]);
		}
	});

	it('swallow nothing of what follows, where one is whole', () => {
		expect(payloads(`${linkOf(one)}\nThanks\n${linkOf(other)}and more`)).toEqual([one, other]);
	});

	it('that are cut are counted, and those after them are found', () => {
		const cut = linkOf(one).slice(0, -40);
		expect(found(`${cut}\nsorry, again:\n${linkOf(other)}`)).toEqual({
			...{ payloads: [other], cut: 1, tooMany: false }
		});
	});

	it('are not the links of other documents, other pages or headings', () => {
		const text = `# Monday\n#MQ #1 https://e.com/#section-2 ${linkOf(framed(99, 'assignment'))}`;
		expect(found(text)).toEqual({ payloads: [], cut: 0, tooMany: false });
	});

	it('are 500 at most', () => {
		const many = Array.from({ length: MAX_SHEETS + 1 }, () => linkOf(framed(60))).join('\n');
		const { payloads: all, tooMany } = found(many);
		expect(all).toHaveLength(MAX_SHEETS);
		expect(tooMany).toBe(true);
	});

	it('are looked for in 2 MB at most, in steps that grow with the length', () => {
		expect(faultOf(findPayloads(' '.repeat(MAX_PASTED + 1), 'sheet'))).toBe('too-large');
		const start = toBase64Url(framed(20_000)).slice(0, 8);
		for (const piece of [
			'#',
			'#M',
			`#${start}`,
			`#${start}\n`,
			'#9',
			'%23',
			'M\n> ',
			'9',
			'#M\n'
		]) {
			const text = `#${piece.repeat(Math.floor((MAX_PASTED - 1) / piece.length))}`;
			expect(payloads(text)).toEqual([]);
		}
	});
});
