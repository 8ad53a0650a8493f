import type { AuditConsumer } from '../../contract/audit.ts';
import type { AuditRecords, ConsumerMapEntry, SurfaceEntry } from '../../contract/audit-records.ts';
import type { AuditSurface } from '../../contract/audit-surface.ts';
import { production } from '../source/scope-of.ts';
import { consumerMapEntries } from './consumer-map.ts';
import { surfaceEntries } from './surface-entries.ts';

/** A recorded file: where it stands, and its entries when it is there. */
export interface Recorded<Entry> {
  readonly path: string;
  readonly entries: readonly Entry[] | undefined;
}

function difference<Entry>(entries: readonly Entry[], others: readonly Entry[]): Entry[] {
  const known = new Set(others.map((entry) => JSON.stringify(entry)));
  return entries.filter((entry) => !known.has(JSON.stringify(entry)));
}

function linesOf(entries: readonly unknown[]): string[] {
  return [...new Set(entries.map((entry) => JSON.stringify(entry)))].toSorted();
}

function countFiles(entries: readonly ConsumerMapEntry[]) {
  const files = (inProduction: boolean) =>
    new Set(
      entries
        .filter(({ scope }) => (scope === production) === inProduction)
        .map(({ role, path }) => `${role}\n${path}`),
    ).size;
  return { production: files(true), elsewhere: files(false) };
}

/** Holds a recorded consumer map against the uses found now. Without a file every importer is missing. */
export function judgeConsumerMap(
  { path, entries }: Recorded<ConsumerMapEntry>,
  consumers: readonly AuditConsumer[],
): AuditRecords['consumer_map'] {
  const now = consumerMapEntries(consumers);
  const missing = difference(now, entries ?? []);
  const open = new Set(missing.map((entry) => `${entry.role}\n${entry.path}`));
  return {
    path,
    recorded: entries !== undefined,
    missing: linesOf(missing),
    stale: linesOf(difference(entries ?? [], now)),
    importers: countFiles(now),
    covered: countFiles(now.filter((entry) => !open.has(`${entry.role}\n${entry.path}`))),
  };
}

/** Holds a recorded surface against that of the implementations found now. */
export function judgeSurface(
  { path, entries }: Recorded<SurfaceEntry>,
  surfaces: readonly AuditSurface[],
): AuditRecords['surface'] {
  const now = surfaceEntries(surfaces);
  const missing = difference(now, entries ?? []);
  const stale = difference(entries ?? [], now);
  const keyOf = (entry: SurfaceEntry) => `${entry.role}\n${entry.implementation}\n${entry.member}`;
  const recordedBefore = new Map(stale.map((entry) => [keyOf(entry), entry.signature]));
  const changed = missing.filter((entry) => recordedBefore.has(keyOf(entry)));
  const changedKeys = new Set(changed.map(keyOf));
  const open = new Set(
    [...missing, ...stale].map((entry) => `${entry.role}\n${entry.implementation}`),
  );
  return {
    path,
    recorded: entries !== undefined,
    missing: linesOf(missing.filter((entry) => !changedKeys.has(keyOf(entry)))),
    stale: linesOf(stale.filter((entry) => !changedKeys.has(keyOf(entry)))),
    implementations: surfaces.length,
    covered: surfaces.filter(({ role, implementation }) => !open.has(`${role}\n${implementation}`))
      .length,
    changed: changed
      .map((entry) => ({
        implementation: entry.implementation,
        member: entry.member,
        recorded: recordedBefore.get(keyOf(entry)) ?? '',
        now: entry.signature,
      }))
      .toSorted((left, right) =>
        `${left.implementation} ${left.member}` < `${right.implementation} ${right.member}`
          ? -1
          : 1,
      ),
  };
}
