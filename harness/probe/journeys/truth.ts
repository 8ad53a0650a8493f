import { checkHealth } from '../acts/check-health.ts';
import { readBack } from '../acts/read-back.ts';
import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** Nonces through a tool, a tool that does not exist, the stored answer, and what the target says of itself. */
export const truth: Journey = {
  name: 'truth',
  title: 'believe effects: nonces, stored answers, and tools that cannot run',
  users: 2,
  async walk(crew) {
    await enter(crew);
    const [first] = crew.sessions;
    if (first !== undefined) await checkHealth(first);
    await Promise.all(crew.sessions.map((session) => askForProof(crew, session)));
  },
};

async function askForProof(crew: Crew, session: Session): Promise<void> {
  await askForNonce(crew, session, 'nonce');
  await askForNonce(crew, session, 'another nonce');
  const ghost = await session.chat([{ kind: 'ghost' }], {
    key: crew.key(session, 'ghost'),
    forbids: ['tool_executing'],
  });
  await ghost?.terminal;
}

async function askForNonce(crew: Crew, session: Session, purpose: string): Promise<void> {
  const nonce = crew.canary(session, purpose);
  const run = await session.chat([{ kind: 'echo', text: nonce }], {
    key: crew.key(session, purpose),
    canaries: [nonce],
    answer: nonce,
  });
  await run?.terminal;
  if (run !== undefined) await readBack(session, run);
}
