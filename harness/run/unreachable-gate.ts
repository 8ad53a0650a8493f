import type { CriterionResult, Gate } from '../contract/gate.ts';
import type { HarnessError } from '../contract/harness-error.ts';
import { concludeGate } from '../gate/decide.ts';

/** A target that cannot be reached is a verdict too: `unknown`, unless what was seen before it went already fails. */
export function unreachableGate(error: HarnessError, seen: readonly CriterionResult[] = []): Gate {
  return concludeGate([
    {
      id: 'target-reachable',
      title: 'the target answers',
      required: true,
      verdict: 'unknown',
      reason: error.message,
      rests_on: [],
      next: error.hint,
    },
    ...seen,
  ]);
}
