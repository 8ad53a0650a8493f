import type { CheckResult } from '../../harness/contract/check-result.ts';
import { mergeVerdicts, type Verdict } from '../../harness/contract/verdict.ts';

/** Whose fault, or nobody's: what a verdict other than `pass` stems from. */
export type Blame =
  | 'target wrong'
  | 'false advertising'
  | 'not offered'
  | 'never met'
  | 'not decided'
  | 'harness wrong';

export interface CellVerdict {
  readonly verdict: Verdict;
  /** How often the checks met what they judge. */
  readonly exercised: number;
  readonly blame?: Blame;
  /** Checks that decided it, and what one of them says. */
  readonly checks: readonly string[];
  readonly note?: string;
}

/** Checks that ask for a capability that the target declares in its promises. */
const declared = /^(RES|CAP)-|^LIFE-CANCEL$/;

/** One verdict over results, with whose fault it is. What none of them could meet is `unknown`, or not offered at all. */
export function verdictOfCell(results: readonly CheckResult[]): CellVerdict {
  const exercised = results.reduce((sum, result) => sum + result.exercised, 0);
  const failed = results.filter((each) => each.verdict === 'fail' && each.level === 'MUST');
  if (failed.length > 0) {
    const advertised = failed.every(({ id }) => declared.test(id));
    const blame: Blame = advertised ? 'false advertising' : 'target wrong';
    return { verdict: 'fail', exercised, blame, ...wordsOf(failed) };
  }
  const broken = results.filter(({ cause }) => cause === 'harness-error');
  if (broken.length > 0) {
    return { verdict: 'unknown', exercised, blame: 'harness wrong', ...wordsOf(broken) };
  }
  if (results.every(({ verdict }) => verdict === 'not-applicable')) {
    return { verdict: 'not-applicable', exercised, blame: 'not offered', ...wordsOf(results) };
  }
  const met = results.filter(
    ({ verdict, cause }) => verdict !== 'not-applicable' && cause !== 'never-exercised',
  );
  if (met.length === 0) {
    const unmet = results.filter(({ cause }) => cause === 'never-exercised');
    return { verdict: 'unknown', exercised, blame: 'never met', ...wordsOf(unmet) };
  }
  // A warning is no failure, and what one check never met is no doubt about the others.
  const verdict = mergeVerdicts(
    met.map((each) => (each.verdict === 'fail' ? 'pass' : each.verdict)),
  );
  if (verdict === 'pass') return { verdict, exercised, checks: met.map(({ id }) => id) };
  const open = met.filter((each) => each.verdict === 'unknown');
  return { verdict, exercised, blame: 'not decided', ...wordsOf(open) };
}

function wordsOf(results: readonly CheckResult[]): { checks: string[]; note?: string } {
  const [first] = results;
  const [witness] = first?.witnesses ?? [];
  const note = witness === undefined ? first?.reason : `${witness.must} ${witness.however}`;
  return { checks: results.map(({ id }) => id), ...(note === undefined ? {} : { note }) };
}
