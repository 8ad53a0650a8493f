import type { Intent } from '../../targets/profile.ts';
import type { Session } from '../session.ts';
import type { Crew, Journey } from './journey.ts';
import { messagesFor } from '../messages-for.ts';

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
  const wishes = [
    { kind: 'echo', text: canary },
    { kind: 'slow', milliseconds: 20 },
    { kind: 'fail' },
  ] as const;
  return chat(crew, session, { purpose: 'first', wishes, canaries: [canary], thread: undefined });
}

async function secondRound(
  crew: Crew,
  session: Session,
  thread: string | undefined,
): Promise<void> {
  const left = crew.canary(session, 'left');
  const right = crew.canary(session, 'right');
  const wishes = [
    { kind: 'parallel', texts: [left, right] },
    { kind: 'long', pieces: 4 },
  ] as const;
  await chat(crew, session, { purpose: 'second', wishes, canaries: [left, right], thread });
}

interface Round {
  readonly purpose: string;
  readonly wishes: readonly Intent[];
  readonly canaries: readonly string[];
  readonly thread: string | undefined;
}

/** Says all of it, in one message where the target takes more than one wish at a time; gives the thread. */
async function chat(crew: Crew, session: Session, round: Round): Promise<string | undefined> {
  let { thread } = round;
  for (const [index, wishes] of messagesFor(session, round.wishes).entries()) {
    const purpose = index === 0 ? round.purpose : `${round.purpose}-${index + 1}`;
    const { canaries } = round;
    const run = await session.chat(wishes, { key: crew.key(session, purpose), thread, canaries });
    await run?.terminal;
    thread = run?.thread ?? thread;
  }
  return thread;
}
