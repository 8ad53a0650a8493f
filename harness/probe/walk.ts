import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { History } from '../contract/history.ts';
import { awaitTurn } from '../targets/allowance/await-turn.ts';
import type { Target } from '../targets/target.ts';
import type { User } from '../targets/user.ts';
import { makeCanary } from './canary.ts';
import { describeHistory } from './describe-history.ts';
import type { Crew, Journey } from './journeys/journey.ts';
import { watchLag } from './recorder/lag-watch.ts';
import { FileSink } from './recorder/file-sink.ts';
import { MemorySink } from './recorder/memory-sink.ts';
import { Recorder } from './recorder/recorder.ts';
import { Session } from './session.ts';

export interface WalkOptions {
  /** Default: as many as the journey asks for. */
  readonly users?: number;
  /** Which of the target's users walks first (0): journeys that follow each other do not see each other's runs. */
  readonly firstUser?: number;
  /** Default: random. The same seed gives the same canaries and keys. */
  readonly seed?: string;
  /** Also write the history to this NDJSON file while it grows. */
  readonly file?: string;
  /** The wall clock in epoch ms; default: this machine's. Shown and never judged by. */
  readonly wall?: () => number;
  /** How long to go on watching after the last answer, in ms, so that late events are seen. Default 100. */
  readonly lingerMs?: number;
}

/** Walks a journey against a target and returns the history. Throws `TARGET_UNREACHABLE`, `TARGET_LOGIN_REFUSED` or `ALLOWANCE_SPENT`. */
export async function walk(
  target: Target,
  journey: Journey,
  options: WalkOptions = {},
): Promise<History> {
  await awaitTurn(target.allowance);
  const seed = options.seed ?? randomBytes(4).toString('hex');
  const memory = new MemorySink();
  const sinks = options.file === undefined ? [memory] : [memory, new FileSink(options.file)];
  const recorder = new Recorder(describeHistory(target, journey.name, seed), sinks, {
    wall: options.wall,
  });
  const sessions = pickUsers(target, options.firstUser ?? 0, options.users ?? journey.users).map(
    (user) => new Session(target, user, recorder, `${user.name}#1`),
  );
  const stopWatching = watchLag((ms) => recorder.add({ type: 'harness', notice: 'lag', ms }));
  let complete = false;
  try {
    await journey.walk(crewOf(sessions, seed, recorder));
    await Promise.all(sessions.map((session) => session.settle()));
    await pause(options.lingerMs ?? 100);
    await Promise.all(sessions.map((session) => session.settle()));
    complete = true;
  } finally {
    stopWatching();
    recorder.add({ type: 'end', reason: complete ? 'complete' : 'aborted' });
    recorder.close();
    for (const session of sessions) session.close();
  }
  return memory.history;
}

/** As many users as asked for, or all there are, beginning anywhere and going round. */
function pickUsers({ users }: Target, first: number, count: number): User[] {
  const start = first % Math.max(1, users.length);
  return [...users.slice(start), ...users.slice(0, start)].slice(0, count);
}

function crewOf(all: Session[], seed: string, recorder: Recorder): Crew {
  const sessions = [...all];
  return {
    sessions,
    canary: (session, purpose) => makeCanary(seed, session.connection, purpose),
    key: (session, purpose) => `${seed}-${session.connection}-${purpose}`,
    openTab(session) {
      const number = all.filter(({ user }) => user === session.user).length + 1;
      const connection = `${session.user.name}#${number}`;
      const tab = new Session(session.target, session.user, recorder, connection);
      tab.shareLogin(session);
      all.push(tab);
      return tab;
    },
    note: (notice, detail) => void recorder.add({ type: 'harness', notice, detail }),
  };
}
