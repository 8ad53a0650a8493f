import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reachService } from '../testing/reach-service.ts';
import type { Bus, BusListener, ControlMessage, Frame } from './bus.ts';
import { openBus } from './open-bus.ts';

const locations: Record<string, () => string | undefined> = {
  'in process': () => undefined,
  ...((await reachService('NATS', 4222))
    ? { nats: () => `nats://127.0.0.1:4222/test-${randomUUID()}` }
    : {}),
};

/** What one process of a platform was told. */
class Process implements BusListener {
  readonly texts: string[] = [];
  /** Per delivery, when another process published it; `undefined` for what this process published. */
  readonly publishedAt: (number | undefined)[] = [];
  readonly control = vi.fn<(message: ControlMessage) => void>();
  readonly lost = vi.fn<() => void>();
  readonly failed = vi.fn<(error: unknown) => void>();

  deliver(userId: string, frames: readonly Frame[], publishedAt?: number): Promise<number> {
    this.publishedAt.push(publishedAt);
    for (const { text } of frames) this.texts.push(`${userId}: ${text}`);
    return Promise.resolve(frames.length);
  }
}

const open: Bus[] = [];

async function join(location: string | undefined): Promise<{ bus: Bus; process: Process }> {
  const process = new Process();
  const bus = await openBus(location, process);
  open.push(bus);
  return { bus, process };
}

const numbers = Array.from({ length: 50 }, (_, index) => String(index));
const cancel: ControlMessage = { kind: 'cancel', run_id: 'r', connection_id: 'c' };

afterEach(async () => {
  await Promise.all(open.splice(0).map((bus) => bus.close()));
});

describe.each(Object.entries(locations))('the bus %s', (_, locate) => {
  it('hands frames to the sockets of the publishing process in order, each once', async () => {
    const { bus, process } = await join(locate());
    const taken = await Promise.all(numbers.map((text) => bus.publish('anna', [{ text }])));
    expect(taken).toEqual(numbers.map(() => 1));
    expect(process.texts).toEqual(numbers.map((text) => `anna: ${text}`));
  });

  it('brings control messages back to the process that announced them, once', async () => {
    const { bus, process } = await join(locate());
    await bus.announce(cancel);
    expect(process.control.mock.calls).toEqual([[cancel]]);
  });

  it('answers a ping', async () => {
    const { bus } = await join(locate());
    await expect(bus.ping()).resolves.toBeUndefined();
  });
});

describe.runIf('nats' in locations)('the bus between two processes', () => {
  it('hands frames over in order, each once, and control messages too', async () => {
    const location = locations['nats']?.();
    const here = await join(location);
    const there = await join(location);
    await Promise.all(numbers.map((text) => here.bus.publish('anna', [{ text }])));
    await here.bus.announce(cancel);
    await vi.waitFor(() => expect(there.process.control.mock.calls).toEqual([[cancel]]), 60_000);
    expect(there.process.texts).toEqual(numbers.map((text) => `anna: ${text}`));
    expect(here.process.texts).toEqual(there.process.texts);
  });

  it('hands over a burst that is longer than a message may be, and nobody misses anything', async () => {
    const location = locations['nats']?.();
    const here = await join(location);
    const there = await join(location);
    const texts = Array.from({ length: 12 }, (_, index) => `${index}${'"'.repeat(200_000)}`);
    await here.bus.publish(
      'anna',
      texts.map((text) => ({ text })),
    );
    await vi.waitFor(() => expect(there.process.texts).toHaveLength(12), 60_000);
    expect(there.process.texts).toEqual(texts.map((text) => `anna: ${text}`));
    expect(here.process.failed).not.toHaveBeenCalled();
  });

  it('says of what another process published when it did, and only of that', async () => {
    const location = locations['nats']?.();
    const here = await join(location);
    const there = await join(location);
    const before = Date.now();
    await here.bus.publish('anna', [{ text: 'late' }]);
    await vi.waitFor(() => expect(there.process.texts).toHaveLength(1), 60_000);
    const [publishedAt = 0] = there.process.publishedAt;
    expect(publishedAt).toBeGreaterThanOrEqual(before);
    expect(publishedAt).toBeLessThanOrEqual(Date.now());
    expect(here.process.publishedAt).toEqual([undefined]);
  });

  it('keeps platforms of different names apart', async () => {
    const here = await join(locations['nats']?.());
    const there = await join(locations['nats']?.());
    await here.bus.publish('anna', [{ text: 'private' }]);
    await there.bus.publish('anna', [{ text: 'other' }]);
    expect(here.process.texts).toEqual(['anna: private']);
    expect(there.process.texts).toEqual(['anna: other']);
  });
});
