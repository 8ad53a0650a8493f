import { setTimeout as pause } from 'node:timers/promises';
import type { Session } from '../../probe/session.ts';
import { readingPaceMs } from './reading-pace.ts';
import type { TurnMeter } from './turn-meter.ts';

/**
 * Resolves when every turn that was begun has ended or was cut off with its connection, or when none has begun or ended
 * for `patienceMs`. One look now and then for all of them, because a promise and a timer for each turn cost nearly as
 * much as the turn's checks.
 */
export async function awaitEnds(
  meter: TurnMeter,
  sessions: readonly Pick<Session, 'connection' | 'listening'>[],
  patienceMs: number,
): Promise<void> {
  const listening = new Map(sessions.map((session) => [session.connection, session] as const));
  const anyHeard = (connections: Iterable<string>): boolean => {
    for (const connection of connections) {
      if (listening.get(connection)?.listening === true) return true;
    }
    return false;
  };
  let quietMs = 0;
  let progress = 0;
  let last = performance.now();
  for (;;) {
    if (quietMs >= patienceMs || !anyHeard(meter.open())) return;
    await pause(readingPaceMs);
    const now = performance.now();
    // When this process itself was held up, its answers may lie there unread: that is no silence of the target.
    quietMs += Math.min(now - last, 4 * readingPaceMs);
    last = now;
    if (meter.begun + meter.completed !== progress) quietMs = 0;
    progress = meter.begun + meter.completed;
  }
}
