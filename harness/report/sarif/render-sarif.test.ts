import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AuditFinding } from '../../contract/audit.ts';
import { failingResult, passingResult } from '../test-support/sample-results.ts';
import { sampleAudit } from '../test-support/sample-audit.ts';
import { renderSarif } from './render-sarif.ts';

const ajv = new Ajv.default({ strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const LogSchema = z.looseObject({
  runs: z.tuple([
    z.looseObject({
      invocations: z.array(z.looseObject({ executionSuccessful: z.boolean() })),
      results: z.array(
        z.looseObject({
          ruleId: z.string(),
          level: z.string(),
          locations: z.array(z.unknown()).optional(),
          baselineState: z.string().optional(),
          partialFingerprints: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ]),
});

function runOf(sarif: string): z.infer<typeof LogSchema>['runs'][0] {
  return LogSchema.parse(JSON.parse(sarif)).runs[0];
}

describe('SARIF', () => {
  it.each([passingResult, failingResult])('is valid: run $run_id', (result) => {
    validate(JSON.parse(renderSarif(result)));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('is refused by the validator when a required field is missing', () => {
    expect(validate({ version: '2.1.0' })).toBe(false);
  });

  it('calls a certain finding an error and one to review a note', () => {
    const { results } = runOf(renderSarif(failingResult));
    expect(results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['SSOT003', 'error'],
      ['SSOT005', 'note'],
    ]);
  });

  it('is the same file for the same source, whenever it was audited', () => {
    const audited = { ...passingResult, command: 'audit' as const, audit: sampleAudit };
    const later = { ...audited, started_at: '2031-01-01T00:00:00.000Z', duration_ms: 1 };
    expect(renderSarif(later)).toBe(renderSarif(audited));
  });

  it('keeps the fingerprint when the code moves', () => {
    const moved = sampleAudit.findings.map((finding) => ({ ...finding, line: finding.line + 40 }));
    const before = runOf(renderSarif(failingResult)).results;
    const after = runOf(
      renderSarif({ ...failingResult, audit: { ...sampleAudit, findings: moved } }),
    ).results;
    expect(after.map((one) => one.partialFingerprints)).toEqual(
      before.map((one) => one.partialFingerprints),
    );
  });

  it('does not call a tree clean that nobody read', () => {
    expect(runOf(renderSarif(passingResult)).invocations[0]?.executionSuccessful).toBe(false);
    expect(runOf(renderSarif(failingResult)).invocations[0]?.executionSuccessful).toBe(false);
  });

  it('folds the imports of a file into one result, and says so', () => {
    const one = sampleAudit.findings.find(({ rule }) => rule === 'SSOT003');
    if (one === undefined) throw new Error('the sample has an import');
    const at = (line: number, path = one.path) => ({
      ...one,
      path,
      line,
      identity: `${path}${line}`,
    });
    const run = (findings: AuditFinding[]) => {
      const sarif = renderSarif({ ...failingResult, audit: { ...sampleAudit, findings } });
      validate(JSON.parse(sarif));
      expect(validate.errors ?? []).toEqual([]);
      return runOf(sarif);
    };
    const three = run([at(1), at(2), at(3, 'other.ts')]);
    expect(three.results.map(({ locations }) => locations?.length)).toEqual([2, 1]);
    expect(JSON.stringify(three.invocations)).toContain('2 imports folded into 1 result');
    // One import more is the same alert.
    expect(run([at(1)]).results[0]?.partialFingerprints).toEqual(
      three.results[0]?.partialFingerprints,
    );
  });

  it('keeps what is new apart from what the baseline accepts, and knows what moved', () => {
    const one = sampleAudit.findings.find(({ rule }) => rule === 'SSOT003');
    if (one === undefined) throw new Error('the sample has an import');
    const { rule, scope, path, symbol } = one;
    const identity = 'a'.repeat(32);
    const entry = { identity, rule, scope, path, symbol, since: '2026-01-01', reason: 'before' };
    const findings = [
      { ...one, identity: 'moved', former_identity: identity },
      { ...one, identity: 'fresh' },
    ];
    const { results } = runOf(
      renderSarif({ ...failingResult, audit: { ...sampleAudit, findings, baseline: [entry] } }),
    );
    expect(results.map(({ baselineState }) => baselineState)).toEqual(['unchanged', 'new']);
  });

  it('keeps what gates when there is too much', () => {
    const review = sampleAudit.findings.filter(({ confidence }) => confidence === 'review');
    const certain = sampleAudit.findings.filter(({ confidence }) => confidence === 'certain');
    const many = [
      ...Array.from({ length: 6000 }, (_, nth) =>
        review.map((finding) => ({ ...finding, identity: `${finding.identity}${nth}` })),
      ).flat(),
      ...certain,
    ];
    const sarif = renderSarif({ ...failingResult, audit: { ...sampleAudit, findings: many } });
    const { results } = runOf(sarif);
    expect(results).toHaveLength(5000);
    expect(results[0]?.ruleId).toBe('SSOT003');
    expect(sarif).toContain('1 001 results left out here.');
  });
});
