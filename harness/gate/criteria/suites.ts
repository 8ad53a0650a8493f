import type { Fragment } from '../../contract/fragment.ts';
import type { CriterionResult } from '../../contract/gate.ts';
import type { Result } from '../../contract/result.ts';

/** One suite as it ran. */
interface SuiteRun {
  readonly name: string;
  readonly tests: readonly Fragment[];
  /** How its runner ended; nothing when it never started. */
  readonly ending: string | undefined;
}

/** Each suite must have run: at least one test, none skipped, none red for a reason that no check of its own names. */
export function judgeSuites(result: Result, suites: readonly string[]): CriterionResult[] {
  return suites.map((name) => {
    const run: SuiteRun = {
      name,
      tests: result.tests.filter((test) => test.suite === name),
      ending: result.suites.find((suite) => suite.name === name)?.ending,
    };
    const { verdict, reason } = judgeSuite(run);
    return {
      id: `suite:${name}`,
      title: `suite ${name}`,
      required: true,
      verdict,
      reason,
      rests_on: run.tests.map(({ test }) => test),
      ...(verdict === 'pass' ? {} : { next: `read ${name}.log in the run's folder` }),
    };
  });
}

function judgeSuite({ tests, ending }: SuiteRun): Pick<CriterionResult, 'verdict' | 'reason'> {
  const broken = tests.filter((test) => test.state === 'failed' && !explainedByVerdicts(test));
  const flaky = tests.filter((test) => test.state === 'passed' && test.attempts.k > 1);
  const skipped = tests.filter((test) => test.state === 'skipped');
  const [first] = [...broken, ...flaky];
  if (first !== undefined) {
    const why = first.error === undefined ? '' : ` (${first.error.split('\n')[0]})`;
    const counts = `${broken.length} of ${tests.length} tests broke, ${flaky.length} passed only on retry`;
    return { verdict: 'fail', reason: `${counts}: ${first.test}${why}` };
  }
  if (tests.length === 0)
    return { verdict: 'unknown', reason: `no test ran (${ending ?? 'never started'})` };
  if (skipped.length > 0) {
    return {
      verdict: 'unknown',
      reason: `${skipped.length} of ${tests.length} tests were skipped`,
    };
  }
  if (ending !== 'exit 0' && tests.every((test) => test.state === 'passed')) {
    const reason = `every test passed, but the runner ended with ${ending ?? 'nothing'}: something broke outside of a test`;
    return { verdict: 'unknown', reason };
  }
  return { verdict: 'pass', reason: `${tests.length} tests ran, none skipped` };
}

/** A red test whose own verdicts are not all green is told by those verdicts, and not told twice. */
function explainedByVerdicts(test: Fragment): boolean {
  const verdicts = [...(test.evidence?.checks ?? []), ...(test.evidence?.measurements ?? [])];
  return verdicts.some(({ verdict }) => verdict === 'fail' || verdict === 'unknown');
}
