import { setTimeout as pause } from 'node:timers/promises';
import { comeBack } from '../acts/come-back.ts';
import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** Long enough for a tool to end while nobody listens. */
const absentMs = 300;

/** The network goes the moment the message was accepted: recovery must not need an event to hold on to. */
export const resumeEarly: Journey = {
  name: 'resume-early',
  title: 'drop before the first event of a run, come back, and get all of it',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(crew.sessions.map((session) => dropAtOnce(crew, session)));
  },
};

async function dropAtOnce(crew: Crew, session: Session): Promise<void> {
  const canary = crew.canary(session, 'echo');
  const run = await session.chat(
    [
      { kind: 'slow', milliseconds: 150 },
      { kind: 'slow', milliseconds: 1_000 },
      { kind: 'echo', text: canary },
    ],
    {
      key: crew.key(session, 'early'),
      canaries: [canary],
    },
  );
  if (run === undefined) return;
  session.drop();
  await pause(absentMs);
  await comeBack(session, run.run);
}
