import { validate } from 'ctrf';
import { describe, expect, it } from 'vitest';
import { failingResult, passingResult, unknownResult } from '../test-support/sample-results.ts';
import { renderCtrf } from './render-ctrf.ts';

describe('CTRF', () => {
  it.each([passingResult, failingResult, unknownResult])('is valid: run $run_id', (result) => {
    expect(validate(JSON.parse(renderCtrf(result)))).toMatchObject({ valid: true });
  });

  it('never counts what is unknown as passed or skipped', () => {
    const { results } = JSON.parse(renderCtrf(unknownResult)) as {
      results: { summary: Record<string, number> };
    };
    expect(results.summary).toMatchObject({ tests: 6, other: 5, passed: 1, skipped: 0 });
  });

  it('carries the evidence of a failure and names a flaky test', () => {
    const text = renderCtrf(failingResult);
    expect(text).toContain('"trace": "Each tool_executing is followed by exactly one');
    expect(text).toMatch(/"retries": 1,\s+"flaky": true/);
  });
});
