import { describe, expect, it } from 'vitest';
import { sampleAudit } from '../test-support/sample-audit.ts';
import { failingResult } from '../test-support/sample-results.ts';
import { renderCsv } from './render-csv.ts';
import { renderDot } from './render-dot.ts';
import { renderMermaid } from './render-mermaid.ts';

const result = { ...failingResult, audit: sampleAudit };
const { audit: _audit, ...nothing } = failingResult;

describe('the map of the audit', () => {
  it('is a Mermaid chart in which every edge leads between nodes that are there', () => {
    const lines = renderMermaid(result).split('\n');
    expect(lines[0]).toBe('flowchart LR');
    const nodes = new Set(lines.flatMap((line) => /^\s*([mf]\d+)\[/.exec(line)?.[1] ?? []));
    const edges = lines.flatMap((line) => {
      const found = /^\s*(f\d+) -->\|"(.*)"\| (m\d+)$/.exec(line);
      return found === null ? [] : [found];
    });
    expect(edges.map(([, , text]) => text)).toEqual(['1 file, 1 outside of production', '1 file']);
    for (const [, from = '', , to = ''] of edges)
      expect([nodes.has(from), nodes.has(to)]).toEqual([true, true]);
    expect(lines.filter((line) => line.trim() === 'end')).toHaveLength(1);
    expect(lines.join('\n')).toContain('(implementation)"]:::competing');
    expect(renderMermaid(nothing)).toMatch(/^flowchart LR\n/);
  });

  it('is a graph for Graphviz with balanced braces and quotes', () => {
    const dot = renderDot(result);
    expect(dot.match(/\{/g)?.length).toBe(dot.match(/\}/g)?.length);
    expect((dot.replaceAll('\\"', '').match(/"/g)?.length ?? 1) % 2).toBe(0);
    expect(dot).toContain(
      '"app/routes" -> "app/tools/unified.ts:UnifiedToolDispatcher" [label="1 file"];',
    );
    expect(renderDot(nothing)).toContain('digraph');
  });

  it('is a table with one row per use, quoted where a reader would stumble', () => {
    const [head, ...rows] = renderCsv(result).trimEnd().split('\r\n');
    expect(head).toBe('role,member,uses,consumer,line,within,how,scope,confidence,via');
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain(',"app/tools/index.ts app/tools/""all"".ts"');
    expect(renderCsv(nothing).split('\r\n')).toHaveLength(2);
  });

  it('runs no formula in a spreadsheet', () => {
    const [first] = sampleAudit.consumers ?? [];
    if (first === undefined) throw new Error('a consumer');
    const consumers = [{ ...first, uses: '=HYPERLINK("x")' }];
    expect(renderCsv({ ...result, audit: { ...sampleAudit, consumers } })).toContain(
      `"'=HYPERLINK(""x"")"`,
    );
  });
});
