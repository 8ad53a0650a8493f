import { enter } from './enter.ts';
import type { Journey } from './journey.ts';

/** Ten thousand small events, as fast as the target makes them. */
export const burst: Journey = {
  name: 'burst',
  title: 'a very long answer in very small pieces',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(
      crew.sessions.map(async (session, place) => {
        const run = await session.chat([{ kind: 'long', pieces: place === 0 ? 10_000 : 10 }], {
          key: crew.key(session, 'burst'),
        });
        await run?.terminal;
      }),
    );
  },
};
