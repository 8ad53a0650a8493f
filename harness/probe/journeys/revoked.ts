import { revoke } from '../acts/log-out.ts';
import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** The credential of an open connection is revoked; whoever holds the connection goes on asking. */
export const revoked: Journey = {
  name: 'revoked',
  title: 'lose the credential while connected, and be shown out',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(crew.sessions.map((session, place) => chatThrough(crew, session, place)));
  },
};

async function chatThrough(crew: Crew, session: Session, place: number): Promise<void> {
  await chat(crew, session, 'before');
  if (place > 0) return;
  await revoke(session);
  await session.settle();
  if (session.connected) await chat(crew, session, 'after');
}

async function chat(crew: Crew, session: Session, purpose: string): Promise<void> {
  const canary = crew.canary(session, purpose);
  const key = crew.key(session, purpose);
  const run = await session.chat([{ kind: 'echo', text: canary }], { key, canaries: [canary] });
  await run?.terminal;
}
