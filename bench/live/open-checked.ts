import { LatencyHistogram } from '../../harness/perf/latency/latency-histogram.ts';
import { openSessions } from '../../harness/perf/load/open-sessions.ts';
import { readingPaceMs } from '../../harness/perf/load/reading-pace.ts';
import { describeHistory } from '../../harness/probe/describe-history.ts';
import { FileSink } from '../../harness/probe/recorder/file-sink.ts';
import { LiveSink } from '../../harness/probe/recorder/live-sink.ts';
import type { RecordSink } from '../../harness/probe/recorder/sink.ts';
import { Recorder } from '../../harness/probe/recorder/recorder.ts';
import { turnTarget } from '../prober/turn-target.ts';
import type { Client } from './client.ts';

/** The probe with all checks; with a `file`, it writes the whole history there. */
export async function openChecked(
  url: string,
  sessions: number,
  file: string | undefined,
): Promise<Client> {
  const target = turnTarget(url, sessions);
  const live = new LiveSink();
  let events = 0;
  const count: RecordSink = {
    begin() {},
    end() {},
    record(record) {
      if (record.type === 'frame' && record.direction === 'received') events += 1;
    },
  };
  const sinks = file === undefined ? [live, count] : [live, count, new FileSink(file)];
  const recorder = new Recorder(describeHistory(target, 'live', 'live'), sinks, {
    paceMs: readingPaceMs,
  });
  const handshakes = new LatencyHistogram();
  const opened = await openSessions(target, sessions, recorder, { name: 'live', handshakes });
  return {
    async take(nth, turn) {
      const run = await opened[nth]?.chat([{ kind: 'echo', text: 'load' }], {
        key: `live-${nth}-${turn}`,
      });
      await run?.terminal;
    },
    events: () => events,
    judge() {
      recorder.add({ type: 'end', reason: 'complete' });
      recorder.close();
      return live.results().flatMap(({ id, verdict }) => (verdict === 'fail' ? [id] : []));
    },
  };
}
