/** One client process: so many connections, turns by a schedule, received in one of three ways. */
import { WebSocket } from 'ws';
import { LatencyHistogram } from '../../harness/perf/latency/latency-histogram.ts';
import { openSessions } from '../../harness/perf/load/open-sessions.ts';
import { readingPaceMs } from '../../harness/perf/load/reading-pace.ts';
import { scheduleTurns } from '../../harness/perf/load/turn-schedule.ts';
import { describeHistory } from '../../harness/probe/describe-history.ts';
import { FileSink } from '../../harness/probe/recorder/file-sink.ts';
import { LiveSink } from '../../harness/probe/recorder/live-sink.ts';
import type { RecordSink } from '../../harness/probe/recorder/sink.ts';
import { Recorder } from '../../harness/probe/recorder/recorder.ts';
import { turnTarget } from '../prober/turn-target.ts';
import type { Outcome, Plan } from './plan.ts';

const { arm, url, sessions, turns, everyMs, file } = JSON.parse(process.argv[2] ?? '') as Plan;
const connectBatch = 200;

/** Takes turn `turn` of connection `nth`; settles when it has ended. */
type Take = (nth: number, turn: number) => Promise<void>;

interface Client {
  readonly take: Take;
  readonly events: () => number;
  readonly failed: () => readonly string[];
}

/** Receives, and does nothing else with it than `look`: a turn has ended when so many frames have come. */
async function openBare(look: (data: Buffer) => unknown): Promise<Client> {
  const framesPerTurn = 6;
  let events = 0;
  const sockets: WebSocket[] = [];
  const waiting: (() => void)[][] = [];
  const connect = (nth: number): Promise<void> => {
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}/ws`,
      ['golden-path.v1', `bearer.user-${nth}.x`],
      { perMessageDeflate: false },
    );
    sockets[nth] = socket;
    waiting[nth] = [];
    let frames = 0;
    socket.on('message', (data: Buffer) => {
      look(data);
      events += 1;
      frames += 1;
      if (frames % framesPerTurn === 0) waiting[nth]?.shift()?.();
    });
    return new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  };
  for (let first = 0; first < sessions; first += connectBatch) {
    const size = Math.min(connectBatch, sessions - first);
    await Promise.all(Array.from({ length: size }, (_, nth) => connect(first + nth)));
  }
  return {
    take: (nth, turn) =>
      new Promise((resolve) => {
        waiting[nth]?.push(resolve);
        const key = `${nth}-${turn}`;
        const message = { type: 'chat_message', content: 'echo load', idempotency_key: key };
        sockets[nth]?.send(JSON.stringify(message));
      }),
    events: () => events,
    failed: () => [],
  };
}

async function openChecked(): Promise<Client> {
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
    failed() {
      recorder.add({ type: 'end', reason: 'complete' });
      recorder.close();
      return live.results().flatMap(({ id, verdict }) => (verdict === 'fail' ? [id] : []));
    },
  };
}

const looks = { bare: () => {}, parsed: (data: Buffer) => JSON.parse(data.toString()) as unknown };
const client = await (arm === 'bare' || arm === 'parsed' ? openBare(looks[arm]) : openChecked());
const schedule = scheduleTurns({ sessions, turns, everyMs });
const total = sessions * turns;
/** Share of the turns that only warms up: code that is not compiled yet costs many times as much. */
const warmUp = 0.3;
let already = 0;
let before = process.cpuUsage();
let start = performance.now();
const begun = start;
let left = total;

function note(): void {
  already = client.events();
  before = process.cpuUsage();
  start = performance.now();
}

await new Promise<void>((resolve) => {
  const begin = (): void => {
    for (const { session, turn } of schedule.due(performance.now() - begun)) {
      void client.take(session, turn).then(() => {
        left -= 1;
        if (left === Math.floor(total * (1 - warmUp))) note();
        if (left === 0) resolve();
      });
    }
    const next = schedule.nextAt();
    if (next !== undefined) setTimeout(begin, Math.max(1, next - (performance.now() - begun)));
  };
  begin();
});
const { user, system } = process.cpuUsage(before);
const seconds = (performance.now() - start) / 1000;
const events = client.events() - already;
const outcome: Outcome = {
  cpuUsPerEvent: (user + system) / events,
  eventsPerSecond: events / seconds,
  events,
  failedChecks: client.failed(),
};
process.stdout.write(JSON.stringify(outcome));
process.exit();
