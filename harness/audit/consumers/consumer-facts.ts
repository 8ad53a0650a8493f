import type { AuditConsumer } from '../../contract/audit.ts';

function keyOf(site: AuditConsumer): string {
  const line = String(site.line).padStart(8, '0');
  return [site.role, site.path, line, site.how, site.member, site.uses].join('\n');
}

/** The consumer map in a fixed order, each use of a line once. */
export function consumerFacts(sites: readonly AuditConsumer[]): AuditConsumer[] {
  const byKey = new Map(sites.map((site) => [keyOf(site), site]));
  return [...byKey]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([, site]) => ({ ...site }));
}
