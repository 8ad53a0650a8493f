import { trespass as reachFor } from '../acts/trespass.ts';
import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** Each user reaches for the run and the thread of the next one, while that run is open. */
export const trespass: Journey = {
  name: 'trespass',
  title: 'reach for the runs and threads of others, knowing their ids',
  users: 2,
  async walk(crew) {
    await enter(crew);
    const { sessions } = crew;
    await Promise.all(
      sessions.map(async (victim, index) => {
        const intruder = sessions[(index + 1) % sessions.length];
        if (intruder !== undefined && intruder !== victim) await intrude(crew, victim, intruder);
      }),
    );
  },
};

async function intrude(crew: Crew, victim: Session, intruder: Session): Promise<void> {
  const canary = crew.canary(victim, 'private');
  const run = await victim.chat(
    [
      { kind: 'echo', text: canary },
      { kind: 'slow', milliseconds: 1_000 },
    ],
    { key: crew.key(victim, 'private'), canaries: [canary] },
  );
  if (run === undefined) return;
  await reachFor(intruder, victim, run);
  await run.terminal;
}
