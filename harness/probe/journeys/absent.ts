import { setTimeout as pause } from 'node:timers/promises';
import { comeBack } from '../acts/come-back.ts';
import { readBack } from '../acts/read-back.ts';
import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

const workMs = 150;
/** Long enough for the second tool to run while nobody listens. */
const absentMs = 600;

/** Everybody leaves before a counting tool runs: what nobody hears of is done all the same, and once. */
export const absent: Journey = {
  name: 'absent',
  title: 'leave while a tool works, and find the rest of the work done',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(crew.sessions.map((session) => leaveAndCount(crew, session)));
  },
};

async function leaveAndCount(crew: Crew, session: Session): Promise<void> {
  const { intents, promises } = session.target.profile;
  const counter = crew.key(session, 'counter');
  const working = session.waitFor(
    ({ kind }) => kind === 'tool_executing',
    promises.deadlines.first_event_ms,
  );
  const run = await session.chat(
    [
      { kind: 'slow', milliseconds: workMs },
      { kind: 'count', counter },
    ],
    { key: crew.key(session, 'absent') },
  );
  if (run === undefined) return;
  await working;
  session.drop();
  await pause(absentMs);
  const terminal = await comeBack(session, run.run);
  await readBack(session, run);
  if (intents.readCount === undefined || terminal?.kind !== 'agent_completed') return;
  const seen = intents.readCount(terminal.text ?? '', counter) ?? 0;
  session.diary.noteEffect({ counter, expected: 1, seen, run: run.run });
}
