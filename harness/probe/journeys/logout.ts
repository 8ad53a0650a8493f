import { logOut } from '../acts/log-out.ts';
import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** After a logout the same browser tries to go on: with its open connection, and with its old token. */
export const logout: Journey = {
  name: 'logout',
  title: 'log out, and find every door closed',
  users: 2,
  async walk(crew) {
    await enter(crew);
    const [leaver, stayer] = crew.sessions;
    await Promise.all([
      leaver === undefined ? undefined : leaveAndTry(crew, leaver),
      stayer === undefined ? undefined : chat(crew, stayer, 'stay'),
    ]);
  },
};

async function chat(crew: Crew, session: Session, purpose: string): Promise<void> {
  const canary = crew.canary(session, purpose);
  const key = crew.key(session, purpose);
  const run = await session.chat([{ kind: 'echo', text: canary }], { key, canaries: [canary] });
  await run?.terminal;
}

async function leaveAndTry(crew: Crew, session: Session): Promise<void> {
  await chat(crew, session, 'before');
  await logOut(session);
  await session.settle();
  if (session.connected) await chat(crew, session, 'after');
  if (session.connected) session.drop();
  const stale = { credential: 'logged-out', credentials: session.credentials } as const;
  if (await session.connect(stale)) await chat(crew, session, 'stale');
}
