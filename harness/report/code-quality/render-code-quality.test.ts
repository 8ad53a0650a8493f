import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failingResult, passingResult } from '../test-support/sample-results.ts';
import { renderCodeQuality } from './render-code-quality.ts';

/** The fields GitLab documents as required, and nothing else. */
const IssuesSchema = z.array(
  z.strictObject({
    description: z.string().min(1),
    check_name: z.string().min(1),
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
    severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
    location: z.strictObject({
      path: z.string().regex(/^(?!\.\/|\/)/),
      lines: z.strictObject({ begin: z.int().min(1) }),
    }),
  }),
);

describe('GitLab Code Quality', () => {
  it('lists failed tests and findings, each with a fingerprint of its own', () => {
    const issues = IssuesSchema.parse(JSON.parse(renderCodeQuality(failingResult)));
    expect(issues.map(({ check_name, severity }) => [check_name, severity])).toEqual([
      ['test', 'critical'],
      ['test', 'critical'],
      ['SSOT003', 'major'],
      ['SSOT005', 'info'],
    ]);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(4);
  });

  it('is an empty list when there is nothing to say', () => {
    expect(renderCodeQuality(passingResult)).toBe('[]\n');
  });
});
