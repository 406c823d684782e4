import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bank } from '../lib/core/bank/bank';
import { bankIndex } from '../lib/core/bank/bank-parts';
import { generateCards } from '../lib/core/bank/generate-cards';
import { checkAsked, readAskedBank } from '../lib/core/bank/rules/check-rules';
import { countBank, type BankCounts } from '../lib/core/bank/rules/count-bank';
import type { AskedBank } from '../lib/core/bank/rules/rule';
import type { Diagnostic } from '../lib/core/result';
import { checkArticles, readArticles } from './bank/check-articles';
import { countsText } from './bank/counts-text';
import {
	authoredFiles,
	bankFolders,
	compileFiles,
	formatDiagnostic,
	notationProblems,
	placed,
	readBankFiles,
	type BankFile
} from './bank/read-bank';
import { withIds } from './bank/write-ids';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const USAGE = `npm run bank [-- --ids | --json] [-- --strict] [-- --questions FOLDER]
  (nothing)  checks every bank by the rules of questions/README.md and prints its counts
  --strict   fails on a warning as well
  --ids      writes the ids that are missing into the files
  --json     prints the compiled banks and their counts, and nothing else`;

interface Options {
	readonly ids: boolean;
	readonly json: boolean;
	readonly strict: boolean;
	readonly questions: string;
}

function parseOptions(args: readonly string[]): Options | undefined {
	const at = args.indexOf('--questions');
	const questions = at >= 0 ? args[at + 1] : join(ROOT, 'questions');
	const rest = args.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
	const flags = ['--ids', '--json', '--strict'];
	if (questions === undefined || rest.some((arg) => !flags.includes(arg))) return undefined;
	const [ids = false, json = false, strict = false] = flags.map((flag) => rest.includes(flag));
	return { ids, json, strict, questions };
}

const say = (text: string) => process.stderr.write(`${text}\n`);
const print = (text: string) => process.stdout.write(`${text}\n`);

const many = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

function report(problems: readonly Diagnostic[]): void {
	if (problems.length === 0) return;
	for (const each of problems) say(formatDiagnostic(each, ROOT));
	const warnings = problems.filter(({ level }) => level === 'warning').length;
	const errors = problems.length - warnings;
	const summary = [
		...(errors > 0 ? [many(errors, 'problem')] : []),
		...(warnings > 0 ? [many(warnings, 'warning')] : [])
	];
	say(`\n${summary.join(' and ')} in the banks`);
}

function writeIds(all: readonly (readonly BankFile[])[]): number {
	// In a file that cannot be read for certain, nobody knows where an id would land.
	const broken = all.flat().flatMap(notationProblems);
	if (broken.length > 0) {
		report(broken);
		return 1;
	}
	let written = 0;
	for (const files of all) {
		for (const [file, source] of withIds(files)) {
			writeFileSync(file.path, source);
			say(`ids written into ${file.name}`);
			written += 1;
		}
	}
	if (written === 0) say('no id is missing');
	return 0;
}

/** A bank that compiles, and what it comes to. */
interface Checked {
	readonly bank: Bank;
	readonly counts: BankCounts & { readonly cards: number };
}

function json(all: readonly Checked[]): string {
	const out = all.map(({ bank, counts }) => ({
		...bank,
		items: bank.items.map(({ item, key, topic, revision }) => {
			// `key` of an item is its right answer; its place in the bank is `itemKey`.
			return { ...item, itemKey: key, topic, revision };
		}),
		cards: generateCards([bankIndex(bank)]),
		counts
	}));
	return JSON.stringify({ banks: out }, null, '\t');
}

function counted(bank: Bank, asked: AskedBank): Checked {
	return { bank, counts: { ...countBank(asked), cards: generateCards([bankIndex(bank)]).length } };
}

/** Compiles one bank and holds it to the rules and, where they are there, to the articles. */
function check(files: readonly BankFile[], articles: ReturnType<typeof readArticles>) {
	const compiled = compileFiles(files);
	if (!compiled.ok) return { problems: compiled.error, checked: [] };
	const asked = readAskedBank(authoredFiles(files));
	if (!asked) throw new Error('a bank that compiles cannot be asked');
	const found = articles ? checkArticles(asked, articles) : [];
	const problems = [...found, ...checkAsked(asked)].map((each) => placed(files, each));
	return { problems, checked: [counted(compiled.value, asked)] };
}

/** `npm run bank`: checks, completes or prints the authored banks. */
export async function main(args: string[]): Promise<number> {
	const options = parseOptions(args);
	if (!options) {
		say(USAGE);
		return 2;
	}
	const all = bankFolders(options.questions).map(readBankFiles);
	if (options.ids) return writeIds(all);

	const articles = readArticles(join(ROOT, '../shared/articles/articles.json'));
	if (!articles)
		say('the articles are not beside the project: terms were held to sources.yaml only');
	const results = all.map((files) => check(files, articles));
	const problems = results.flatMap((result) => result.problems);
	report(problems);
	if (problems.some(({ level }) => options.strict || level === 'error')) return 1;
	const checked = results.flatMap((result) => result.checked);
	print(
		options.json
			? json(checked)
			: checked.map(({ bank, counts }) => countsText(bank.id, counts)).join('\n')
	);
	return 0;
}
