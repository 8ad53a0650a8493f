import parse from 'parse-prometheus-text-format';
import { describe, expect, it } from 'vitest';
import { failingResult, passingResult } from '../test-support/sample-results.ts';
import { metricTable } from './metric-table.ts';
import { renderMetrics } from './render-metrics.ts';

const sample =
  /^([a-z_]+)\{((?:[a-z_]+="(?:[^"\\\n]|\\.)*",?)*)\} (-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)$/;

describe('OpenMetrics text', () => {
  it('keeps to the grammar and ends with EOF', () => {
    const lines = renderMetrics(failingResult).trimEnd().split('\n');
    expect(lines.pop()).toBe('# EOF');
    const odd = lines.filter(
      (line) => !/^# (TYPE|HELP|UNIT) golden_path_/.test(line) && !sample.test(line),
    );
    expect(odd).toEqual([]);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('is read by a Prometheus parser, family by family', () => {
    const families = parse(renderMetrics(failingResult));
    expect(families.map(({ name }) => name)).toEqual(metricTable.map(({ name }) => name));
    expect(families.every(({ type }) => type === 'GAUGE')).toBe(true);
  });

  it('says the verdict of run, check, criterion and measurement', () => {
    const text = renderMetrics(failingResult);
    expect(text).toContain('golden_path_verdict{target="specimen:phase-0"} 2\n');
    expect(text).toContain('check="PAIR-OPEN",level="MUST"} 2\n');
    expect(text).toContain(
      'golden_path_check_failures{target="specimen:phase-0",check="PAIR-OPEN"} 5\n',
    );
    expect(text).toContain('role="tool-dispatcher"} 2\n');
    expect(renderMetrics(passingResult)).toContain('} 0\n');
  });

  it('escapes labels', () => {
    expect(renderMetrics({ ...passingResult, target: 'a"b\\c\nd' })).toContain(
      String.raw`{target="a\"b\\c\nd"}`,
    );
  });
});
