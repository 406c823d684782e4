import { describe, expect, it } from 'vitest';
import { faultOf, valueOf } from '../../../../tests/support/assignments';
import { MAX_FILE } from './caps';
import { DOCUMENT_KINDS, frameEnd, kindOf, readFrame, writeFrame } from './frame';

const content = (length: number) => new Uint8Array(length).fill(0x5a);
const framed = (length = 100) =>
	writeFrame({ kind: 'sheet', isDeflated: false, content: content(length) });
const changed = (payload: Uint8Array, at: number, byte: number) =>
	payload.map((each, index) => (index === at ? byte : each));
const fault = (payload: Uint8Array) => faultOf(readFrame(payload, 'sheet'));

describe('a payload', () => {
	it.each(DOCUMENT_KINDS)('of the kind %s is taken apart as it was put together', (kind) => {
		for (const isDeflated of [true, false]) {
			for (const length of [0, 1, 127, 128, 16_383, 16_384, 200_000]) {
				const frame = { kind, isDeflated, content: content(length) };
				const payload = writeFrame(frame);
				expect(kindOf(payload)).toBe(kind);
				expect(frameEnd(payload.subarray(0, 4))).toBe(payload.length);
				const { content: read, ...rest } = valueOf(readFrame(payload, kind));
				expect(rest).toEqual({ kind, isDeflated });
				expect(Buffer.compare(read, frame.content)).toBe(0);
			}
		}
	});

	it('has numbers for its kinds that never change', () => {
		const firsts = DOCUMENT_KINDS.map(
			(kind) => writeFrame({ kind, isDeflated: false, content: content(0) })[0]
		);
		expect(firsts).toEqual([0x11, 0x21, 0x31, 0x41, 0x51, 0x61, 0x71]);
		const deflated = writeFrame({ kind: 'class', isDeflated: true, content: content(0) });
		expect(deflated[0]).toBe(0x19);
	});

	it('that ends too early is cut, wherever that is', () => {
		const payload = framed(300);
		for (let length = 1; length < payload.length; length++) {
			expect(fault(payload.subarray(0, length))).toBe('cut');
		}
	});

	it('that goes on is altered, and so is one whose length could be shorter', () => {
		expect(fault(Uint8Array.of(...framed(), 0))).toBe('altered');
		expect(fault(Uint8Array.of(0x31, 0x80, 0x00, 1, 2))).toBe('altered');
		expect(fault(Uint8Array.of(0x31, 0x80, 0x80, 0x80, 0x01))).toBe('altered');
	});

	it('of another kind says which', () => {
		const read = readFrame(framed(), 'class');
		expect(read).toEqual({ ok: false, error: { is: 'other-kind', found: 'sheet' } });
	});

	it('of a version or kind to come is too new, if it is a payload at all', () => {
		expect(fault(changed(framed(), 0, 0x32))).toBe('too-new');
		expect(fault(changed(framed(), 0, 0x37))).toBe('too-new');
		expect(fault(changed(framed(), 0, 0x72))).toBe('too-new');
		expect(fault(changed(framed().subarray(0, 80), 0, 0x32))).toBe('foreign');
	});

	it.each([
		[''],
		['\0\0'],
		['Introduction'],
		['PK\u0003\u0004'],
		['\u00ff\u00d8\u00ff'],
		['{"a":1}']
	])('is not what something else begins with: %j', (text) => {
		expect(fault(Uint8Array.from(Buffer.from(text, 'latin1')))).toBe('foreign');
	});

	it('has a greatest length', () => {
		expect(fault(framed(MAX_FILE))).toBe('too-large');
	});
});
