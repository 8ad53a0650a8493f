import { comeBack } from '../acts/come-back.ts';
import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** Whoever loses the connection without wanting to comes back and picks the run up. */
export const loyal: Journey = {
  name: 'loyal',
  title: 'chat, and come back if the target ends the connection',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(crew.sessions.map((session) => chatToTheEnd(crew, session)));
  },
};

async function chatToTheEnd(crew: Crew, session: Session): Promise<void> {
  const canary = crew.canary(session, 'echo');
  const run = await session.chat(
    [
      { kind: 'echo', text: canary },
      { kind: 'slow', milliseconds: 50 },
    ],
    { key: crew.key(session, 'loyal'), canaries: [canary] },
  );
  if (run === undefined) return;
  await run.terminal;
  if (!session.connected) await comeBack(session, run.run);
}
