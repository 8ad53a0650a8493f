import { enter } from './enter.ts';
import type { Journey } from './journey.ts';

/** A tool takes longer than tools may: it is given up, and the run goes on to its end. */
export const overrun: Journey = {
  name: 'overrun',
  title: 'ask for a tool that takes too long, and get an end all the same',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(
      crew.sessions.map(async (session) => {
        const run = await session.chat([{ kind: 'overrun' }], {
          key: crew.key(session, 'overrun'),
          overruns: true,
        });
        await run?.terminal;
      }),
    );
  },
};
