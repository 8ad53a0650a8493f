import { refreshLogin } from '../acts/refresh-login.ts';
import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** The credential is renewed while a tool works; the run must not notice. */
export const renewal: Journey = {
  name: 'renewal',
  title: 'renew the credential in the middle of a run',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(crew.sessions.map((session) => renewAtWork(crew, session)));
  },
};

async function renewAtWork(crew: Crew, session: Session): Promise<void> {
  const canary = crew.canary(session, 'renewal');
  const executing = session.waitFor(
    ({ kind, tool }) => kind === 'tool_executing' && tool === 'slow',
    session.target.profile.promises.deadlines.first_event_ms,
  );
  const run = await session.chat(
    [
      { kind: 'slow', milliseconds: 400 },
      { kind: 'echo', text: canary },
    ],
    { key: crew.key(session, 'renewal'), canaries: [canary] },
  );
  await executing;
  await refreshLogin(session);
  await run?.terminal;
}
