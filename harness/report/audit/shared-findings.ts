import type { AuditFacts, AuditFinding } from '../../contract/audit.ts';

/** Findings that several roles make of one place, by identity. */
export type SharedFindings = ReadonlyMap<
  string,
  {
    /** It stands under the first of these roles. */
    readonly first: boolean;
    /** All of them, to be put before its message: `rows and bulk: `. */
    readonly names: string;
  }
>;

/** A second implementation is one, whichever canonical ones it is held against; other rules say of what they speak. */
const ofPlace = new Set<AuditFinding['rule']>(['SSOT001', 'SSOT002']);

/**
 * What roles that overlap find together: each has it counted, and a person needs to read it once. What is new to one
 * of them only is told apart.
 */
export function sharedFindings({ roles, findings, ratchet }: AuditFacts): SharedFindings {
  const fresh = new Set(ratchet?.fresh);
  const order = new Map(roles.map(({ id }, at) => [id, at]));
  const placed = Map.groupBy(
    findings.filter(({ role }) => role !== undefined && order.has(role)),
    (each) => {
      const { rule, path, line, symbol, scope, confidence, message } = each;
      const place = [rule, path, line, symbol, scope, confidence, fresh.has(each.identity)];
      return JSON.stringify(ofPlace.has(rule) ? place : [...place, message]);
    },
  );
  const at = ({ role = '' }: AuditFinding): number => order.get(role) ?? 0;
  return new Map(
    [...placed.values()].flatMap((group) => {
      const sorted = group.toSorted((left, right) => at(left) - at(right));
      const names = [...new Set(sorted.map(({ role = '' }) => role))];
      if (names.length < 2) return [];
      const text = `${names.join(' and ')}: `;
      return group.map(
        (each) => [each.identity, { first: each.role === names[0], names: text }] as const,
      );
    }),
  );
}
