import { hasShape, isWhole } from '$lib/core/guard';
import type { ClockCorrection } from '$lib/core/log/clock-trouble';
import type { DeviceStore } from '$lib/core/ports';

export const LANGUAGES = ['en', 'ko', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Size of the text, in percent of what the browser is set to. */
export const TEXT_SIZES = [100, 115, 130, 150] as const;
export type TextSize = (typeof TEXT_SIZES)[number];

/** When questions are read aloud. */
export const READ_ALOUD = ['off', 'demand', 'auto'] as const;
export type ReadAloudChoice = (typeof READ_ALOUD)[number];

/** What of the preferences is there before the first paint. */
export interface Look {
	readonly language: Language;
	readonly theme: Theme;
	readonly textSize: TextSize;
}

const isOneOf = <T>(values: readonly T[], value: unknown): value is T =>
	values.includes(value as T);

const isCorrection = hasShape({ days: isWhole, since: isWhole });

/** What preferences need of the world. */
export interface PreferencePorts {
	readonly store: Pick<DeviceStore, 'preferences' | 'savePreferences'>;
	/** What the page was painted with before anything was loaded. */
	readonly painted: { readonly [K in keyof Look]: unknown };
	/** Makes a choice visible, and readable before the next first paint. */
	show(look: Look): void;
}

/** The device's own choices. They are no part of a learner's log. */
export class Preferences {
	readonly #ports: PreferencePorts;
	/** Everything stored, so that what a newer version wrote is not lost. */
	#stored: Readonly<Record<string, unknown>> = {};
	language: Language = $state('en');
	theme: Theme = $state('system');
	textSize: TextSize = $state(100);
	/** Whether single keys act in a session (WCAG 2.1.4: they can be switched off). */
	shortcuts = $state(true);
	/** Whether a swipe rates, and whether a tap on a half of a flashcard does. */
	swipes = $state(false);
	taps = $state(false);
	readAloud: ReadAloudChoice = $state('off');
	/** How long a sitting is to be, as `core/scheduling/session-length` reads it. */
	sessionLength = $state('all');
	/** What the learner said of a wrong clock. */
	clockCorrection: ClockCorrection | undefined = $state.raw();
	/** False until what was stored has been read, or reading has failed. */
	ready = $state(false);
	/** The offer to work offline was announced on this device. */
	offlineSaid = $state(true);

	constructor(ports: PreferencePorts) {
		this.#ports = ports;
		this.#see(ports.painted);
	}

	/** Takes what can be one of the choices; the others stay. */
	#see({ language, theme, textSize }: { readonly [K in keyof Look]?: unknown }): void {
		if (isOneOf(LANGUAGES, language)) this.language = language;
		if (isOneOf(THEMES, theme)) this.theme = theme;
		if (isOneOf(TEXT_SIZES, textSize)) this.textSize = textSize;
	}

	#show(): void {
		const { language, theme, textSize } = this;
		this.#ports.show({ language, theme, textSize });
	}

	/** Reads what was stored. A device that keeps nothing goes on with what was painted. */
	async open(): Promise<void> {
		try {
			this.#stored = await this.#ports.store.preferences();
			this.#take();
		} catch {
			// What was painted stays.
		}
		this.ready = true;
	}

	#take(): void {
		const { shortcuts, offlineSaid, clockCorrection } = this.#stored;
		const { swipes, taps, readAloud, sessionLength } = this.#stored;
		this.#see(this.#stored);
		this.shortcuts = shortcuts !== false;
		this.swipes = swipes === true;
		this.taps = taps === true;
		if (isOneOf(READ_ALOUD, readAloud)) this.readAloud = readAloud;
		if (typeof sessionLength === 'string') this.sessionLength = sessionLength;
		this.offlineSaid = offlineSaid === true;
		if (isCorrection(clockCorrection)) this.clockCorrection = clockCorrection as ClockCorrection;
		this.#show();
	}

	async #save(change: Readonly<Record<string, unknown>>): Promise<void> {
		this.#stored = { ...this.#stored, ...change };
		this.#show();
		try {
			await this.#ports.store.savePreferences(this.#stored);
		} catch {
			// The learner's log says when a device keeps nothing; a preference is not worth a second word.
		}
	}

	setLanguage(language: Language): Promise<void> {
		this.language = language;
		return this.#save({ language });
	}

	setTheme(theme: Theme): Promise<void> {
		this.theme = theme;
		return this.#save({ theme });
	}

	setTextSize(textSize: TextSize): Promise<void> {
		this.textSize = textSize;
		return this.#save({ textSize });
	}

	setShortcuts(shortcuts: boolean): Promise<void> {
		this.shortcuts = shortcuts;
		return this.#save({ shortcuts });
	}

	/** Sets what only Study asks for: gestures, reading aloud, the length of a sitting. */
	setForStudy(
		choice: Partial<Pick<Preferences, 'swipes' | 'taps' | 'readAloud' | 'sessionLength'>>
	): Promise<void> {
		Object.assign(this, choice);
		return this.#save(choice);
	}

	setClockCorrection(clockCorrection: ClockCorrection): Promise<void> {
		this.clockCorrection = clockCorrection;
		return this.#save({ clockCorrection });
	}

	setOfflineSaid(): Promise<void> {
		this.offlineSaid = true;
		return this.#save({ offlineSaid: true });
	}
}
