import { countEffect } from '../acts/count-effect.ts';
import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** A tool that counts its own executions, asked before and after a drop with a resume. */
export const counting: Journey = {
  name: 'counting',
  title: 'count how often a tool really ran, also across a resume',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(crew.sessions.map((session) => countThrough(crew, session)));
  },
};

async function countThrough(crew: Crew, session: Session): Promise<void> {
  const counter = crew.key(session, 'counter');
  const ask = (expected: number) =>
    countEffect(session, { counter, expected, key: crew.key(session, `count-${expected}`) });
  const first = await ask(1);
  if (first === undefined) return;
  session.drop();
  if (await session.connect()) await session.resume(first.run);
  await ask(2);
}
