import { enter } from './enter.ts';
import type { Journey } from './journey.ts';

/** A tool that always throws: the run must say so and still end. */
export const failingTool: Journey = {
  name: 'failing-tool',
  title: 'ask for a tool that fails, and be told',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(
      crew.sessions.map(async (session) => {
        const run = await session.chat([{ kind: 'fail' }], {
          key: crew.key(session, 'fail'),
          toolOutcome: 'failed',
        });
        await run?.terminal;
      }),
    );
  },
};
