import { setTimeout as pause } from 'node:timers/promises';
import type { Crew, Journey } from 'golden-path';

type Session = Crew['sessions'][number];
type Run = NonNullable<Awaited<ReturnType<Session['chat']>>>;

/** From one attempt to come back to the next, and how many there are before the target counts as gone: a minute. */
const backoffMs = 200;
const attempts = 300;

export interface Plan {
  readonly name: string;
  readonly title: string;
  readonly users?: number;
  /** How long the tool works during which the disturbance comes. */
  readonly workMs: number;
  /** Called before anybody logs in. */
  readonly prepare?: () => Promise<unknown>;
  /** Called once, when everybody's tool works. */
  readonly ready?: () => Promise<unknown>;
  /** Everybody loses the connection then, and comes back: to whichever node, not the one that executes the run. */
  readonly wander?: boolean;
  /** Called once, after that. */
  readonly disturb: () => Promise<unknown>;
}

/**
 * Everybody asks for a run and comes back as often as the connection ends, until the run has ended: what a good client
 * does, whatever happens to the target meanwhile. In the end everybody has all of it told once more, to compare.
 */
export function steadfast(plan: Plan): Journey {
  return {
    name: plan.name,
    title: plan.title,
    users: plan.users ?? 4,
    async walk(crew) {
      const { sessions } = crew;
      await plan.prepare?.();
      await Promise.all(sessions.map((session) => session.login()));
      // All at once, so that they are dealt out in turn to the nodes.
      await Promise.all(sessions.map((session) => session.connect()));
      const runs = await Promise.all(sessions.map((session) => begin(crew, session, plan.workMs)));
      await plan.ready?.();
      if (plan.wander === true) {
        await Promise.all(sessions.map((session, index) => wander(session, runs[index])));
      }
      await Promise.all([
        plan.disturb(),
        ...sessions.map((session, index) => seeThrough(session, runs[index])),
      ]);
    },
  };
}

async function begin(crew: Crew, session: Session, workMs: number): Promise<Run | undefined> {
  const [echo, left, right] = ['echo', 'left', 'right'].map((word) => crew.canary(session, word));
  if (echo === undefined || left === undefined || right === undefined) return undefined;
  const working = session.waitFor(
    ({ kind, tool }) => kind === 'tool_executing' && tool === 'slow',
    session.target.profile.promises.deadlines.terminal_ms,
  );
  const run = await session.chat(
    [
      { kind: 'echo', text: echo },
      { kind: 'slow', milliseconds: workMs },
      { kind: 'parallel', texts: [left, right] },
      { kind: 'long', pieces: 4 },
    ],
    { key: crew.key(session, 'steadfast'), canaries: [echo, left, right], answer: echo },
  );
  await working;
  return run;
}

async function wander(session: Session, run: Run | undefined): Promise<void> {
  session.drop();
  await comeBack(session);
  if (run !== undefined) await session.resume(run.run);
}

async function seeThrough(session: Session, run: Run | undefined): Promise<void> {
  if (run === undefined) return;
  let ended = await session.terminalOf(run.run);
  while (ended === undefined && !session.connected) {
    await comeBack(session);
    await session.resume(run.run);
    ended = await session.terminalOf(run.run);
  }
  session.drop();
  await comeBack(session);
  await session.resume(run.run, 0);
}

async function comeBack(session: Session): Promise<void> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    // Nobody listens while the proxy restarts.
    if (await session.connect().catch(() => false)) return;
    await pause(backoffMs);
  }
}
