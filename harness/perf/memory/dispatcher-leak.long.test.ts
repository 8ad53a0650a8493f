import { expect, it } from 'vitest';
import { nameRetainers } from './name-retainers.ts';
import { openWorkload } from './open-workload.ts';

/** What memlab says keeps dispatchers alive, 10,000 requests later. */
async function pathsOf(workload: string): Promise<readonly string[]> {
  const suite = '../../../suites/performance-regression';
  const subject = await openWorkload(new URL(`${suite}/${workload}.ts`, import.meta.url));
  try {
    const leaked = { className: 'RequestScopedToolDispatcher' };
    const answer = await nameRetainers(subject, leaked, 10_000);
    if ('missing' in answer) throw new Error('memlab is a dependency of this repository');
    return answer.paths;
  } finally {
    await subject.close();
  }
}

it('memlab finds no dispatcher left behind after 10,000 requests', async () => {
  expect(await pathsOf('dispatcher-workload')).toEqual([]);
});

it('memlab finds the one reference that is kept, and names it', async () => {
  const [path] = await pathsOf('leaking-workload');
  expect(path).toContain('finished');
});
