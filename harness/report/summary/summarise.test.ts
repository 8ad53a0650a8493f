import { describe, expect, it } from 'vitest';
import type { Result } from '../../contract/result.ts';
import { failingResult, passingResult, unknownResult } from '../test-support/sample-results.ts';
import { summarise } from './summarise.ts';

function withoutGate(result: Result): Result {
  const { gate: _gate, ...rest } = result;
  return rest;
}

describe('the summary', () => {
  it('takes the decision of the gate', () => {
    const summary = summarise(passingResult);
    expect(summary).toMatchObject({ verdict: 'pass', exitCode: 0, reasons: [] });
    expect(summary.sentence).toBe('Phase 2 is reached: 3 criteria passed on evidence.');
  });

  it('names what decided a failure', () => {
    const summary = summarise(failingResult);
    expect(summary.sentence).toBe('Phase 2 is not reached: isolation failed.');
    expect(summary.reasons.map((reason) => reason.id)).toEqual(['isolation']);
  });

  it('merges everything that is scored where there is no gate', () => {
    const summary = summarise(withoutGate(failingResult));
    expect(summary).toMatchObject({ verdict: 'fail', exitCode: 1 });
    expect(summary.sentence).toBe(
      'The golden path is broken: PAIR-OPEN, ISO-CANARY, LIFE-AFTER and 2 more failed.',
    );
  });

  it('says of numbers that they are beyond their limits, and nothing of a path that nobody walked', () => {
    const numbers = { ...withoutGate(passingResult), checks: [], tests: [] };
    const broken = numbers.measurements.map((each) => ({ ...each, verdict: 'fail' as const }));
    expect(summarise(numbers).sentence).toMatch(/^All that was measured is within its limits: /);
    expect(summarise({ ...numbers, measurements: broken }).sentence).toMatch(
      /^What was measured is beyond its limits: /,
    );
  });

  it('gives unknown when nothing was judged', () => {
    const nothing = { ...withoutGate(passingResult), checks: [], measurements: [], tests: [] };
    expect(summarise(nothing)).toMatchObject({ verdict: 'unknown', exitCode: 2 });
    expect(summarise(nothing).sentence).toContain('nothing was scored');
    expect(summarise(unknownResult)).toMatchObject({ verdict: 'unknown', exitCode: 2 });
  });

  it('does not let a warning decide', () => {
    const warned = withoutGate({
      ...failingResult,
      checks: failingResult.checks.filter((check) => ['ORD-CLOCK', 'LIFE-TERM'].includes(check.id)),
      measurements: [],
      tests: [],
    });
    expect(summarise(warned)).toMatchObject({ verdict: 'pass', counts: { warn: 1, pass: 1 } });
  });
});
