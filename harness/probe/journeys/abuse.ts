import { enter } from './enter.ts';
import type { Journey } from './journey.ts';

/** Garbage in the middle of a conversation: the target must name it. */
export const abuse: Journey = {
  name: 'abuse',
  title: 'send garbage, and be told so',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(
      crew.sessions.map(async (session) => {
        const { deadlines } = session.target.profile.promises;
        const answer = session.waitFor(({ kind }) => kind === 'error', deadlines.cancel_ms);
        await session.abuse('}{ this is no message');
        await answer;
        const run = await session.chat([{ kind: 'plain', text: 'still here' }], {
          key: crew.key(session, 'after'),
        });
        await run?.terminal;
      }),
    );
  },
};
