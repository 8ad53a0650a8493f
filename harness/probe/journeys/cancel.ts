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

/** Long enough to be stopped, short enough for a target that lets a tool finish before it stops. */
const shortMs = 400;

async function stopAtWork(crew: Crew, session: Session): Promise<void> {
  const { cancel_ms: deadline } = session.target.profile.promises.deadlines;
  if (await isHeard(crew, session, shortMs)) return;
  // The run was over before the deadline, which shows nothing: a tool that works beyond it does.
  await isHeard(crew, session, deadline * 2);
}

/** Whether anything shows that a cancel was heard; a target that cannot be asked to work shows nothing, either way. */
async function isHeard(crew: Crew, session: Session, milliseconds: number): Promise<boolean> {
  const { deadlines } = session.target.profile.promises;
  const executing = session.waitFor(
    ({ kind }) => kind === 'tool_executing',
    deadlines.first_event_ms,
  );
  const run = await session.chat([{ kind: 'slow', milliseconds }], {
    key: crew.key(session, `cancel-${milliseconds}`),
  });
  if (run === undefined) return true;
  await executing;
  const accepted = await session.cancel(run.run);
  const terminal = await run.terminal;
  return accepted !== undefined || terminal?.kind !== 'agent_completed';
}
