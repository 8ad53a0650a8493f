import type { AuditModel } from '../model/audit-model.ts';
import type { FindingDraft } from '../rules/identity.ts';
import { findTests } from './find-tests.ts';
import { judgeTest } from './judge-test.ts';

export interface TestReview {
  /** How many tests were looked at. */
  readonly tests: number;
  readonly drafts: readonly FindingDraft[];
}

/** Finds tests that cannot fail, in pytest, unittest, vitest, jest, playwright and node:test style. */
export function findFruitlessTests(model: AuditModel): TestReview {
  const tests = findTests(model);
  const drafts = tests.flatMap((test): FindingDraft[] => {
    const reason = judgeTest(model, test);
    if (reason === undefined) return [];
    return [
      {
        rule: reason.rule,
        scope: test.scope,
        path: test.path,
        line: test.line,
        symbol: test.name,
        message: `"${test.name}" cannot fail: ${reason.why}`,
        confidence: reason.confidence,
      },
    ];
  });
  return { tests: tests.length, drafts };
}
