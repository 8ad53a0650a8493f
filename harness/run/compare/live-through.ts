import { setTimeout as pause } from 'node:timers/promises';
import { comeBack } from '../../probe/acts/come-back.ts';
import { enter } from '../../probe/journeys/enter.ts';
import type { Crew, Journey } from '../../probe/journeys/journey.ts';
import type { Session } from '../../probe/session.ts';

/** How often a client comes back for one run. */
const returns = 3;

/** Everybody asks for a run with many events, and comes back for it as often as the line dies. */
export function liveThrough(awayMs: number): Journey {
  return {
    name: 'live-through',
    title: 'ask for much, and come back for it when the line dies',
    users: 4,
    async walk(crew) {
      await enter(crew);
      await Promise.all(crew.sessions.map((session) => askForMuch(crew, session, awayMs)));
    },
  };
}

async function askForMuch(crew: Crew, session: Session, awayMs: number): Promise<void> {
  const [one, left, right] = ['one', 'left', 'right'].map((name) => crew.canary(session, name));
  const run = await session.chat(
    [
      { kind: 'echo', text: one ?? '' },
      { kind: 'slow', milliseconds: 150 },
      { kind: 'parallel', texts: [left ?? '', right ?? ''] },
      { kind: 'slow', milliseconds: 150 },
      { kind: 'echo', text: one ?? '' },
    ],
    { key: crew.key(session, 'much') },
  );
  if (run === undefined) return;
  let terminal = await run.terminal;
  for (let back = 0; terminal === undefined && back < returns; back += 1) {
    await pause(awayMs);
    terminal = await comeBack(session, run.run);
  }
}
