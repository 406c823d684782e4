import { createContext } from 'svelte';
import type { App } from '$lib/compose';

/** The app, handed from the shell to its pages. */
export const [useApp, provideApp] = createContext<App>();

/**
 * Loads the panel of Today, for who has been here. From here and in two steps, so that the first
 * load names one small file more, and not all that the panel needs.
 */
export const todayPanel = () => import('./today-panel').then(({ panel }) => panel());
