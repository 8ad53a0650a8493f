import type { ExistingSuite } from '../../../contract/existing-suite.ts';
import { mergeVerdicts } from '../../../contract/verdict.ts';
import type { Criterion, Judgement } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

/** What protects today keeps protecting. */
export const existingSuites: Criterion = {
  id: 'existing-suites',
  phase: 1,
  title: 'the suites that the team had before still pass, and still prove something',
  needs: ['existing'],
  judge({ existing }) {
    if (existing === undefined) return noEvidence('no existing suite was run');
    if (existing.length === 0) {
      return { verdict: 'not-applicable', reason: 'the configuration names no existing suite' };
    }
    const judged = existing.map((suite) => ({ name: suite.name, ...judgeExisting(suite) }));
    const verdict = mergeVerdicts(judged.map((one) => one.verdict));
    const told = judged.filter((one) => one.verdict === verdict);
    const [first] = told;
    return {
      verdict,
      reason: told.map(({ name, reason }) => `${name}: ${reason}`).join('; '),
      rests_on: told.map(({ name }) => name),
      ...(first?.next === undefined ? {} : { next: first.next }),
    };
  },
};

/** One suite that is not ours: never a pass without tests that ran, and could have failed. */
function judgeExisting(suite: ExistingSuite): Judgement {
  const { counts, doubts, ending, last, failures, proof, command } = suite;
  const next = `run it by hand: ${command}`;
  const fail = (reason: string): Judgement => ({ verdict: 'fail', reason, next });
  const unknown = (reason: string): Judgement => ({ verdict: 'unknown', reason, next });
  if (counts !== undefined && counts.failed > 0) {
    return fail(`${counts.failed} of ${plural(counts.tests, 'test')} failed: ${failures[0] ?? ''}`);
  }
  if (doubts.length > 0) return unknown(`${doubts.join('; ')} (${ending})`);
  if (counts === undefined) return unknown(`it left no report (${ending})`);
  if (ending !== 'exit 0') return fail(`its report is green, but it ended with ${ending}`);
  if (counts.tests === 0) return unknown('no test ran');
  if (counts.skipped >= counts.tests) return unknown(`all ${counts.tests} tests were skipped`);
  if (last !== undefined && counts.tests < last.tests) {
    return fail(`${counts.tests} tests, last time ${last.tests}`);
  }
  if (last !== undefined && counts.skipped > last.skipped) {
    return fail(`${counts.skipped} skipped, last time ${last.skipped}`);
  }
  if (proof?.identical === true) {
    return unknown('it says the same with a planted defect: it proves nothing');
  }
  const proven = proof === undefined ? '' : ', red with a planted defect';
  return {
    verdict: 'pass',
    reason: `${counts.tests - counts.skipped} of ${plural(counts.tests, 'test')} ran and passed${proven}`,
  };
}
