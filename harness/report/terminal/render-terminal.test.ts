import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Result } from '../../contract/result.ts';
import type { Screen } from '../reporter.ts';
import { failingResult, passingResult, unknownResult } from '../test-support/sample-results.ts';
import { columns } from '../text/columns.ts';
import { renderCompact } from './render-compact.ts';
import { renderTerminal } from './render-terminal.ts';

const wide: Screen = { width: 120, colour: false, unicode: true };

function lines(result: Result, screen: Partial<Screen> = {}): string[] {
  return renderTerminal(result, { ...wide, ...screen }).split('\n');
}

describe('the report for a terminal', () => {
  it('aligns id, verdict, value, limit and n', () => {
    const found = lines(passingResult).filter((line) => / ✔ (first-event|run)\.p95/.test(line));
    expect(found).toEqual([
      '  ✔ first-event.p95  pass  412 ms [398 … 431]    ≤ 500 ms    n 200',
      '  ✔ run.p95          pass  1.24 s [1.19 … 1.31]  ≤ 2 s       n 200',
    ]);
  });

  it('shows failures last and complete: sentences, raw bytes, replay command, proof', () => {
    const text = renderTerminal(failingResult, wide);
    const failures = text.slice(text.indexOf('✖ PAIR-OPEN  MUST'));
    expect(failures.replaceAll(/\s+/g, ' ')).toContain('execution ends. However, the run ended');
    expect(failures).toContain('#106 c-1 64.0 ms byte 24170  {"type":"tool_executing"');
    expect(failures).toContain(
      'replay    npx golden-path check histories/interleave.ndjson --only PAIR-OPEN',
    );
    expect(failures).toContain('proof     turned red by F21, F22');
    expect(text.indexOf('▲ ORD-CLOCK  SHOULD')).toBeLessThan(text.indexOf('✖ PAIR-OPEN  MUST'));
  });

  it('accounts for exactly once in four buckets', () => {
    const found = lines(passingResult);
    const title = found.indexOf('exactly once');
    expect(found[title + 1]).toBe(
      '  PAIR-OPEN  1 lost · 0 unexpected · 0 duplicated · 3 recovered',
    );
  });

  it('closes with counts, one sentence and the path of the page', () => {
    const end = lines(failingResult, { page: 'reports/latest/report.html' }).slice(-4);
    expect(end).toEqual([
      '5 failed · 1 unknown · 1 warned · 7 passed · 1 not applicable · 41.2 s',
      'FAIL: Phase 2 is not reached: isolation failed.',
      'report  reports/latest/report.html',
      '',
    ]);
  });

  it('never calls missing evidence a pass', () => {
    const text = renderTerminal(unknownResult, wide);
    expect(text).toContain('UNKNOWN: Whether the golden path is delivered is unknown');
    expect(text).not.toContain('✔');
  });

  it.each([60, 80, 120])('keeps every line but commands within %i columns', (width) => {
    const all = [passingResult, failingResult, unknownResult].flatMap((result) =>
      lines(result, { width }),
    );
    const tooLong = all.filter((line) => columns(line) > width && !line.includes('replay  '));
    expect(tooLong).toEqual([]);
  });

  it('gives the same bytes with colour, minus the colour', () => {
    const coloured = renderTerminal(failingResult, { ...wide, colour: true });
    expect(coloured).toContain('\u001b[');
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(failingResult, wide));
  });

  it('falls back to ASCII with columns kept', () => {
    const text = renderTerminal(failingResult, { ...wide, unicode: false });
    expect(text).not.toMatch(/\P{ASCII}/u);
    expect(text).toContain('  x PAIR-OPEN');
  });

  it('lets no byte of the target steer the terminal', () => {
    expect(renderTerminal(failingResult, wide)).not.toContain('\u001b');
    expect(renderTerminal(failingResult, { ...wide, width: 200 })).toContain('\\u001b[31m');
  });
});

describe('the compact report', () => {
  it('holds what did not pass and the sentence, and nothing that passed', () => {
    const text = renderCompact(failingResult, wide);
    expect(text).toMatch(/^▲ ORD-CLOCK/);
    expect(text).toContain('✖ PAIR-OPEN  MUST');
    expect(text).toMatch(/FAIL: Phase 2 is not reached: isolation failed\.\n$/);
    expect(text).not.toContain('✔');
    expect(renderTerminal(failingResult, wide).endsWith(text)).toBe(true);
  });
});

describe('a message of many lines', () => {
  it('keeps its lines, up to a screenful', () => {
    const error = Array.from({ length: 40 }, (_, index) => `line ${String(index)}`).join('\n');
    const tests = passingResult.tests.map((test) => ({ ...test, state: 'failed' as const, error }));
    const text = renderTerminal({ ...passingResult, tests: tests.slice(0, 1) }, wide);
    expect(text).toContain('    line 10\n    line 11\n    and 28 more lines\n');
    expect(text).not.toContain('line 12');
  });
});
