/** The name of a topic among those of several banks: `bank/topic`. */
export const topicKey = (bank: string, topic: string): string => `${bank}/${topic}`;
