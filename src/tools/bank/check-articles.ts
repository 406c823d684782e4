import { existsSync, readFileSync } from 'node:fs';
import type { ListedSource } from '../../lib/core/bank/bank';
import type { Asked, Said } from '../../lib/core/bank/rules/asked';
import type { AskedBank } from '../../lib/core/bank/rules/rule';
import { withoutQuotations, wordsOf } from '../../lib/core/bank/rules/words';
import { problem, type Diagnostic } from '../../lib/core/result';
import { standsIn } from '../../lib/core/text';

interface Article {
	readonly id: string;
	readonly paragraphs: readonly { readonly n: number; readonly text: string }[];
}

/** Longest run of words an item may share with an article, quotations aside. */
const MAX_SHARED_WORDS = 6;

/** The articles a bank was written from, or undefined where they do not stand beside the project. */
export function readArticles(file: string): readonly Article[] | undefined {
	if (!existsSync(file)) return undefined;
	return JSON.parse(readFileSync(file, 'utf8')) as readonly Article[];
}

function sourceProblems(source: ListedSource, at: number, article: Article): readonly Diagnostic[] {
	const listed = source.paragraphs.flatMap(({ n, terms }, p) => {
		const text = article.paragraphs.find((candidate) => candidate.n === n)?.text;
		const path = ['sources', at, 'paragraphs', p];
		if (text === undefined) {
			return [problem('unknown-paragraph', path, `“${source.id}” has no paragraph ${n}`)];
		}
		return terms.flatMap((term, t) =>
			standsIn(term, text)
				? []
				: [
						problem(
							'term-not-in-article',
							[...path, 'terms', t],
							`“${term}” does not stand in ${source.id}, paragraph ${n}`
						)
					]
		);
	});
	const numbers = new Set(source.paragraphs.map(({ n }) => n));
	const missing = article.paragraphs.filter(({ n }) => !numbers.has(n));
	return [
		...listed,
		...missing.map(({ n }) =>
			problem(
				'missing-paragraph',
				['sources', at],
				`paragraph ${n} of “${source.id}” is not listed`
			)
		)
	];
}

function runs(text: string, length: number): readonly string[] {
	const all = wordsOf(text);
	return all.slice(0, Math.max(0, all.length - length + 1)).map((_, i) => {
		return all.slice(i, i + length).join(' ');
	});
}

function copiedRun(text: string, articleRuns: ReadonlySet<string>): string | undefined {
	return withoutQuotations(text)
		.split('|')
		.flatMap((part) => runs(part, MAX_SHARED_WORDS + 1))
		.find((run) => articleRuns.has(run));
}

/** With its gaps filled a cloze may be an article's sentence, though no part of it is. */
function ownTexts({ texts, gaps }: Asked): readonly Said[] {
	const fill = (text: string) =>
		gaps.reduce(
			(rest, { mark, key }) => (mark === undefined ? rest : rest.replace(mark, key)),
			text
		);
	return texts.map(({ path, text }) => ({ path, text: fill(text) }));
}

function copiedProblems(bank: AskedBank, articles: readonly Article[]): readonly Diagnostic[] {
	const all = articles.flatMap((article) => article.paragraphs.map(({ text }) => text));
	const articleRuns = new Set(all.flatMap((text) => runs(text, MAX_SHARED_WORDS + 1)));
	return bank.items.flatMap((item) =>
		ownTexts(item).flatMap(({ path, text }) => {
			const run = copiedRun(text, articleRuns);
			if (run === undefined) return [];
			const message = `“${run}” stands in an article: more than ${MAX_SHARED_WORDS} words running`;
			const way = [...item.path, ...path];
			const place = { file: item.file };
			return [{ ...problem('copied', way, message, 'say it in other words'), place }];
		})
	);
}

/** Holds a bank against the articles themselves. Places name a file of the bank and a path. */
export function checkArticles(
	bank: AskedBank,
	articles: readonly Article[]
): readonly Diagnostic[] {
	const sources = bank.sources.flatMap((source, at) => {
		const article = articles.find((candidate) => candidate.id === source.id);
		const problems = article
			? sourceProblems(source, at, article)
			: [problem('unknown-article', ['sources', at, 'id'], `no article “${source.id}”`)];
		return problems.map((each) => ({ ...each, place: { file: 'sources.yaml' } }));
	});
	return [...sources, ...copiedProblems(bank, articles)];
}
