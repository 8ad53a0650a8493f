import type { Result } from '../../contract/result.ts';
import { consumerGraph, edgeLabel } from './consumer-graph.ts';

/** Text inside a quoted label: Mermaid reads `#` and quotes as the beginning of an entity. */
function label(text: string): string {
  return `"${text.replaceAll(/["#<>]/g, (mark) => `#${mark.codePointAt(0) ?? 0};`)}"`;
}

/** The map as a Mermaid flowchart, for README files and merge requests. An empty map is a valid chart too. */
export function renderMermaid(result: Result): string {
  const { members, edges } =
    result.audit === undefined ? { members: [], edges: [] } : consumerGraph(result.audit);
  const memberIds = new Map(members.map((member, at) => [member.id, `m${at}`]));
  const folders = [...new Set(edges.map((edge) => edge.folder))].toSorted();
  const folderIds = new Map(folders.map((folder, at) => [folder, `f${at}`]));
  const roles = [...Map.groupBy(members, (member) => member.role)];
  const lines = [
    'flowchart LR',
    ...folders.map((folder) => `  ${folderIds.get(folder) ?? ''}[${label(folder)}]`),
    ...roles.flatMap(([role, group], at) => [
      `  subgraph r${at}[${label(role)}]`,
      ...group.map(
        (member) =>
          `    ${memberIds.get(member.id) ?? ''}[${label(`${member.id} (${member.class})`)}]:::${styleOf(member.class)}`,
      ),
      '  end',
    ]),
    ...edges.flatMap((edge) => {
      const target = memberIds.get(edge.member);
      return target === undefined
        ? []
        : [`  ${folderIds.get(edge.folder) ?? ''} -->|${label(edgeLabel(edge))}| ${target}`];
    }),
    '  classDef canonical stroke:#17733f,stroke-width:3px',
    '  classDef competing stroke:#b9222b,stroke-width:3px',
    '  classDef other stroke-dasharray:4 4',
  ];
  return `${lines.join('\n')}\n`;
}

function styleOf(kind: string): string {
  if (kind === 'canonical') return kind;
  return kind === 'implementation' || kind === 'factory' ? 'competing' : 'other';
}
