import type { Arm } from './arm.ts';
import { median } from './median.ts';

export interface Shape {
  readonly name: 'burst' | 'spaced';
  /** Events per request of one connection. */
  readonly events: number;
  /** Requests of each connection, one after the other, per round. */
  readonly requests: number;
  /** Milliseconds between the events of one connection. */
  readonly gap: number;
}

export interface Sample {
  readonly eventsPerSecond: number;
  /** Microseconds of the server, kernel included. */
  readonly cpuPerEvent: number;
  /** Microseconds from sending to arrival, where events are spaced. */
  readonly medianAge: number;
}

const eventsPerBurstRound = 100_000;
const spacedEventsPerSecond = 4_000;
const spacedSeconds = 1.5;

/** Bursts as large as an answer, and events as far apart as a model's words; the same total at every size. */
export function shapesFor(connections: number): Shape[] {
  const events = connections === 1 ? 1_000 : 100;
  const gap = Math.max(1, (connections / spacedEventsPerSecond) * 1000);
  return [
    {
      name: 'burst',
      events,
      requests: Math.max(1, eventsPerBurstRound / (connections * events)),
      gap: 0,
    },
    { name: 'spaced', events: Math.round((spacedSeconds * 1000) / gap), requests: 1, gap },
  ];
}

export async function measure(arm: Arm, shape: Shape): Promise<Sample> {
  const ages: number[] = [];
  const before = await arm.usage();
  const startedAt = performance.now();
  await Promise.all(
    arm.clients.map(async (client) => {
      for (let request = 0; request < shape.requests; request += 1) {
        ages.push(...(await client.ask(shape.events, shape.gap)));
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  const after = await arm.usage();
  const total = arm.clients.length * shape.requests * shape.events;
  return {
    eventsPerSecond: total / seconds,
    cpuPerEvent: (after.cpuMicroseconds - before.cpuMicroseconds) / total,
    medianAge: median(ages),
  };
}
