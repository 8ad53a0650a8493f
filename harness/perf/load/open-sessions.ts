import type { Recorder } from '../../probe/recorder/recorder.ts';
import { Session } from '../../probe/session.ts';
import { awaitTurn } from '../../targets/allowance/await-turn.ts';
import type { Target } from '../../targets/target.ts';
import type { LatencyHistogram } from '../latency/latency-histogram.ts';

/** Connections opened at once: more overflow the backlog of many servers, and measure that instead. */
const connectBatch = 200;

/** Logins at once: each is meant to be expensive for the target. */
const loginBatch = 32;

async function inBatches<Item>(
  items: readonly Item[],
  size: number,
  act: (item: Item) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += size) {
    await Promise.all(items.slice(start, start + size).map(act));
  }
}

/** One session logs in for each user; the others of that user share it, as further tabs do. */
async function logIn(sessions: readonly Session[]): Promise<void> {
  const first = new Map<string, Session>();
  for (const session of sessions) {
    if (!first.has(session.user.email)) first.set(session.user.email, session);
  }
  await inBatches([...first.values()], loginBatch, (session) => session.login());
  for (const session of sessions) {
    const owner = first.get(session.user.email);
    if (owner !== undefined && owner !== session) session.shareLogin(owner);
  }
}

async function connect(session: Session, handshakes: LatencyHistogram): Promise<void> {
  const start = performance.now();
  if (await session.connect()) handshakes.record(performance.now() - start);
}

/**
 * Logs in and connects so many sessions, their users taken in turn.
 * A refused connection is recorded and stays closed.
 *
 * @throws {HarnessError} TARGET_UNREACHABLE, TARGET_LOGIN_REFUSED or ALLOWANCE_SPENT.
 */
export async function openSessions(
  target: Target,
  count: number,
  recorder: Recorder,
  options: {
    readonly name: string;
    readonly handshakes: LatencyHistogram;
    /** Sessions that only ever say things. */
    readonly forgetful?: boolean;
  },
): Promise<Session[]> {
  await awaitTurn(target.allowance);
  const sessions = Array.from({ length: count }, (_, nth) => {
    const user = target.users[nth % target.users.length];
    if (user === undefined) throw new RangeError(`target "${target.name}" has no users`);
    return new Session(target, user, recorder, `${options.name}-${nth + 1}`, options);
  });
  await logIn(sessions);
  await inBatches(sessions, connectBatch, (session) => connect(session, options.handshakes));
  return sessions;
}
