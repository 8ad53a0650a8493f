import { describe, expect, it } from 'vitest';
import { sampleAudit } from '../test-support/sample-audit.ts';
import { failingResult, passingResult } from '../test-support/sample-results.ts';
import { renderAnnotations } from './render-annotations.ts';

describe('GitHub annotations', () => {
  it('stand beside the line they are about', () => {
    const lines = renderAnnotations(failingResult).split('\n');
    expect(lines).toContain(
      '::error file=app/routes/chat.ts,line=7,title=SSOT003 import of a competing implementation::imports UnifiedToolDispatcher, which competes with RequestScopedToolDispatcher',
    );
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(2);
  });

  it('say nothing of what is not required and nothing of what passed', () => {
    expect(renderAnnotations(passingResult)).toBe(
      '::warning title=competing-implementations::2 competing dispatchers are left.\n',
    );
  });

  it('escape what would end the command', () => {
    const criteria = (failingResult.gate?.criteria ?? []).map((criterion) => ({
      ...criterion,
      id: 'a:b,c',
      reason: '100 %\nnext',
    }));
    const gate = { verdict: 'fail', exit_code: 1, criteria } as const;
    expect(renderAnnotations({ ...failingResult, gate })).toContain(
      'title=a%3Ab%2Cc::100 %25%0Anext\n',
    );
  });

  it('stop at ten of a kind and say how many follow', () => {
    const findings = Array.from({ length: 25 }, () => sampleAudit.findings).flat();
    const text = renderAnnotations({ ...passingResult, audit: { ...sampleAudit, findings } });
    expect(text.match(/^::error /gm)).toHaveLength(10);
    expect(text).toContain('15 errors more in the step summary');
  });
});
