import { resolve } from '$app/paths';
import { PASTED_TOPIC } from '$lib/core/bank/own-bank';
import { topicKey } from '$lib/core/bank/topic-key';

/** Where the questions of a bank that was pasted are listed. */
export const browseOf = (bank: string): string =>
	resolve(`/browse/?q=topic:${topicKey(bank, PASTED_TOPIC)}`);

/** Where a quiz of them begins. */
export const quizOf = (bank: string): string =>
	resolve(`/quiz/?topic=${topicKey(bank, PASTED_TOPIC)}`);
