import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { HarnessError } from '../../contract/harness-error.ts';

const SnapshotSchema = z.looseObject({
  snapshot: z.looseObject({ meta: z.looseObject({ node_fields: z.array(z.string()) }) }),
  nodes: z.array(z.number()),
});

/** V8's word for an element that is known to be in no document (`v8-profiler.h`, `EmbedderGraph::Node::Detachedness`). */
const outside = 2;

/**
 * Elements outside of every document that a page's own scripts keep, counted in a stored heap snapshot.
 *
 * @throws {HarnessError} MEASURED_PROCESS_FAILED where the snapshot does not tell them apart: 0 would be no evidence.
 */
export async function countDetached(file: string): Promise<number> {
  const { snapshot, nodes } = SnapshotSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const { node_fields: fields } = snapshot.meta;
  const stateAt = fields.indexOf('detachedness');
  if (stateAt === -1) {
    throw new HarnessError('MEASURED_PROCESS_FAILED', 'its heap does not tell elements outside');
  }
  let count = 0;
  for (let node = 0; node < nodes.length; node += fields.length) {
    if (nodes[node + stateAt] === outside) count += 1;
  }
  return count;
}
