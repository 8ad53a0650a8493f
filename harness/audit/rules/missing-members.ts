import { bodyKey } from '../facts/bodies.ts';
import { walkStatements } from '../facts/walk-statements.ts';
import type { AuditModel } from '../model/audit-model.ts';
import type { ClassNode } from '../model/class-graph.ts';
import { shapeOf } from '../roles/class-shape.ts';
import type { FindingDraft } from './identity.ts';
import type { RuleContext } from './rule-context.ts';

/** Names that the methods of a class and its bases set on `self`, read when first asked for. */
function fieldsSetIn(model: AuditModel, nodes: readonly ClassNode[]): () => ReadonlySet<string> {
  let found: ReadonlySet<string> | undefined;
  return () =>
    (found ??= new Set(
      nodes
        .flatMap(({ path, members }) =>
          members.flatMap((member) => [
            ...walkStatements(model.bodiesOf(path).functions.get(bodyKey(member)) ?? []),
          ]),
        )
        .flatMap((statement) => (statement.kind === 'assign' ? statement.targets : []))
        .flatMap((target) => /^self\.(\w+)/.exec(target)?.[1] ?? []),
    ));
}

/** SSOT014: members that consumers of any implementation use and the canonical one does not offer. */
export function findMissingMembers({ model, views, consumers }: RuleContext): FindingDraft[] {
  return views.flatMap((view): FindingDraft[] => {
    const node = model.graph.nodes.get(view.canonical.id);
    if (node === undefined || view.role.factoryOf !== undefined) return [];
    const { nodes, closed } = model.graph.lineage(node);
    if (!closed) return [];
    const offered = shapeOf(node, model.graph).api.union(
      new Set(
        nodes.flatMap((each) => [
          ...each.fact.fields,
          ...each.members.map((member) => member.name),
        ]),
      ),
    );
    const set = fieldsSetIn(model, nodes);
    const used = consumers.filter(
      (site) =>
        site.role === view.role.id &&
        site.uses !== '' &&
        !site.uses.startsWith('_') &&
        !offered.has(site.uses) &&
        !set().has(site.uses),
    );
    return [...Map.groupBy(used, (site) => `${site.scope} ${site.uses}`).values()].flatMap(
      (sites) => {
        const [first] = sites;
        if (first === undefined) return [];
        return [
          {
            rule: 'SSOT014',
            role: view.role.id,
            scope: first.scope,
            path: view.canonical.path,
            line: view.canonical.line,
            symbol: view.canonical.symbol,
            target: first.uses,
            message: `consumers use ${first.uses} (${sites.length} ${sites.length === 1 ? 'site' : 'sites'}), ${view.canonical.symbol} has no such member`,
            related: sites
              .slice(0, 10)
              .map(({ path, line, within }) => ({ path, line, symbol: within })),
          } satisfies FindingDraft,
        ];
      },
    );
  });
}
