import { describe, expect, it, onTestFinished } from 'vitest';
import { moduleBeside } from '../child/module-beside.ts';
import { startChild } from '../child/start-child.ts';
import { measureHeap } from '../memory/measure-heap.ts';
import type { InspectedServerCalls } from './fixtures/inspected-server.ts';
import { openInspected } from './open-inspected.ts';

async function measure(leak: boolean, watched = 'Conversation') {
  const server = startChild<InspectedServerCalls>(
    moduleBeside(import.meta.url, 'fixtures/inspected-server'),
  );
  onTestFinished(() => server.close());
  const subject = await openInspected(await server.call('inspect', undefined), (requests) =>
    server.call('serve', { requests, leak }),
  );
  onTestFinished(() => subject.close());
  return await measureHeap(subject, [watched], { requests: 4500 });
}

describe('openInspected', () => {
  it('finds a leak in a process that is not ours, over the inspector protocol, and names what keeps it', async () => {
    const [instances, heap] = await measure(true);
    expect(instances).toMatchObject({ verdict: 'fail', value: instances?.n });
    expect(instances?.reason).toContain('kept: Array → […]: Conversation');
    expect(heap?.verdict).toBe('fail');
  });

  it('finds none in the same process when it keeps nothing', async () => {
    const [instances] = await measure(false);
    expect(instances).toMatchObject({ verdict: 'pass', value: 0 });
  });

  it('does not count what does not exist', async () => {
    await expect(measure(false, 'Conversion')).rejects.toThrow('holds no class "Conversion"');
  });

  it('says that nothing answers', async () => {
    await expect(openInspected('ws://127.0.0.1:9/none', async (n) => n)).rejects.toMatchObject({
      code: 'TARGET_UNREACHABLE',
    });
  });
});
