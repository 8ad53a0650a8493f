import { join } from 'node:path';
import { auditTree } from '../../harness/audit/audit-tree.ts';
import { consumerMapEntries, consumerMapFormat } from '../../harness/audit/records/consumer-map.ts';
import { formatRecord } from '../../harness/audit/records/record-file.ts';
import { surfaceEntries, surfaceFormat } from '../../harness/audit/records/surface-entries.ts';
import { AuditManifestSchema } from '../../harness/contract/audit-manifest.ts';
import { ownRoles } from '../../suites/ssot-compliance/own-roles.ts';
import type { GeneratedFile } from './generated-files.ts';

/** Who uses the roles of this repository, and what they offer: its own gate asks for both. */
export function ownRecords(): GeneratedFile[] {
  const manifest = AuditManifestSchema.parse(ownRoles('ts'));
  const facts = auditTree({ root: join(import.meta.dirname, '..', '..'), manifest });
  const { consumers, surface } = manifest.records;
  return [
    {
      path: consumers,
      text: formatRecord(consumerMapFormat, consumerMapEntries(facts.consumers ?? [])),
    },
    { path: surface, text: formatRecord(surfaceFormat, surfaceEntries(facts.surfaces ?? [])) },
  ];
}
