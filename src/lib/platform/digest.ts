/**
 * SHA-256 at once. The browser's own answers later, and outside secure contexts not at all; what
 * is pasted is short, and its revisions are wanted while it is read.
 */
const ROUNDS = 64;
const BLOCK = 64;

/** The first 32 bits of the fractional part. */
const fraction = (value: number) => Math.floor((value % 1) * 2 ** 32) | 0;

function primes(count: number): readonly number[] {
	const found: number[] = [];
	for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime)) found.push(n);
	return found;
}

const PRIMES = primes(ROUNDS);
const FACTORS = PRIMES.map((prime) => fraction(Math.cbrt(prime)));
const START = PRIMES.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

const turn = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/** The bytes of a text, a single bit, zeros, and how many bits they were. */
function padded(text: string): DataView {
	const bytes = new TextEncoder().encode(text);
	const all = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK);
	all.set(bytes);
	all[bytes.length] = 0x80;
	const view = new DataView(all.buffer);
	view.setUint32(all.length - 8, Math.floor(bytes.length / 2 ** 29));
	view.setUint32(all.length - 4, (bytes.length << 3) >>> 0);
	return view;
}

function scheduleOf(view: DataView, at: number): Int32Array {
	const words = new Int32Array(ROUNDS);
	for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + i * 4);
	for (let i = 16; i < ROUNDS; i++) {
		const [two, fifteen] = [words[i - 2] ?? 0, words[i - 15] ?? 0];
		const near = turn(two, 17) ^ turn(two, 19) ^ (two >>> 10);
		const far = turn(fifteen, 7) ^ turn(fifteen, 18) ^ (fifteen >>> 3);
		words[i] = (words[i - 16] ?? 0) + far + (words[i - 7] ?? 0) + near;
	}
	return words;
}

type State = readonly number[];

function mix(state: State, words: Int32Array): State {
	let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
	for (let i = 0; i < ROUNDS; i++) {
		const chosen = (e & f) ^ (~e & g);
		const turned = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
		const one = (h + turned + chosen + (FACTORS[i] ?? 0) + (words[i] ?? 0)) | 0;
		const most = (a & b) ^ (a & c) ^ (b & c);
		const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + most) | 0;
		[h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
	}
	return [a, b, c, d, e, f, g, h].map((word, at) => (word + (state[at] ?? 0)) | 0);
}

/** SHA-256 of a text in UTF-8, as lower-case hexadecimal digits. */
export function digestText(text: string): string {
	const view = padded(text);
	let state: State = START;
	for (let at = 0; at < view.byteLength; at += BLOCK) state = mix(state, scheduleOf(view, at));
	return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}
