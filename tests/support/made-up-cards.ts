/** Cards for tests that need no item behind them. */
import type { Card } from '../../src/lib/core/bank/bank';

/** Cards in bank order; of a name such as `t/place.2` the topic is `t` and the group `place`. */
export function cardsNamed(...names: readonly string[]): readonly Card[] {
	return names.map((name, order) => {
		const [topic = '', id = ''] = name.split('/');
		const item = `b/${id}` as const;
		const common = { part: '', kind: 'choice', group: id.split('.')[0] ?? id } as const;
		return { ...common, topic, key: `${item}#`, item, order };
	});
}

/** So many cards of a topic, each a group of its own. */
export const cardsOf = (topic: string, count: number): readonly Card[] =>
	cardsNamed(...Array.from({ length: count }, (_, at) => `${topic}/${topic}${at}`));
