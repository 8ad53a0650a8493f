import type { Session } from '../session.ts';
import type { Via } from '../../targets/transports/transport.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** Everybody comes in by each way that the target offers, with one and the same credential, and chats there. */
export const waysIn: Journey = {
  name: 'ways-in',
  title: 'come in by every door, with the same key',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(crew.sessions.map((session) => tryWays(crew, session)));
  },
};

async function tryWays(crew: Crew, session: Session): Promise<void> {
  await chat(crew, session, 'usual');
  const { otherWays = {} } = session.target.profile.transport;
  for (const via of Object.keys(otherWays) as Via[]) {
    session.drop();
    const { credentials } = session;
    if (await session.connect({ credential: 'valid', credentials, via })) {
      await chat(crew, session, via);
    }
  }
}

async function chat(crew: Crew, session: Session, purpose: string): Promise<void> {
  const run = await session.chat([{ kind: 'plain', text: purpose }], {
    key: crew.key(session, purpose),
  });
  await run?.terminal;
}
