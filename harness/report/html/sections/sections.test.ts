import { describe, expect, it } from 'vitest';
import { failingResult, passingResult } from '../../test-support/sample-results.ts';
import { sampleDrill } from '../../test-support/sample-drill.ts';
import { renderHtml } from '../render-html.ts';
import { drillSection } from './drill-section.ts';
import { strangersSection } from './strangers-section.ts';

const parts = ['audit', 'kill-matrix', 'strangers', 'drill'] as const;

describe('the page of a run', () => {
  it.each(parts)('shows %s when the result holds it, and only then', (id) => {
    expect(renderHtml(failingResult)).toContain(`<section id="${id}"`);
    expect(renderHtml(passingResult)).not.toContain(`<section id="${id}"`);
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
