import * as v from 'valibot';
import type { Diagnostic, Path } from '../../result';
import type { Accepted } from '../accepts';
import { bankSchema, itemsSchema, sourcesSchema } from '../bank-schema';
import type { AuthoredFile } from '../read-bank';
import { readAsked } from './asked';
import type { AskedBank, Finding, Rule } from './rule';
import { rules } from './rules';

const HEAD = 'bank.yaml';

/** The files of a bank as rules look at them; undefined where they do not parse. */
export function readAskedBank(files: readonly AuthoredFile[]): AskedBank | undefined {
	const valueOf = (name: string) => files.find((file) => file.name === name)?.value;
	const head = v.safeParse(bankSchema, valueOf(HEAD));
	const listed = v.safeParse(sourcesSchema, valueOf('sources.yaml'));
	if (!head.success || !listed.success) return undefined;
	const items = head.output.topics.flatMap(({ id: topic }) => {
		const file = `${topic}.yaml`;
		const written = v.safeParse(itemsSchema, valueOf(file));
		if (!written.success) return [];
		return written.output.items.flatMap(
			(value, at) => readAsked(value, { topic, file, path: ['items', at] }) ?? []
		);
	});
	return { items, sources: listed.output.sources, accepts: head.output.accepts };
}

function diagnosticOf(
	rule: Rule,
	{ path, message, hint }: Finding,
	file: string,
	above: Path
): Diagnostic {
	const { level, code } = rule;
	return {
		level,
		code,
		path: [...above, ...path],
		message,
		hint: hint ?? rule.hint,
		place: { file }
	};
}

/** Where something was accepted, and what was found there. */
interface Place {
	readonly file: string;
	readonly path: Path;
	readonly accepts: readonly Accepted[];
	readonly found: readonly (readonly [Rule, Finding])[];
}

const isWarning = (number: number) =>
	rules.some((rule) => rule.number === number && rule.level === 'warning');

function idleReason(number: number, found: Place['found']): string | undefined {
	const rule = rules.find((each) => each.number === number);
	if (!rule) return `there is no rule ${number}`;
	if (rule.level === 'error') return `rule ${number} is an error, which cannot be accepted`;
	return found.some(([broken]) => broken === rule)
		? undefined
		: `rule ${number} is not broken here`;
}

/** What is left of the findings of one place, and what was accepted there for nothing. */
function judge({ file, path, accepts, found }: Place): readonly Diagnostic[] {
	const accepted = new Set(accepts.map(({ rule }) => rule).filter(isWarning));
	const left = found.filter(([rule]) => !accepted.has(rule.number));
	const idle = rules.find(({ code }) => code === 'idle-accept');
	return [
		...left.map(([rule, finding]) => diagnosticOf(rule, finding, file, path)),
		...accepts.flatMap(({ rule }, at) => {
			const message = idleReason(rule, found);
			if (!idle || message === undefined) return [];
			return [diagnosticOf(idle, { path: ['accepts', at, 'rule'], message }, file, path)];
		})
	];
}

/** Holds a bank to every rule. Paths lead into the file that a place names. */
export function checkAsked(bank: AskedBank): readonly Diagnostic[] {
	const items = bank.items.map((item): Place => {
		const { file, path, accepts } = item;
		const found = rules.flatMap((rule) =>
			(rule.item?.(item, bank) ?? []).map((finding) => [rule, finding] as const)
		);
		return { file, path, accepts, found };
	});
	const whole = rules.flatMap((rule) =>
		(rule.bank?.(bank) ?? []).map((finding) => [rule, finding] as const)
	);
	return [...items, { file: HEAD, path: [], accepts: bank.accepts, found: whole }].flatMap(judge);
}
