import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { consumerMapEntries, consumerMapFormat } from '../audit/records/consumer-map.ts';
import { judgeRecords } from '../audit/records/read-records.ts';
import { formatRecord } from '../audit/records/record-file.ts';
import { surfaceEntries, surfaceFormat } from '../audit/records/surface-entries.ts';
import type { AuditManifest } from '../contract/audit-manifest.ts';
import type { AuditFacts } from '../contract/audit.ts';

/** Which records of a tree to write: true for where the manifest keeps them, or a path relative to the tree. */
export interface RecordOrder {
  readonly map?: string | boolean | undefined;
  readonly surface?: string | boolean | undefined;
}

function write(root: string, path: string, text: string): void {
  const absolute = resolve(root, path);
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
}

/** Writes the consumer map and the public surface of a tree; the facts come back with the records judged again. */
export function writeRecords(
  root: string,
  facts: AuditFacts,
  paths: AuditManifest['records'],
  order: RecordOrder,
): AuditFacts {
  const { consumers = [], surfaces = [] } = facts;
  const pathOf = (asked: string | boolean, usual: string) =>
    typeof asked === 'string' ? asked : usual;
  if (order.map !== undefined && order.map !== false)
    write(
      root,
      pathOf(order.map, paths.consumers),
      formatRecord(consumerMapFormat, consumerMapEntries(consumers)),
    );
  if (order.surface !== undefined && order.surface !== false)
    write(
      root,
      pathOf(order.surface, paths.surface),
      formatRecord(surfaceFormat, surfaceEntries(surfaces)),
    );
  return { ...facts, records: judgeRecords(root, paths, { consumers, surfaces }) };
}
