import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moduleBeside } from '../child/module-beside.ts';
import { startChild } from '../child/start-child.ts';
import type { HeapSubject } from './heap-subject.ts';
import type { RetainerAnswer, RetainerChildCalls, RetainerQuestion } from './retainer-child.ts';

/** memlab works in a process of its own, because its configuration is global and its heap several times the snapshot. */
async function ask(question: RetainerQuestion): Promise<RetainerAnswer> {
  const analyst = startChild<RetainerChildCalls>(moduleBeside(import.meta.url, 'retainer-child'));
  try {
    return await analyst.call('nameRetainers', question);
  } finally {
    await analyst.close();
  }
}

/**
 * Says what keeps objects alive that should be gone, from three heap snapshots around so many requests, by memlab.
 * Slow (seconds) and only for naming: whether there is a leak is decided by exact counts.
 */
export async function nameRetainers(
  subject: Pick<HeapSubject, 'load' | 'writeSnapshot'>,
  leaked: RetainerQuestion['leaked'],
  requests: number,
): Promise<RetainerAnswer> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-path-heap-'));
  try {
    const snapshots = ['baseline', 'target', 'final'].map((name) =>
      join(folder, `${name}.heapsnapshot`),
    ) as [string, string, string];
    await subject.load(0);
    await subject.writeSnapshot(snapshots[0]);
    await subject.load(requests);
    await subject.writeSnapshot(snapshots[1]);
    await subject.load(0);
    await subject.writeSnapshot(snapshots[2]);
    return await ask({ snapshots, leaked, workDir: folder });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
