import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exitCodeOf, mergeExitCodes } from './exit-code.ts';
import { mergeVerdicts, VerdictSchema, type Verdict } from './verdict.ts';

const verdicts = fc.array(fc.constantFrom<Verdict>(...VerdictSchema.options));

test('merging nothing, or only what is not applicable, is unknown', () => {
  expect(mergeVerdicts([])).toBe('unknown');
  expect(mergeVerdicts(['not-applicable', 'not-applicable'])).toBe('unknown');
});

test('one failure outweighs any number of passes, and an unknown outweighs a pass', () => {
  expect(mergeVerdicts(['pass', 'fail', 'unknown'])).toBe('fail');
  expect(mergeVerdicts(['pass', 'unknown', 'not-applicable'])).toBe('unknown');
  expect(mergeVerdicts(['pass', 'not-applicable'])).toBe('pass');
});

test('the order and the grouping of verdicts never matter', () => {
  fc.assert(
    fc.property(verdicts, verdicts, (left, right) => {
      const together = mergeVerdicts([...left, ...right]);
      expect(mergeVerdicts([...right, ...left])).toBe(together);
      const scored = [left, right].filter((part) => part.some((one) => one !== 'not-applicable'));
      expect(mergeVerdicts(scored.map(mergeVerdicts))).toBe(together);
    }),
  );
});

test('only a pass exits with 0', () => {
  expect(VerdictSchema.options.filter((verdict) => exitCodeOf(verdict) === 0)).toEqual(['pass']);
});

test('a fault of the harness hides a failure, a failure hides an unknown', () => {
  expect(mergeExitCodes([0, 1, 70, 2])).toBe(70);
  expect(mergeExitCodes([0, 2, 1])).toBe(1);
  expect(mergeExitCodes([0, 64, 1])).toBe(64);
  expect(mergeExitCodes([0, 2])).toBe(2);
  expect(mergeExitCodes([])).toBe(2);
});
