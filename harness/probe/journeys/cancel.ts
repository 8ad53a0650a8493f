import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** Everybody presses stop while a tool works. */
export const cancel: Journey = {
  name: 'cancel',
  title: 'cancel a run while its tool works, and see it stop',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(crew.sessions.map((session) => stopAtWork(crew, session)));
  },
};

async function stopAtWork(crew: Crew, session: Session): Promise<void> {
  const { deadlines } = session.target.profile.promises;
  const executing = session.waitFor(
    ({ kind }) => kind === 'tool_executing',
    deadlines.first_event_ms,
  );
  const run = await session.chat([{ kind: 'slow', milliseconds: 400 }], {
    key: crew.key(session, 'cancel'),
  });
  if (run === undefined) return;
  await executing;
  await session.cancel(run.run);
  await run.terminal;
}
