import type { AuditConsumer } from '../../contract/audit.ts';
import { ConsumerMapEntrySchema, type ConsumerMapEntry } from '../../contract/audit-records.ts';
import type { RecordFormat } from './record-file.ts';

export const consumerMapFormat: RecordFormat<ConsumerMapEntry> = {
  name: 'golden-path.consumer-map',
  version: 1,
  schema: ConsumerMapEntrySchema,
};

/** The consumer map as it is recorded: per file and member, every use once. */
export function consumerMapEntries(consumers: readonly AuditConsumer[]): ConsumerMapEntry[] {
  return consumers.map(({ role, scope, path, member, how, uses }) => ({
    role,
    scope,
    path,
    member,
    how,
    uses,
  }));
}
