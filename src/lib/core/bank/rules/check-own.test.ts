import { describe, expect, it } from 'vitest';
import { brokenRules } from './check-own';

const choice = (stem: string, ...texts: string[]) => ({
	...{ id: 'a', kind: 'choice', stem },
	options: texts.map((text, at) => ({ id: `o${at}`, text, ...(at === 0 ? { key: true } : {}) }))
});
const GOOD = 'In which city did the two leaders meet?';

describe('a question of one’s own', () => {
	it('breaks no rule when it is well written, whatever articles would ask for', () => {
		expect(brokenRules(choice(GOOD, 'Nara', 'Kyoto', 'Osaka'), 'en')).toEqual([]);
	});

	it.each([
		[9, 'In which city does the current president live?', ['Nara', 'Kyoto', 'Osaka']],
		[11, 'The meeting city', ['Nara', 'Kyoto', 'Osaka']],
		[13, 'In which city did they not meet at all that day?', ['Nara', 'Kyoto', 'Osaka']],
		[17, GOOD, ['Nara', 'Kyoto']],
		[18, GOOD, ['Nara', 'Kyoto', 'None of these']],
		[20, GOOD, ['The old city of Nara in Japan', 'Kyoto', 'Osaka']]
	] as const)('breaks rule %i', (number, stem, texts) => {
		expect(brokenRules(choice(stem, ...texts), 'en')).toContain(number);
	});

	it('may be short where it asks, which a question mark shows', () => {
		const stem = 'Which is the largest ocean?';
		expect(brokenRules(choice(stem, 'Pacific', 'Atlantic', 'Indian'), 'en')).toEqual([]);
	});

	it('need have no number of words in a language without spaces', () => {
		expect(brokenRules(choice('どこで会いましたか。', '奈良', '京都', '大阪'), 'ja')).toEqual([]);
	});

	it('is not judged when it is none', () => {
		expect(brokenRules({ id: 7 }, 'en')).toEqual([]);
	});
});
