import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { HarnessError } from '../../contract/harness-error.ts';

const SnapshotSchema = z.looseObject({
  snapshot: z.looseObject({
    meta: z.looseObject({ node_fields: z.array(z.string()), node_types: z.array(z.unknown()) }),
  }),
  nodes: z.array(z.number()),
  strings: z.array(z.string()),
});

/**
 * Objects of a class in a stored heap snapshot: nodes of type `object` that carry its name (V8's snapshot format).
 *
 * @throws {HarnessError} MEASURED_PROCESS_FAILED when the heap holds no class of that name: 0 would be no evidence.
 */
export async function countInSnapshot(file: string, className: string): Promise<number> {
  const { snapshot, nodes, strings } = SnapshotSchema.parse(
    JSON.parse(await readFile(file, 'utf8')),
  );
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const typeAt = fields.indexOf('type');
  const nameAt = fields.indexOf('name');
  const typeNames = types[typeAt] as string[];
  const counts = new Map<string | undefined, number>();
  const name = strings.indexOf(className);
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (nodes[node + nameAt] !== name) continue;
    const type = typeNames[nodes[node + typeAt] ?? -1];
    counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  if (!counts.has('closure')) {
    throw new HarnessError('MEASURED_PROCESS_FAILED', `its heap holds no class "${className}"`);
  }
  return counts.get('object') ?? 0;
}
