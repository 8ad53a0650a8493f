import { describe, expect, it } from 'vitest';
import { failingResult, passingResult } from '../../test-support/sample-results.ts';
import { sampleDrill } from '../../test-support/sample-drill.ts';
import { passingTests } from '../../test-support/sample-tests.ts';
import { renderHtml } from '../render-html.ts';
import { drillSection } from './drill-section.ts';
import { strangersSection } from './strangers-section.ts';
import { testsSection } from './tests-section.ts';

const parts = ['audit', 'kill-matrix', 'strangers', 'drill'] as const;

describe('the page of a run', () => {
  it.each(parts)('shows %s when the result holds it, and only then', (id) => {
    expect(renderHtml(failingResult)).toContain(`<section id="${id}"`);
    expect(renderHtml(passingResult)).not.toContain(`<section id="${id}"`);
  });
});

describe('a check', () => {
  it('shows what it has counted', () => {
    expect(renderHtml(failingResult)).toContain(
      'Counted: 1 lost · 0 unexpected · 0 duplicated · 3 recovered',
    );
  });
});

describe('a witness', () => {
  it('shows where its bytes stand in the history', () => {
    expect(renderHtml(failingResult)).toContain('#106 · c-1 · 64.0 ms · byte 24170');
  });
});

describe('the rollback drill', () => {
  it('says what each switch cost, and draws who answered when', () => {
    const { markup } = drillSection(sampleDrill).body;
    expect(markup).toContain('From phase-2 to phase-1 and back in 8.4 s');
    expect(markup).toContain('Lost: r-41');
    expect(markup.match(/class="(current|previous)"/g)).toHaveLength(3);
    expect(markup).toContain('class="switch lost"');
  });

  it('says why there was none', () => {
    const { switches: _, ...rest } = sampleDrill;
    const problem = 'there is no way back from <staging>';
    const { markup } = drillSection({ ...rest, switches: [], ended: 'no-way-back', problem }).body;
    expect(markup).toContain('there is no way back from &lt;staging&gt;');
    expect(markup).not.toContain('<svg');
  });
});

describe('the strangers', () => {
  it('gives two verdicts per cell, and escapes what a server said', () => {
    const { markup } = strangersSection(failingResult.strangers ?? []).body;
    expect(markup).toContain('&lt;half&gt; a frame');
    expect(markup).toContain('0 of 1 damage caught');
    expect(markup.match(/class="half"/g)).toHaveLength(12);
  });
});

describe('the tests', () => {
  const [test] = passingTests;
  if (test === undefined) throw new Error('there is no sample');

  it('link what a red one left behind, and say how to open its trace', () => {
    const attachments = [
      { name: 'trace', file: 'test-results/a b/trace.zip', type: 'application/zip' },
      { name: 'screenshot', file: 'test-results/"x"/test-failed-1.png', type: 'image/png' },
    ];
    const red = { ...test, state: 'failed', error: 'gone', attachments } as const;
    const { markup } = testsSection({ tests: [red], suites: [] }).body;
    expect(markup).toContain('href="test-results/a%20b/trace.zip"');
    expect(markup).toContain('href="test-results/%22x%22/test-failed-1.png"');
    expect(markup).toContain('npx playwright show-trace');
  });

  it('say why one does not apply, and do not call it passed', () => {
    const leftOut = { ...test, state: 'skipped', not_applicable: 'no button' } as const;
    const { markup } = testsSection({ tests: [leftOut], suites: [] }).body;
    expect(markup).toContain('no button');
    expect(markup).toContain('n/a');
    expect(markup).not.toContain('>pass<');
  });
});
