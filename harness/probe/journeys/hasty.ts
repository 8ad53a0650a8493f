import { enter } from './enter.ts';
import type { Journey } from './journey.ts';

/** One more than people were once allowed in a minute. */
const messages = 31;

/** Everybody sends many messages at once: each is answered by a run, or refused in words. */
export const hasty: Journey = {
  name: 'hasty',
  title: 'send more messages at once than anybody types, and hear of each',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(
      crew.sessions.flatMap((session) =>
        Array.from({ length: messages }, async (_, place) => {
          const run = await session.chat([{ kind: 'plain', text: `message ${place + 1}` }], {
            key: crew.key(session, `hasty-${place + 1}`),
          });
          await run?.terminal;
        }),
      ),
    );
  },
};
