import type { AuditTrend, AuditTrendPoint } from '../../contract/audit-trend.ts';

/** One role in one commit. */
export interface BurnDownPoint extends Omit<AuditTrendPoint, 'roles'> {
  readonly counts: AuditTrendPoint['roles'][number];
}

/** One role over the whole range. */
export interface BurnDown {
  readonly role: string;
  readonly points: readonly BurnDownPoint[];
  /** Commits in which a number of the role changed, and the last one. */
  readonly turns: readonly BurnDownPoint[];
}

/** The trend of each role, oldest commit first. */
export function burnDowns({ points }: AuditTrend): BurnDown[] {
  const roles = points.at(-1)?.roles.map((role) => role.id) ?? [];
  return roles.map((role) => {
    const own = points.flatMap(({ roles: counted, ...commit }) => {
      const counts = counted.find((each) => each.id === role);
      return counts === undefined ? [] : [{ ...commit, counts }];
    });
    const turns = own.filter(
      (point, at) =>
        at === own.length - 1 ||
        JSON.stringify(point.counts) !== JSON.stringify(own[at - 1]?.counts),
    );
    return { role, points: own, turns };
  });
}
