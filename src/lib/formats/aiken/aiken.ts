import type { ReadBlock } from '$lib/core/bank/pasted';
import { comparable } from '$lib/core/text';
import type { Format } from '../format';
import { fault, makeChoice, type Made } from '../make-choice';
import { plainLines } from '../plain-lines';

/** `A. Kyoto`, `A) Kyoto`, in whatever script; a full stop within an abbreviation is none. */
const OPTION = /^\s*(\p{L})(?:\.(?=\s|$)|[．)）])\s*(.*)$/u;
const ANSWER = /^\s*(?:answer|정답|답|正解|正答|答え|答)\s*[:：]\s*(.*)$/iu;
/** A spreadsheet's line, whatever it begins with. */
const TAB = '\t';

/** Whether a line is the answer of a question, after which another may begin. */
export const endsQuestion = (line: string): boolean => ANSWER.test(line);

/** Whether a line is an option, or looks like one. */
export const isOption = (line: string): boolean => OPTION.test(line);

interface Option {
	readonly label: string;
	text: string;
}

/** A question while its lines are read. */
interface Draft {
	readonly fromLine: number;
	toLine: number;
	readonly stem: string[];
	readonly options: Option[];
	answer?: string;
}

const labelOf = (text: string) => text.normalize('NFKC').trim().toUpperCase();

/** `B`, `B.` or `(B)` by its letter, or an option in its own words. */
function findKey({ options, answer = '' }: Draft): number {
	const label = labelOf(answer).replace(/^\(|[.)]$/g, '');
	const byLabel = options.findIndex((option) => option.label === label);
	if (byLabel >= 0) return byLabel;
	return options.findIndex((option) => comparable(option.text) === comparable(answer));
}

function made(draft: Draft): Made {
	const { stem, options, answer } = draft;
	const labels = options.map(({ label }) => label);
	const twice = labels.find((label, at) => labels.indexOf(label) < at);
	if (twice !== undefined) return fault('option-twice', twice);
	const empty = options.find(({ text }) => text.trim() === '');
	if (empty) return fault('option-empty', empty.label);
	const texts = options.map(({ text }) => text.trim());
	return makeChoice(stem.join('\n'), texts, answer, () => findKey(draft));
}

/** Reads line by line: each line belongs to the question that is open, or closes it. */
class Reading {
	readonly blocks: ReadBlock[] = [];
	#draft: Draft | undefined;
	#afterBlank = false;

	close(): void {
		const draft = this.#draft;
		this.#draft = undefined;
		if (!draft) return;
		const { fromLine, toLine } = draft;
		this.blocks.push({ fromLine, toLine, ...made(draft) });
	}

	#open(line: number): Draft {
		const draft = (this.#draft ??= { fromLine: line, toLine: line, stem: [], options: [] });
		draft.toLine = line;
		return draft;
	}

	#text(text: string, line: number): void {
		// After an empty line words begin another question, even if this one lacks something.
		if (this.#afterBlank) this.close();
		const draft = this.#open(line);
		const option = draft.options.at(-1);
		if (option) option.text += `\n${text.trim()}`;
		else draft.stem.push(text.trim());
	}

	line(text: string, line: number): void {
		if (text.trim() === '') {
			this.#afterBlank = true;
			return;
		}
		const [answer, option] = [ANSWER.exec(text), OPTION.exec(text)];
		if (answer) {
			this.#open(line).answer = answer[1] ?? '';
			this.close();
		} else if (option) {
			this.#open(line).options.push({ label: labelOf(option[1] ?? ''), text: option[2] ?? '' });
		} else {
			this.#text(text, line);
		}
		this.#afterBlank = false;
	}
}

/** Questions as Moodle's simplest format has them. */
export const aiken: Format = {
	fits(text) {
		const lines = plainLines(text)
			.split('\n')
			.filter((line) => !line.includes(TAB));
		return lines.some(endsQuestion) || lines.filter(isOption).length > 1;
	},
	read(text) {
		const reading = new Reading();
		plainLines(text)
			.split('\n')
			.forEach((line, at) => reading.line(line, at + 1));
		reading.close();
		return reading.blocks;
	}
};
