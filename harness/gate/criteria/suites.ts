import type { Fragment } from '../../contract/fragment.ts';
import type { CriterionResult } from '../../contract/gate.ts';
import type { Result } from '../../contract/result.ts';
import { plural } from '../phases/plural.ts';

/** How the ending of a suite begins that whoever started it has stopped. */
const stopped = 'stopped: ';

/** One suite as it ran. */
interface SuiteRun {
  readonly name: string;
  readonly tests: readonly Fragment[];
  /** How its runner ended; nothing when it never started. */
  readonly ending: string | undefined;
  /** Why it could not be started. */
  readonly unmet: string | undefined;
}

/**
 * Each suite must have run: at least one test, none skipped but for a reason that it does not apply, none red for a
 * reason that no check of its own names.
 */
export function judgeSuites(result: Result, suites: readonly string[]): CriterionResult[] {
  return suites.map((name) => {
    const run: SuiteRun = {
      name,
      tests: result.tests.filter((test) => test.suite === name),
      ending: result.suites.find((suite) => suite.name === name)?.ending,
      unmet: result.unmet_needs?.find(({ need }) => need === name)?.why,
    };
    const { verdict, reason } = judgeSuite(run);
    return {
      id: `suite:${name}`,
      title: `every test of ${name} ran`,
      required: true,
      verdict,
      reason,
      rests_on: run.tests.map(({ test }) => test),
      ...(verdict === 'pass' || run.unmet !== undefined
        ? {}
        : { next: `read ${name}.log in the run's folder` }),
    };
  });
}

function judgeSuite({
  tests,
  ending,
  unmet,
}: SuiteRun): Pick<CriterionResult, 'verdict' | 'reason'> {
  const cut = tests.filter((test) => test.cut_short !== undefined);
  const broken = tests.filter(
    (test) => test.state === 'failed' && !cut.includes(test) && !explainedByVerdicts(test),
  );
  const flaky = tests.filter((test) => test.state === 'passed' && test.attempts.k > 1);
  const skipped = tests.filter(
    (test) => test.state === 'skipped' && test.not_applicable === undefined,
  );
  const leftOut = tests.filter((test) => test.not_applicable !== undefined);
  const [first] = [...broken, ...flaky];
  if (first !== undefined) {
    const why = first.error === undefined ? '' : ` (${first.error.split('\n')[0]})`;
    const counts = `${broken.length} of ${tests.length} tests broke, ${flaky.length} passed only on retry`;
    return { verdict: 'fail', reason: `${counts}: ${first.test}${why}` };
  }
  if (tests.length === 0)
    return { verdict: 'unknown', reason: `no test ran (${unmet ?? ending ?? 'never started'})` };
  if (cut.length > 0) {
    const reason = `${cut.length} of ${tests.length} tests were cut short: ${cut[0]?.cut_short}`;
    return { verdict: 'unknown', reason };
  }
  if (ending?.startsWith(stopped) === true) {
    return {
      verdict: 'unknown',
      reason: `only ${plural(tests.length, 'test')} ran, then it was ${ending}`,
    };
  }
  if (skipped.length > 0) {
    return {
      verdict: 'unknown',
      reason: `${skipped.length} of ${tests.length} tests were skipped`,
    };
  }
  if (leftOut.length === tests.length) {
    return { verdict: 'unknown', reason: `no test applies: ${leftOut[0]?.not_applicable ?? ''}` };
  }
  if (ending !== 'exit 0' && tests.every((test) => test.state !== 'failed')) {
    const reason = `every test passed, but the runner ended with ${ending ?? 'nothing'}: something broke outside of a test`;
    return { verdict: 'unknown', reason };
  }
  if (leftOut.length > 0) {
    const reason = `${plural(tests.length - leftOut.length, 'test')} ran, ${leftOut.length} not applicable`;
    return { verdict: 'pass', reason };
  }
  return { verdict: 'pass', reason: `${plural(tests.length, 'test')} ran, none skipped` };
}

/** A red test whose own verdicts are not all green is told by those verdicts, and not told twice. */
function explainedByVerdicts(test: Fragment): boolean {
  const verdicts = [...(test.evidence?.checks ?? []), ...(test.evidence?.measurements ?? [])];
  return verdicts.some(({ verdict }) => verdict === 'fail' || verdict === 'unknown');
}
