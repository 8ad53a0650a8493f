import type { ExistingSuite } from '../../contract/existing-suite.ts';
import type { CriterionResult } from '../../contract/gate.ts';

type Judgement = Pick<CriterionResult, 'verdict' | 'reason' | 'next'>;

/** Each suite that the team had before is a criterion: what protects today keeps protecting. */
export function judgeExisting(suites: readonly ExistingSuite[]): CriterionResult[] {
  return suites.map((suite) => ({
    id: `existing:${suite.name}`,
    title: `existing suite ${suite.name}`,
    required: true,
    ...judgeSuite(suite),
    rests_on: [suite.name],
  }));
}

/** Red tests fail; whatever makes the report no evidence is `unknown`; the rest passes. */
export function judgeSuite(suite: ExistingSuite): Judgement {
  const { counts, doubts, ending, last } = suite;
  const next = `run it by hand: ${suite.command}`;
  if (counts !== undefined && counts.failed > 0) {
    const [first] = suite.failures;
    const named = first === undefined ? '' : `: ${first}`;
    const reason = `${counts.failed} of ${counts.tests} tests failed${named}`;
    return { verdict: 'fail', reason, next };
  }
  const doubt = [...doubts, ...doubtCounts(suite)][0];
  if (doubt !== undefined) return { verdict: 'unknown', reason: doubt, next };
  const lost = last === undefined || counts === undefined ? undefined : findLoss(counts, last);
  if (lost !== undefined) {
    return {
      verdict: 'fail',
      reason: lost,
      next: 'bring the tests back, or correct reports/baselines/existing-suites.json and say why in the commit',
    };
  }
  const unproven = doubtProof(suite);
  if (unproven !== undefined) return { verdict: 'unknown', reason: unproven, next };
  const { tests = 0, skipped = 0 } = counts ?? {};
  const ran = `${tests - skipped} of ${tests} tests ran and passed, ${ending}`;
  const former =
    last === undefined
      ? 'the first count: commit reports/baselines/existing-suites.json'
      : `${last.tests} before`;
  const proof =
    suite.proof?.counts === undefined
      ? ''
      : `, ${suite.proof.counts.failed} red with a planted defect`;
  return { verdict: 'pass', reason: `${ran} (${former})${proof}` };
}

function doubtCounts({ counts, ending, doubts }: ExistingSuite): string[] {
  if (counts === undefined) return doubts.length > 0 ? [] : [`there is no report (${ending})`];
  if (counts.tests === 0) return [`no test ran (${ending})`];
  if (counts.skipped >= counts.tests) return [`all ${counts.tests} tests were skipped`];
  if (ending !== 'exit 0') {
    return [`no test of the report failed, but the command ended with ${ending}`];
  }
  return [];
}

type Counts = NonNullable<ExistingSuite['counts']>;

function findLoss(now: Counts, last: Counts): string | undefined {
  if (now.tests < last.tests) {
    return `${last.tests - now.tests} tests are gone: ${now.tests} now, ${last.tests} the last time`;
  }
  if (now.skipped > last.skipped) {
    return `${now.skipped - last.skipped} more tests are skipped: ${now.skipped} now, ${last.skipped} the last time`;
  }
  return undefined;
}

function doubtProof({ proof }: ExistingSuite): string | undefined {
  if (proof === undefined) return undefined;
  if (proof.identical)
    return 'it proves nothing: with the planted defect every test ended as without it';
  if (proof.counts === undefined) {
    return `with the planted defect it left no report that can be believed (${proof.ending})`;
  }
  if (proof.counts.failed > 0) return undefined;
  return 'it proves nothing: with the planted defect no test failed';
}
