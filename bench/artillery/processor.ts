/**
 * What Artillery's users write by hand to see more than one answer per message: a hook that takes a turn and feeds every frame
 * to the same projection, the same recorder and the same checks as golden-path's own prober.
 */
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { WebSocket } from 'ws';
import { LiveSink } from '../../harness/probe/recorder/live-sink.ts';
import { TurnMeter } from '../../harness/perf/load/turn-meter.ts';
import { describeHistory } from '../../harness/probe/describe-history.ts';
import { Recorder } from '../../harness/probe/recorder/recorder.ts';
import { findProfile } from '../../harness/targets/profiles/profile-table.ts';
import type { Projection } from '../../harness/targets/profile.ts';

interface Context {
  readonly vars: { readonly target: string };
  ws: WebSocket;
  place?: { readonly connection: string; readonly epoch: number };
  projection?: Projection;
  turns?: number;
  ended?: () => void;
}

interface Arguments {
  target: string;
  subprotocols: string[];
  options: object;
}

const url = process.env['BENCH_TARGET'] ?? '';
const due = Number(process.env['BENCH_TURNS']);
const profile = findProfile('reference');
const target = { name: 'turns', url, users: [], profile, [Symbol.asyncDispose]: async () => {} };
const meter = new TurnMeter();
const judge = new LiveSink();
const recorder = new Recorder(describeHistory(target, 'load', 'artillery'), [meter, judge]);
let sessions = 0;

function ask(body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${url}/auth/login`,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve(text));
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

/** Artillery calls it before it connects. */
export function logIn(given: Arguments, context: Context, done: (error?: unknown) => void): void {
  sessions += 1;
  const connection = `artillery-${sessions}`;
  context.place = { connection, epoch: 0 };
  context.projection = profile.project();
  given.options = { perMessageDeflate: false };
  ask(JSON.stringify({ email: `${connection}@bench.test`, password: 'demo-password' })).then(
    (text) => {
      const { access_token: token } = JSON.parse(text) as { access_token: string };
      recorder.redaction.add(token);
      given.target = `${url.replace('http', 'ws')}/ws`;
      given.subprotocols = ['golden-path.v1', `bearer.${token}`];
      // oxlint-disable-next-line promise/no-callback-in-promise -- Artillery knows no promises here
      done();
    },
    done,
  );
}

function listen(context: Context): void {
  const { place, projection } = context;
  if (place === undefined || projection === undefined) return;
  const via = { outcome: 'accepted', via: 'subprotocol', protocol: 'golden-path.v1' } as const;
  recorder.add({ type: 'open', ...place, user: place.connection, ...via });
  context.ws.on('message', (text: string) => {
    const projected = projection.received(text);
    recorder.addFrame({ ...place, direction: 'received', content: text, projected });
    if (!projected.events.some(({ kind }) => kind === 'agent_completed')) return;
    if (meter.completed === due) report();
    context.ended?.();
  });
}

/** One turn: sends a message and waits for the end of its run. */
export function takeTurn(context: Context, _events: unknown, done: () => void): void {
  const { place } = context;
  if (place === undefined) return done();
  if (context.turns === undefined) listen(context);
  context.turns = (context.turns ?? 0) + 1;
  context.ended = done;
  const key = `${place.connection}-${context.turns}`;
  const intents = [{ kind: 'echo', text: 'load' }] as const;
  const expects = [...profile.intents.expects(intents)];
  const { connection } = place;
  meter.announce(key, place.connection, 0);
  recorder.add({ type: 'act', connection, user: connection, act: 'chat', key, expects });
  const content = profile.intents.phrase(intents) ?? '';
  const text = profile.intents.chat({ content, key, thread: undefined });
  recorder.addFrame({
    ...place,
    direction: 'sent',
    content: text,
    projected: { events: [] },
  });
  context.ws.send(text);
}

/** Artillery ends its workers at once, so the last turn has the word. */
function report(): void {
  const file = process.env['BENCH_OUTCOME_FILE'];
  if (file === undefined) return;
  recorder.add({ type: 'end', reason: 'complete' });
  const wrong = judge.results().filter(({ verdict }) => verdict === 'fail');
  const { completed, events } = meter;
  const failedChecks = wrong.map(({ id }) => id);
  writeFileSync(file, JSON.stringify({ sessions, completed, events, failedChecks }));
}
