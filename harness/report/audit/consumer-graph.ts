import type { AuditFacts } from '../../contract/audit.ts';

/** A member of a role, as a node of the map. */
export interface MapMember {
  readonly id: string;
  readonly role: string;
  readonly class: string;
  readonly scope: string;
}

/** A folder of consumers that use one member; files are too many to be nodes. */
export interface MapEdge {
  readonly folder: string;
  readonly member: string;
  /** Files of production, and files of every other scope. */
  readonly production: number;
  readonly elsewhere: number;
}

export interface ConsumerGraph {
  readonly members: readonly MapMember[];
  readonly edges: readonly MapEdge[];
}

const top = '(top)';

/** The consumer map as a graph: roles with their members, and the folders whose files use them. Sorted. */
export function consumerGraph(audit: AuditFacts): ConsumerGraph {
  const members = audit.roles
    .flatMap((role) =>
      role.members
        .filter((member) => !member.review)
        .map((member) => ({
          id: `${member.path}:${member.symbol}`,
          role: role.id,
          class: member.class,
          scope: member.scope,
        })),
    )
    .toSorted((left, right) => (`${left.role} ${left.id}` < `${right.role} ${right.id}` ? -1 : 1));
  const sites = (audit.consumers ?? []).map(({ member, path, scope }) => ({
    folder: path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : top,
    member,
    path,
    inProduction: scope === 'production',
  }));
  const edges = [...Map.groupBy(sites, (site) => `${site.folder}\n${site.member}`)]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, group]): MapEdge => {
      const files = (inProduction: boolean) =>
        new Set(group.filter((each) => each.inProduction === inProduction).map(({ path }) => path))
          .size;
      return {
        folder: group[0]?.folder ?? '',
        member: group[0]?.member ?? '',
        production: files(true),
        elsewhere: files(false),
      };
    });
  return { members, edges };
}

/** What an edge says: `3 files`, `3 files, 2 outside of production`. */
export function edgeLabel({ production, elsewhere }: MapEdge): string {
  const total = production + elsewhere;
  const files = `${total} ${total === 1 ? 'file' : 'files'}`;
  return elsewhere === 0 ? files : `${files}, ${elsewhere} outside of production`;
}
