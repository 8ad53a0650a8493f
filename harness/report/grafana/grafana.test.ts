import { parser } from '@prometheus-io/lezer-promql';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { metricTable } from '../metrics/metric-table.ts';
import { renderMetrics } from '../metrics/render-metrics.ts';
import { failingResult } from '../test-support/sample-results.ts';
import { alertRules, alertRulesFile } from './alert-rules.ts';
import { grafanaDashboard, panels } from './dashboard-json.ts';

const queries = [...alertRules, ...panels].map(({ expr }) => expr);
const names = new Set(metricTable.map(({ name }) => name));
const exposed = renderMetrics(failingResult);

/** Names of labels that a series really carries. */
function labelsOf(metric: string): Set<string> {
  const series = exposed.split('\n').filter((line) => line.startsWith(`${metric}{`));
  return new Set(
    series.flatMap((line) => [...line.matchAll(/([a-z_]+)="/g)].map(([, name]) => name ?? '')),
  );
}

/** Places where Prometheus' own grammar does not accept a query; dashboard variables stand for a pattern. */
function errorsIn(query: string): string[] {
  const text = query.replaceAll('$target', '.*');
  const errors: string[] = [];
  parser.parse(text).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) errors.push(`${String(from)}: ${text.slice(from, to)}`);
    },
  });
  return errors;
}

it('a broken query is seen', () => {
  expect(errorsIn('golden_path_verdict{target=} > ')).not.toEqual([]);
});

describe.each(queries)('the query %s', (query) => {
  it('asks for metrics that exist, by labels that they carry', () => {
    const asked = [...query.matchAll(/(golden_path_[a-z_]+)(?:\{([^}]*)\})?/g)];
    expect(asked.length).toBeGreaterThan(0);
    for (const [, metric = '', selector = ''] of asked) {
      expect(names).toContain(metric);
      const labels = [...selector.matchAll(/([a-z_]+)(?:=~|!=|=)"/g)].map(([, name]) => name);
      expect([...labelsOf(metric)]).toEqual(expect.arrayContaining(labels));
    }
  });

  it('is valid PromQL', () => {
    expect(errorsIn(query)).toEqual([]);
  });
});

describe('what people import', () => {
  it('names in each alert only labels that its series carry', () => {
    for (const { expr, summary } of alertRules) {
      const metric = /golden_path_[a-z_]+/.exec(expr)?.[0] ?? '';
      const used = [...summary.matchAll(/\$labels\.([a-z_]+)/g)].map(([, name]) => name);
      expect([...labelsOf(metric)]).toEqual(expect.arrayContaining(used));
    }
    expect(JSON.parse(alertRulesFile())).toHaveProperty('groups.0.rules.5.labels.severity');
  });

  it('lays the panels out without overlap', () => {
    const Board = z.looseObject({
      panels: z.array(
        z.looseObject({ gridPos: z.object({ x: z.int(), y: z.int(), w: z.int(), h: z.int() }) }),
      ),
    });
    const taken = Board.parse(JSON.parse(grafanaDashboard())).panels.flatMap(({ gridPos }) =>
      Array.from(
        { length: gridPos.w },
        (_, column) => `${String(gridPos.x + column)} ${String(gridPos.y)}`,
      ),
    );
    expect(new Set(taken).size).toBe(taken.length);
    expect(taken.every((place) => Number(place.split(' ')[0]) < 24)).toBe(true);
  });
});
