import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditManifest } from '../../contract/audit-manifest.ts';
import type { AuditConsumer } from '../../contract/audit.ts';
import type { AuditRecords } from '../../contract/audit-records.ts';
import type { AuditSurface } from '../../contract/audit-surface.ts';
import { consumerMapFormat } from './consumer-map.ts';
import { judgeConsumerMap, judgeSurface, type Recorded } from './judge-records.ts';
import { parseRecord, type RecordFormat } from './record-file.ts';
import { surfaceFormat } from './surface-entries.ts';

function read<Entry>(root: string, path: string, format: RecordFormat<Entry>): Recorded<Entry> {
  const absolute = join(root, path);
  return {
    path,
    entries: existsSync(absolute)
      ? parseRecord(format, readFileSync(absolute, 'utf8'), path)
      : undefined,
  };
}

/**
 * Reads what a tree on disk recorded of itself and holds it against its source.
 * Throws HarnessError AUDIT_RECORD_INVALID when a record is there and cannot be read.
 */
export function judgeRecords(
  root: string,
  paths: AuditManifest['records'],
  found: {
    readonly consumers: readonly AuditConsumer[];
    readonly surfaces: readonly AuditSurface[];
  },
): AuditRecords {
  return {
    consumer_map: judgeConsumerMap(read(root, paths.consumers, consumerMapFormat), found.consumers),
    surface: judgeSurface(read(root, paths.surface, surfaceFormat), found.surfaces),
  };
}
