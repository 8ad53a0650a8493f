import { auditRules, type AuditRule } from '../../../contract/audit-rules.ts';
import type { Criterion } from '../../phases/criterion.ts';
import { noEvidence } from '../../phases/no-evidence.ts';
import { plural } from '../../phases/plural.ts';

const testRules = Object.keys(auditRules).filter((rule) => rule.startsWith('TEST')) as AuditRule[];

/** A test that passes whatever the code does is counted as protection, and is none. */
export const testsCanFail: Criterion = {
  id: 'tests-can-fail',
  phase: 4,
  title: 'no test that cannot fail',
  needs: ['audit'],
  judge({ audit }, _limits, leftOut) {
    const tests = audit?.read.tests;
    if (audit === undefined || tests === undefined) return noEvidence('the tests were not read');
    if (tests === 0) return noEvidence('no test was found in the tree');
    const fruitless = audit.findings.filter(
      ({ rule, confidence, scope }) =>
        confidence === 'certain' && testRules.includes(rule) && !leftOut.includes(scope),
    );
    const [first] = fruitless;
    if (first === undefined) {
      return { verdict: 'pass', reason: `${plural(tests, 'test')} read`, rests_on: testRules };
    }
    return {
      verdict: 'fail',
      reason: `${fruitless.length} of ${plural(tests, 'test')} cannot fail: ${first.path}:${first.line} ${first.message}`,
      rests_on: testRules.filter((rule) => fruitless.some((one) => one.rule === rule)),
      next: 'golden-path audit --tests lists them at their lines',
    };
  },
};
