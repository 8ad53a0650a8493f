import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { HeapSubject } from '../memory/heap-subject.ts';
import { countInSnapshot } from './count-in-snapshot.ts';
import { InspectorClient } from './inspector-client.ts';
import { writeSnapshot } from './write-snapshot.ts';

const EvaluationSchema = z.looseObject({
  result: z.looseObject({ value: z.looseObject({ heapUsed: z.number(), external: z.number() }) }),
});

async function countInstances(client: InspectorClient, className: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-heap-'));
  try {
    const file = join(folder, 'count.heapsnapshot');
    await writeSnapshot(client, file);
    return await countInSnapshot(file, className);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The heap of a process that is not ours: any Node server started with `--inspect`. Instances are counted in heap snapshots,
 * which stops the process for about a second per 40 MB.
 *
 * @param url The inspector's `ws://` address, as the process prints it.
 * @param load Puts so many requests to the process and returns how many succeeded.
 * @throws {HarnessError} TARGET_UNREACHABLE.
 */
export async function openInspected(
  url: string,
  load: (requests: number) => Promise<number>,
): Promise<HeapSubject> {
  const client = await InspectorClient.open(url);
  await client.call('HeapProfiler.enable');
  const collect = async (): Promise<void> => {
    // The second collection takes what finalisers of the first one let go.
    for (let round = 0; round < 2; round += 1) await client.call('HeapProfiler.collectGarbage');
  };
  return {
    load,
    async sample() {
      await collect();
      const evaluated = await client.call('Runtime.evaluate', {
        expression: 'process.memoryUsage()',
        returnByValue: true,
      });
      const { heapUsed, external } = EvaluationSchema.parse(evaluated).result.value;
      return { heapUsed, external };
    },
    async countInstances(className) {
      await collect();
      return await countInstances(client, className);
    },
    writeSnapshot: (file) => writeSnapshot(client, file),
    close() {
      client.close();
      return Promise.resolve();
    },
  };
}
