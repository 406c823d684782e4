import type { Speech } from '$lib/core/ports';
import { splitByLanguage } from '$lib/core/speech/split-by-language';

/** Reads texts aloud, one at a time. */
export class ReadAloud {
	readonly #speech: Speech;
	/** The reading that goes on; another one, or none, has stopped it. */
	#reading = 0;
	speaking = $state(false);

	constructor(speech: Speech) {
		this.#speech = speech;
	}

	/** Whether the device has a voice for some part of a text. */
	async can(text: string, lang: string): Promise<boolean> {
		const parts = splitByLanguage(text, lang);
		return (await Promise.all(parts.map((part) => this.#has(part.lang)))).includes(true);
	}

	async #has(lang: string): Promise<boolean> {
		return (await this.#speech.voices(lang)).length > 0;
	}

	/** Reads a text, each part in its language; what there is no voice for is left out. */
	async read(text: string, lang: string): Promise<void> {
		this.stop();
		const reading = this.#reading;
		this.speaking = true;
		for (const part of splitByLanguage(text, lang)) {
			const isSpoken = await this.#has(part.lang);
			if (reading !== this.#reading) return;
			if (isSpoken) await this.#speech.say(part.text, part.lang);
			if (reading !== this.#reading) return;
		}
		this.speaking = false;
	}

	stop(): void {
		this.#reading += 1;
		if (this.speaking) this.#speech.stop();
		this.speaking = false;
	}
}
