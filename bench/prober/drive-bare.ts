/** The limit: the same turns over bare `ws` sockets, each frame parsed and counted, nothing judged. */
import { WebSocket } from 'ws';
import { scheduleTurns } from '../../harness/perf/load/turn-schedule.ts';
import type { Outcome, Plan } from './plan.ts';

const { url, sessions, turns } = JSON.parse(process.argv[2] ?? '') as Plan;
const residentBefore = process.memoryUsage.rss();
const sockets: WebSocket[] = [];
const batch = 200;
let events = 0;
let completed = 0;
let allEnded = (): void => {};

function take(data: Buffer): void {
  const frame = JSON.parse(data.toString()) as { readonly type: string };
  events += 1;
  if (frame.type === 'agent_completed') completed += 1;
  if (completed === sessions * turns) allEnded();
}

function connect(nth: number): Promise<void> {
  const socket = new WebSocket(
    `${url.replace('http', 'ws')}/ws`,
    ['golden-path.v1', `bearer.user-${nth}.x`],
    { perMessageDeflate: false },
  );
  sockets.push(socket);
  socket.on('message', take);
  return new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
}

for (let first = 0; first < sessions; first += batch) {
  const size = Math.min(batch, sessions - first);
  await Promise.all(Array.from({ length: size }, (_, nth) => connect(first + nth)));
}
const schedule = scheduleTurns({ sessions, turns, everyMs: 1000 });
const before = process.cpuUsage();
const start = performance.now();
await new Promise<void>((resolve) => {
  allEnded = resolve;
  function begin(): void {
    for (const { session, turn } of schedule.due(performance.now() - start)) {
      const key = `${session}-${turn}`;
      const message = { type: 'chat_message', content: 'echo load', idempotency_key: key };
      sockets[session]?.send(JSON.stringify(message));
    }
    const next = schedule.nextAt();
    if (next !== undefined) setTimeout(begin, Math.max(1, next - (performance.now() - start)));
  }
  begin();
});
const { user, system } = process.cpuUsage(before);
const elapsedMs = performance.now() - start;
const outcome: Outcome = {
  turns: sessions * turns,
  completed,
  events,
  cpuShare: (user + system) / 1000 / elapsedMs,
  cpuUsPerTurn: (user + system) / (sessions * turns),
  bytesPerSession: (process.resourceUsage().maxRSS * 1024 - residentBefore) / sessions,
  latenessMs: 0,
  failedChecks: [],
};
process.stdout.write(JSON.stringify(outcome));
process.exit();
