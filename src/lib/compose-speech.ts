/** Reading aloud, put together when a session asks for it. */
import { browserSpeech } from './platform/speech';
import { ReadAloud } from './state/read-aloud.svelte';

export const composeReadAloud = (): ReadAloud => new ReadAloud(browserSpeech());
