import { expect, it } from 'vitest';
import type { CanonicalEvent } from '../../contract/canonical-event.ts';
import { awaitEnds } from './await-ends.ts';
import { TurnMeter } from './turn-meter.ts';

const stamp = { n: 0, at: 0, wall: 0 };

function hear(meter: TurnMeter, event: Partial<CanonicalEvent> & Pick<CanonicalEvent, 'kind'>) {
  meter.record({
    ...stamp,
    type: 'frame',
    connection: 'a',
    epoch: 0,
    direction: 'received',
    raw: '',
    encoding: 'text',
    bytes: 0,
    events: [event],
  });
}

function begin(): TurnMeter {
  const meter = new TurnMeter();
  meter.announce('key', 'a', 0);
  meter.record({ ...stamp, type: 'act', connection: 'a', user: 'ada', act: 'chat', key: 'key' });
  return meter;
}

/** Holds up this process, as a crowded machine does. */
function standStill(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

const listening = { connection: 'a', listening: true };
const gone = { connection: 'a', listening: false };
const long = 600_000;

it('waits for the end of every turn', async () => {
  const meter = begin();
  const ended = awaitEnds(meter, [listening], long);
  hear(meter, { kind: 'message_accepted', key: 'key', run: 'r' });
  setImmediate(() => hear(meter, { kind: 'agent_completed', run: 'r' }));
  await ended;
  expect(meter.completed).toBe(1);
});

it('waits no longer for a turn that was refused', async () => {
  const meter = begin();
  const ended = awaitEnds(meter, [listening], long);
  hear(meter, { kind: 'error', key: 'key' });
  await ended;
  expect([...meter.open()]).toEqual([]);
});

it('waits for nobody whose connection is gone', async () => {
  const meter = begin();
  await awaitEnds(meter, [gone], long);
  expect([...meter.open()]).toEqual(['a']);
});

it('gives up when nothing moves any more', async () => {
  const meter = begin();
  await awaitEnds(meter, [listening], 1);
  expect([...meter.open()]).toEqual(['a']);
});

it('takes its own standstill for no silence of the target', async () => {
  const meter = begin();
  const patienceMs = 500;
  const ended = awaitEnds(meter, [listening], patienceMs);
  standStill(2 * patienceMs);
  // What came meanwhile is read only after the timers that are due.
  setTimeout(() => {
    hear(meter, { kind: 'message_accepted', key: 'key', run: 'r' });
    hear(meter, { kind: 'agent_completed', run: 'r' });
  });
  await ended;
  expect(meter.completed).toBe(1);
});
