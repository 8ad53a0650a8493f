import { exitCodeOf } from '../../contract/exit-code.ts';
import type { Result } from '../../contract/result.ts';
import { mergeVerdicts, type Verdict } from '../../contract/verdict.ts';
import { closingSentence } from './closing-sentence.ts';
import { countStandings, type StandingCounts } from './count-standings.ts';
import { entriesOf } from './entries-of.ts';
import type { Entry } from './entry.ts';
import { shownEntries } from './shown-entries.ts';
import type { Standing } from './standing.ts';

/** What a reader must know in ten seconds. */
export interface Summary {
  readonly verdict: Exclude<Verdict, 'not-applicable'>;
  readonly exitCode: number;
  /** One sentence that says what the verdict means. */
  readonly sentence: string;
  /** What decided the verdict, worst first; empty when everything passed. */
  readonly reasons: readonly Entry[];
  /** Checks, measurements and tests; criteria rest on them and are not counted twice. */
  readonly counts: StandingCounts;
}

const scored: Partial<Record<Standing, Verdict>> = {
  pass: 'pass',
  fail: 'fail',
  unknown: 'unknown',
};

/** Reads the gate's decision where there is one; otherwise merges everything that is scored. */
export function summarise(result: Result): Summary {
  const entries = entriesOf(result);
  const evidence = entries.filter((entry) => entry.kind !== 'criterion');
  const deciding = result.gate === undefined ? evidence : entries.filter(isCriterion);
  const merged = mergeVerdicts(deciding.flatMap(({ standing }) => scored[standing] ?? []));
  const verdict = decided(result.gate?.verdict ?? merged);
  const exitCode = result.gate?.exit_code ?? exitCodeOf(verdict);
  return {
    verdict,
    exitCode,
    reasons: reasonsOf(result, deciding),
    sentence: closingSentence(result, verdict, deciding),
    counts: countStandings(evidence),
  };
}

function isCriterion(entry: Entry): boolean {
  return entry.kind === 'criterion';
}

function decided(verdict: Verdict): Summary['verdict'] {
  return verdict === 'not-applicable' ? 'unknown' : verdict;
}

/** As they are shown: a criterion that only repeats a check is named by the check. */
function reasonsOf(result: Result, deciding: readonly Entry[]): Entry[] {
  const shown = shownEntries(result);
  return (['fail', 'unknown'] as const)
    .flatMap((standing) => deciding.filter((entry) => entry.standing === standing))
    .map(
      (entry) =>
        shown.find(({ kind, id }) => kind === entry.kind && id === entry.id) ??
        shown.find(({ id }) => id === entry.id) ??
        entry,
    );
}
