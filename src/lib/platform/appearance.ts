/** The colour of the paper in each theme, for the browser's own bars; as in app.html. */
const PAPER = { light: '#faf8f3', dark: '#12171d' } as const;

const SYSTEM = 'system';

export type Appearance = keyof typeof PAPER | typeof SYSTEM;

/** What the page was painted with: the boot script in app.html set it. */
export const paintedAppearance = (root: HTMLElement) => ({
	language: root.lang,
	theme: root.dataset.theme ?? SYSTEM
});

/** Shows a language and a theme on the page itself and on the bars around it. */
export function showAppearance(root: HTMLElement, language: string, theme: Appearance): void {
	root.lang = language;
	if (theme === SYSTEM) delete root.dataset.theme;
	else root.dataset.theme = theme;
	for (const meta of root.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
		const own = meta.media.includes('dark') ? 'dark' : 'light';
		meta.content = PAPER[theme === SYSTEM ? own : theme];
	}
}
