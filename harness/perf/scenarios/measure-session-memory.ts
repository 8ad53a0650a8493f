import type { Measurement } from '../../contract/measurement.ts';
import { describeHistory } from '../../probe/describe-history.ts';
import { Recorder } from '../../probe/recorder/recorder.ts';
import { LatencyHistogram } from '../latency/latency-histogram.ts';
import type { ApartTarget } from '../load/open-apart.ts';
import { openSessions } from '../load/open-sessions.ts';

/**
 * Memory that the target's process holds for each idle session, from its heap and its resident set before and after.
 *
 * @returns `memory.session-heap` (judged against `limit`, bytes per session) and `memory.session-rss` (shown only:
 *   the system gives pages out in lumps).
 * @throws {HarnessError} TARGET_UNREACHABLE or TARGET_LOGIN_REFUSED.
 */
export async function measureSessionMemory(
  target: ApartTarget,
  { sessions, seed, limit }: { sessions: number; seed: string; limit?: number | undefined },
): Promise<Measurement[]> {
  const recorder = new Recorder(describeHistory(target, 'idle', seed), []);
  const handshakes = new LatencyHistogram();
  const open = async (count: number, name: string) =>
    await openSessions(target, count, recorder, { name, handshakes });
  try {
    // The first sessions load code and fill caches that are no session's own.
    const early = await open(Math.ceil(sessions / 10), `${seed}-early`);
    const before = await target.usage();
    const opened = await open(sessions, seed);
    const after = await target.usage();
    for (const session of [...early, ...opened]) session.close();
    const heap = (after.heapBytes - before.heapBytes) / sessions;
    const noLimit = { verdict: 'not-applicable', reason: 'no limit is set' } as const;
    const judged =
      limit === undefined
        ? noLimit
        : ({ limit, verdict: heap <= limit ? 'pass' : 'fail' } as const);
    const base = { unit: 'bytes', n: sessions } as const;
    return [
      {
        ...base,
        id: 'memory.session-heap',
        title: 'heap of the target per idle session',
        value: heap,
        ...judged,
      },
      {
        ...base,
        id: 'memory.session-rss',
        title: 'resident memory of the target per idle session',
        value: (after.rssBytes - before.rssBytes) / sessions,
        ...noLimit,
      },
    ];
  } finally {
    recorder.close();
    handshakes.destroy();
  }
}
