import type { Result } from '../../contract/result.ts';
import { consumerGraph, edgeLabel } from './consumer-graph.ts';

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

const colours: Readonly<Record<string, string>> = {
  canonical: '#17733f',
  implementation: '#b9222b',
  factory: '#b9222b',
};

/** The map in Graphviz's language: one cluster per role, folders of consumers beside them. */
export function renderDot(result: Result): string {
  const { members, edges } =
    result.audit === undefined ? { members: [], edges: [] } : consumerGraph(result.audit);
  const known = new Set(members.map((member) => member.id));
  const roles = [...Map.groupBy(members, (member) => member.role)];
  const lines = [
    'digraph "golden-path" {',
    '  rankdir=LR;',
    '  node [shape=box];',
    ...roles.flatMap(([role, group], at) => [
      `  subgraph "cluster_${at}" {`,
      `    label=${quoted(role)};`,
      ...group.map(
        (member) =>
          `    ${quoted(member.id)} [label=${quoted(`${member.id} (${member.class})`)}, color=${quoted(colours[member.class] ?? '#5b616b')}];`,
      ),
      '  }',
    ]),
    ...edges
      .filter((edge) => known.has(edge.member))
      .map(
        (edge) =>
          `  ${quoted(edge.folder)} -> ${quoted(edge.member)} [label=${quoted(edgeLabel(edge))}];`,
      ),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}
