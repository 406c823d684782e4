import type * as v from 'valibot';
import { problem, type Diagnostic, type Path } from './result';

/** Valibot's issues in words an author can act on, each with its path. */
export function diagnosticsOf(issues: readonly v.BaseIssue<unknown>[]): readonly Diagnostic[] {
	return issues.map((issue) => {
		const path = (issue.path ?? []).map((part) => part.key as string | number);
		return memberProblem(issue, path) ?? problem('shape', path, issue.message);
	});
}

function memberProblem(issue: v.BaseIssue<unknown>, path: Path): Diagnostic | undefined {
	if (issue.type !== 'strict_object' && issue.type !== 'object') return undefined;
	const name = String(path.at(-1) ?? '');
	if (issue.expected === 'never') {
		return problem('unknown-field', path, `“${name}” is not a field here`, 'check its spelling');
	}
	if (issue.received === 'undefined') {
		return problem('missing-field', path, `“${name}” is missing`, hintFor(name));
	}
	return problem('shape', path, `expected a mapping of fields, found ${issue.received}`);
}

const hintFor = (name: string) =>
	name === 'id' ? 'run “npm run bank -- --ids” to have one written' : `add “${name}:”`;
