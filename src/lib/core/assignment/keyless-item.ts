import type { ItemBase } from '../item/item';
import type { AssignableItem, Question } from './public-document';

const base: Omit<ItemBase, 'id'> = {
	...{ explanation: '', evidence: [], excludes: [] },
	...{ claim: 'fact', difficulty: 'medium' }
};

const typed = { key: '', accept: [], confusions: [], redirects: [] } as const;

/**
 * An item like the question, whose key fits nothing. It tells a response that can be taken from one
 * that cannot, as long as nobody here has the key; what it says of points means nothing.
 */
export function keylessItem(question: Question): AssignableItem {
	switch (question.kind) {
		case 'choice':
			return { ...base, ...question, key: '' };
		case 'multiple': {
			const { count: _, ...rest } = question;
			return { ...base, ...rest, keys: [] };
		}
		case 'true-false':
			return { ...base, ...question, key: true, why: '' };
		case 'text':
			return { ...base, ...question, ...typed };
		case 'number':
			return { ...base, ...question, key: Number.NaN, tolerance: 0, range: [-Infinity, Infinity] };
		case 'cloze': {
			const { gap, ...rest } = question;
			return { ...base, ...rest, gaps: [{ id: gap, ...typed }] };
		}
		case 'match':
			return { ...base, ...question, key: {} };
		case 'order':
			return { ...base, ...question };
	}
}
