import type { AuditModel } from '../model/audit-model.ts';
import type { FindingDraft } from '../rules/identity.ts';
import { findTests } from './find-tests.ts';
import { createTestJudge } from './judge-test.ts';

export interface TestReview {
  /** How many tests were looked at. */
  readonly tests: number;
  readonly drafts: readonly FindingDraft[];
}

/** Finds tests that cannot fail, in pytest, unittest, vitest, jest, playwright and node:test style. */
export function findFruitlessTests(model: AuditModel): TestReview {
  const judge = createTestJudge(model);
  const drafts: FindingDraft[] = [];
  let tests = 0;
  for (const test of findTests(model)) {
    tests += 1;
    const reason = judge(test);
    if (reason === undefined) continue;
    drafts.push({
      rule: reason.rule,
      scope: test.scope,
      path: test.path,
      line: test.line,
      symbol: test.name,
      message: `"${test.name}" cannot fail: ${reason.why}`,
      confidence: reason.confidence,
    });
  }
  return { tests, drafts };
}
