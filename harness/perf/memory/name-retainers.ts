import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moduleBeside } from '../child/module-beside.ts';
import { startChild } from '../child/start-child.ts';
import type { HeapSubject } from './heap-subject.ts';
import type { RetainerAnswer, RetainerChildCalls, RetainerQuestion } from './retainer-child.ts';

type Snapshots = RetainerQuestion['snapshots'];

async function takeSnapshots(
  subject: Pick<HeapSubject, 'load' | 'writeSnapshot'>,
  [baseline, target, final]: Snapshots,
  requests: number,
): Promise<void> {
  await subject.load(0);
  await subject.writeSnapshot(baseline);
  await subject.load(requests);
  await subject.writeSnapshot(target);
  await subject.load(0);
  await subject.writeSnapshot(final);
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
  const snapshots = ['baseline', 'target', 'final'].map((name) =>
    join(folder, `${name}.heapsnapshot`),
  ) as [string, string, string];
  // A process of its own, because memlab's configuration is global and its heap several times the snapshot; it loads meanwhile.
  const analyst = startChild<RetainerChildCalls>(moduleBeside(import.meta.url, 'retainer-child'));
  try {
    await Promise.all([
      analyst.call('load', undefined),
      takeSnapshots(subject, snapshots, requests),
    ]);
    return await analyst.call('nameRetainers', { snapshots, leaked, workDir: folder });
  } finally {
    await analyst.close();
    await rm(folder, { recursive: true, force: true });
  }
}
