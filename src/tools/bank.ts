import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Bank } from '../lib/core/bank/bank';
import { bankIndex } from '../lib/core/bank/compile-bank';
import { generateCards } from '../lib/core/bank/generate-cards';
import type { Diagnostic } from '../lib/core/result';
import { checkArticles, readArticles } from './bank/check-articles';
import {
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
const USAGE = `npm run bank [-- --ids | --json] [-- --questions FOLDER]
  (nothing)  checks every bank and prints its counts
  --ids      writes the ids that are missing into the files
  --json     prints the compiled banks and nothing else`;

interface Options {
	readonly ids: boolean;
	readonly json: boolean;
	readonly questions: string;
}

function parseOptions(args: readonly string[]): Options | undefined {
	const at = args.indexOf('--questions');
	const questions = at >= 0 ? args[at + 1] : join(ROOT, 'questions');
	const rest = args.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
	if (questions === undefined || rest.some((arg) => arg !== '--ids' && arg !== '--json')) {
		return undefined;
	}
	return { ids: rest.includes('--ids'), json: rest.includes('--json'), questions };
}

const say = (text: string) => process.stderr.write(`${text}\n`);
const print = (text: string) => process.stdout.write(`${text}\n`);

function report(problems: readonly Diagnostic[]): void {
	for (const each of problems) say(formatDiagnostic(each, ROOT));
	say(`\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the banks`);
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

const tally = (values: readonly string[]) => {
	const counts = new Map<string, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
};

function counts(bank: Bank): string {
	const cards = generateCards([bankIndex(bank)]);
	return [
		`${bank.id}: ${bank.items.length} items, ${cards.length} cards`,
		`  topics: ${tally(bank.items.map(({ topic }) => topic))}`,
		`  kinds: ${tally(bank.items.map(({ item }) => item.kind))}`,
		`  articles: ${tally(bank.items.flatMap(({ item }) => item.evidence.map((e) => e.source)))}`
	].join('\n');
}

function json(banks: readonly Bank[]): string {
	const out = banks.map((bank) => ({
		...bank,
		items: bank.items.map(({ item, key, topic, revision }) => {
			// `key` of an item is its right answer; its place in the bank is `itemKey`.
			return { ...item, itemKey: key, topic, revision };
		}),
		cards: generateCards([bankIndex(bank)])
	}));
	return JSON.stringify({ banks: out }, null, '\t');
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
	const problems: Diagnostic[] = [];
	const banks: Bank[] = [];
	for (const files of all) {
		const compiled = compileFiles(files);
		if (!compiled.ok) {
			problems.push(...compiled.error);
			continue;
		}
		banks.push(compiled.value);
		const found = articles ? checkArticles(compiled.value, articles) : [];
		problems.push(...found.map((each) => placed(files, each)));
	}
	if (problems.length > 0) {
		report(problems);
		return 1;
	}
	print(options.json ? json(banks) : banks.map(counts).join('\n'));
	return 0;
}
