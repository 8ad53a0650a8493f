import { LatencyHistogram } from '../../harness/perf/latency/latency-histogram.ts';
import { openSessions } from '../../harness/perf/load/open-sessions.ts';
import { readingPaceMs } from '../../harness/perf/load/reading-pace.ts';
import { describeHistory } from '../../harness/probe/describe-history.ts';
import { FileSink } from '../../harness/probe/recorder/file-sink.ts';
import { LiveSink } from '../../harness/probe/recorder/live-sink.ts';
import { Recorder } from '../../harness/probe/recorder/recorder.ts';
import { turnTarget } from '../prober/turn-target.ts';
import { wordingOf } from '../../harness/probe/wording.ts';
import type { Client } from './client.ts';
import { TurnEnds } from './turn-ends.ts';

/** The sessions of a load with all checks; with a `file`, the whole history is written there. */
export async function openChecked(
  url: string,
  sessions: number,
  file: string | undefined,
): Promise<Client> {
  const target = turnTarget(url, sessions);
  const live = new LiveSink();
  const ends = new TurnEnds();
  const sinks = file === undefined ? [live, ends] : [live, ends, new FileSink(file)];
  const recorder = new Recorder(describeHistory(target, 'live', 'live'), sinks, {
    paceMs: readingPaceMs,
  });
  const wording = wordingOf(target.profile.intents, [{ kind: 'echo', text: 'load' }]);
  const handshakes = new LatencyHistogram();
  const opened = await openSessions(target, sessions, recorder, {
    name: 'live',
    handshakes,
    forgetful: true,
  });
  return {
    async take(nth, turn) {
      const session = opened[nth];
      if (session === undefined || wording === undefined) return;
      const ended = ends.next(session.connection);
      session.say(wording, `live-${nth}-${turn}`);
      await ended;
    },
    events: () => ends.events,
    judge() {
      recorder.add({ type: 'end', reason: 'complete' });
      recorder.close();
      return live.results().flatMap(({ id, verdict }) => (verdict === 'fail' ? [id] : []));
    },
  };
}
