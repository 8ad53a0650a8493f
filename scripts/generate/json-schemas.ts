import { z } from 'zod';
import {
  ConsumerMapEntrySchema,
  SurfaceEntrySchema,
} from '../../harness/contract/audit-records.ts';
import { ConfigSchema } from '../../harness/contract/config.ts';
import { FragmentSchema } from '../../harness/contract/fragment.ts';
import { HistoryHeaderSchema, HistoryRecordSchema } from '../../harness/contract/history.ts';
import { PromisesSchema } from '../../harness/contract/promises.ts';
import { ResultSchema } from '../../harness/contract/result.ts';
import { WireEventSchema } from '../../harness/contract/wire-event.ts';
import type { GeneratedFile } from './generated-files.ts';

const schemas = {
  config: ConfigSchema,
  'consumer-map-entry': ConsumerMapEntrySchema,
  'surface-entry': SurfaceEntrySchema,
  'history-header': HistoryHeaderSchema,
  'history-record': HistoryRecordSchema,
  promises: PromisesSchema,
  result: ResultSchema,
  fragment: FragmentSchema,
  'wire-event': WireEventSchema,
};

/** JSON Schema of every stored or written format, for editors and other languages. */
export function jsonSchemas(): GeneratedFile[] {
  return Object.entries(schemas).map(([name, schema]) => ({
    path: `docs/schema/${name}.schema.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), undefined, 2)}\n`,
  }));
}
