import type { Verdict } from './judge';
import type { Ledger } from './ledger';

/** Everything that was found in a run, in words. */
type Findings = { readonly [K in keyof Verdict]: string[] };

/** What a run of a scenario comes to. */
export interface Figures {
	readonly scenario: string;
	/** Given back, it makes the same choices; what meets a kill is for the machine to say. */
	readonly seed: string;
	readonly profiles: number;
	readonly kills: number;
	/** Acts that were to be pressed, and those of them that the page called saved. */
	readonly given: number;
	readonly acknowledged: number;
	readonly lost: number;
	readonly doubled: number;
	readonly torn: number;
	readonly stateNotFold: number;
	readonly troubled: number;
	readonly secondsPerKill: number;
	/** Counted by the scenario itself. */
	readonly [own: string]: string | number;
}

/** Adds up a run and says at once what is found. */
export function createTally(scenario: string, seed: string, say: (line: string) => void) {
	const start = performance.now();
	const findings: Findings = { lost: [], doubled: [], torn: [], unlike: [], troubled: [] };
	const own: Record<string, number> = {};
	const sums = { profiles: 0, kills: 0, given: 0, acknowledged: 0 };
	return {
		sums,
		count(what: string): void {
			own[what] = (own[what] ?? 0) + 1;
		},
		note(verdict: Verdict | undefined): void {
			for (const what of Object.keys(findings) as (keyof Verdict)[]) {
				// What is lost stays lost: every later opening would find it again.
				for (const each of verdict?.[what].filter((one) => !findings[what].includes(one)) ?? []) {
					findings[what].push(each);
					say(`${scenario}, after kill ${sums.kills}: ${what}: ${each}`);
				}
			}
		},
		close(ledger: Pick<Ledger, 'counts'>): void {
			sums.profiles += 1;
			sums.given += ledger.counts.given;
			sums.acknowledged += ledger.counts.acknowledged;
		},
		figures(): Figures {
			const { lost, doubled, torn, unlike, troubled } = findings;
			const seconds = (performance.now() - start) / 1000;
			return {
				scenario,
				seed,
				...sums,
				lost: lost.length,
				doubled: doubled.length,
				torn: torn.length,
				stateNotFold: unlike.length,
				troubled: troubled.length,
				...own,
				secondsPerKill: Number((seconds / sums.kills).toFixed(2))
			};
		}
	};
}

export const isFaultless = ({ lost, doubled, torn, stateNotFold, troubled }: Figures): boolean =>
	lost + doubled + torn + stateNotFold + troubled === 0;
