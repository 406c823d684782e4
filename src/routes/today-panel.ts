/**
 * The panel of Today, for who has been here. It is loaded in two steps, so that the first load names
 * this small file and not all that the panel needs.
 */
export const panel = () => import('./TodayPanel.svelte');
