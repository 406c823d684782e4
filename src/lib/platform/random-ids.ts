import type { RandomIds } from '$lib/core/ports';

/** Crockford's base32 in lower case: 5 bits a character, none easily taken for another. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Ids from the device's cryptographic random source. */
export const randomIds: RandomIds = {
	id: (bits) => {
		const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(bits / 5)));
		return Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('');
	}
};
