import { setTimeout as pause } from 'node:timers/promises';
import { comeBack } from '../acts/come-back.ts';
import { readBack } from '../acts/read-back.ts';
import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** Long enough for two tools to end while nobody listens. */
const absentMs = 300;

/** Everybody loses the connection while a tool works, comes back and picks the run up. */
export const resume: Journey = {
  name: 'resume',
  title: 'drop in the middle of a run, come back, and miss nothing',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(crew.sessions.map((session) => dropAndReturn(crew, session)));
  },
};

async function dropAndReturn(crew: Crew, session: Session): Promise<void> {
  const canary = crew.canary(session, 'echo');
  const left = crew.canary(session, 'left');
  const right = crew.canary(session, 'right');
  const slow = session.waitFor(
    ({ kind, tool }) => kind === 'tool_executing' && tool === 'slow',
    session.target.profile.promises.deadlines.first_event_ms,
  );
  const run = await session.chat(
    [
      { kind: 'echo', text: canary },
      { kind: 'slow', milliseconds: 150 },
      { kind: 'parallel', texts: [left, right] },
      { kind: 'slow', milliseconds: 1_000 },
      { kind: 'long', pieces: 4 },
    ],
    { key: crew.key(session, 'resume'), canaries: [canary, left, right], answer: canary },
  );
  if (run === undefined) return;
  await slow;
  session.drop();
  await pause(absentMs);
  await comeBack(session, run.run);
  session.drop();
  if (await session.connect()) await session.resume(run.run, 0);
  await readBack(session, run);
}
