/** What people write above their columns, in the languages of the app. */
const TERM = 'term word front 용어 단어 낱말 어휘 앞면 用語 単語 語句 語 表';
const MEANING =
	'meaning definition back translation 뜻 의미 정의 설명 뒷면 번역 意味 定義 説明 訳 裏';
const QUESTION = 'question stem prompt q 질문 문제 문항 質問 問題 設問 問';
const ANSWER =
	'answer key correct solution a 정답 답 답안 正解 正答 答え 答 解答 correct_answer correct_option';
const OPTION =
	/^(?:option|choice|answer|보기|선택지|선지|選択肢|選択|肢)?[\s_-]*(?:[a-z]|\d{1,2})?$/u;

const folded = (cell: string) => cell.normalize('NFKC').trim().toLowerCase();
const isOneOf = (cell: string | undefined, words: string) =>
	cell !== undefined && words.split(' ').includes(folded(cell).replace(/\s+/g, '_'));

/** Whether the first row names the columns. */
export function isHeaderRow(cells: readonly string[]): boolean {
	const [first, ...others] = cells;
	const last = others.at(-1);
	if (others.length === 1) {
		return (
			(isOneOf(first, TERM) && isOneOf(last, MEANING)) ||
			(isOneOf(first, QUESTION) && isOneOf(last, ANSWER))
		);
	}
	const options = others.slice(0, -1);
	return (
		isOneOf(first, QUESTION) &&
		isOneOf(last, ANSWER) &&
		options.every((cell) => OPTION.test(folded(cell)))
	);
}
