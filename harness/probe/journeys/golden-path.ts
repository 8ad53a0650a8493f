import type { Session } from '../session.ts';
import type { Crew, Journey } from './journey.ts';

/**
 * The golden path: everybody logs in and connects, then all speak at once, twice; a fast, a slow and a failing tool,
 * then two tools in parallel and a long answer. All users start each round together, so that a leak that needs
 * concurrency has its chance.
 */
export const goldenPath: Journey = {
  name: 'golden-path',
  title: 'log in, connect, chat with tools, get the answer',
  users: 8,
  async walk(crew) {
    await Promise.all(
      crew.sessions.map(async (session) => {
        await session.login();
        await session.connect();
      }),
    );
    const threads = await Promise.all(crew.sessions.map((session) => firstRound(crew, session)));
    await Promise.all(
      crew.sessions.map((session, index) => secondRound(crew, session, threads[index])),
    );
  },
};

async function firstRound(crew: Crew, session: Session): Promise<string | undefined> {
  const canary = crew.canary(session, 'echo');
  const run = await session.chat(
    [{ kind: 'echo', text: canary }, { kind: 'slow', milliseconds: 20 }, { kind: 'fail' }],
    { key: crew.key(session, 'first'), canaries: [canary] },
  );
  await run?.terminal;
  return run?.thread;
}

async function secondRound(
  crew: Crew,
  session: Session,
  thread: string | undefined,
): Promise<void> {
  const left = crew.canary(session, 'left');
  const right = crew.canary(session, 'right');
  const run = await session.chat(
    [
      { kind: 'parallel', texts: [left, right] },
      { kind: 'long', pieces: 4 },
    ],
    { key: crew.key(session, 'second'), thread, canaries: [left, right] },
  );
  await run?.terminal;
}
