/** The colour of the paper in each theme, for the browser's own bars; as in app.html. */
const PAPER = { light: '#faf8f3', dark: '#12171d' } as const;

const SYSTEM = 'system';

/** Percent: as large as the browser has it. */
const USUAL = 100;

/** What of the device's own choices is seen at once. */
interface Appearance {
	readonly language: string;
	readonly theme: keyof typeof PAPER | typeof SYSTEM;
	/** Percent. */
	readonly textSize: number;
}

/** What the page was painted with: the boot script in app.html set it. */
export const paintedAppearance = (root: HTMLElement) => ({
	language: root.lang,
	theme: root.dataset.theme ?? SYSTEM,
	textSize: Number(root.dataset.text ?? USUAL)
});

/** Shows a language, a theme and a size on the page itself and on the bars around it. */
export function showAppearance(root: HTMLElement, look: Appearance): void {
	const { language, theme, textSize } = look;
	root.lang = language;
	if (textSize === USUAL) delete root.dataset.text;
	else root.dataset.text = String(textSize);
	if (theme === SYSTEM) delete root.dataset.theme;
	else root.dataset.theme = theme;
	for (const meta of root.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
		const own = meta.media.includes('dark') ? 'dark' : 'light';
		meta.content = PAPER[theme === SYSTEM ? own : theme];
	}
}
