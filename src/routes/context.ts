import { createContext } from 'svelte';
import type { App } from '$lib/compose';

/** The app, handed from the shell to its pages. */
export const [useApp, provideApp] = createContext<App>();
