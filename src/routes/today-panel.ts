/** The panel of Today and what it needs; loaded by context.ts. */
export const panel = () => import('./TodayPanel.svelte');
