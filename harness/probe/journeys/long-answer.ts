import { enter } from './enter.ts';
import type { Journey } from './journey.ts';

/** An answer long enough to tell how fast the line is. */
export const longAnswer: Journey = {
  name: 'long-answer',
  title: 'stream a long answer',
  users: 1,
  async walk(crew) {
    await enter(crew);
    await Promise.all(
      crew.sessions.map(async (session) => {
        const run = await session.chat([{ kind: 'long', pieces: 80 }], {
          key: crew.key(session, 'long'),
        });
        await run?.terminal;
      }),
    );
  },
};
