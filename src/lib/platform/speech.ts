import type { Speech } from '../core/ports';

/** Some browsers know their voices only a while after they are asked, in milliseconds. */
const PATIENCE = 2_000;

const languageOf = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];

/** Those of the very tag first; else any of the language. */
function voicesFor(synthesis: SpeechSynthesis, lang: string): readonly SpeechSynthesisVoice[] {
	const fitting = synthesis
		.getVoices()
		.filter((voice) => languageOf(voice.lang) === languageOf(lang));
	const isExact = ({ lang: tag }: SpeechSynthesisVoice) =>
		tag.replace('_', '-').toLowerCase() === lang.toLowerCase();
	// What speaks without a network comes first.
	const rank = (voice: SpeechSynthesisVoice) =>
		(isExact(voice) ? 2 : 0) + (voice.localService ? 1 : 0);
	return fitting.sort((a, b) => rank(b) - rank(a));
}

function whenKnown(synthesis: SpeechSynthesis): Promise<void> {
	if (synthesis.getVoices().length > 0) return Promise.resolve();
	return new Promise((resolve) => {
		setTimeout(resolve, PATIENCE);
		synthesis.addEventListener('voiceschanged', () => resolve(), { once: true });
	});
}

const silent: Speech = {
	voices: () => Promise.resolve([]),
	say: () => Promise.resolve(),
	stop: () => undefined
};

/** The voices of the browser, where it has any. */
export function browserSpeech(): Speech {
	const { speechSynthesis: synthesis } = globalThis as { speechSynthesis?: SpeechSynthesis };
	if (!synthesis) return silent;
	let known: Promise<void> | undefined;
	return {
		async voices(lang) {
			await (known ??= whenKnown(synthesis));
			return voicesFor(synthesis, lang).map(({ name }) => name);
		},
		say: (text, lang) =>
			new Promise((resolve) => {
				const spoken = new SpeechSynthesisUtterance(text);
				spoken.lang = lang;
				spoken.voice = voicesFor(synthesis, lang)[0] ?? null;
				spoken.onend = spoken.onerror = () => resolve();
				synthesis.speak(spoken);
			}),
		stop: () => synthesis.cancel()
	};
}
