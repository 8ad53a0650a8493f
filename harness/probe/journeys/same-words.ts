import { enter } from './enter.ts';
import type { Journey } from './journey.ts';

/** People ask the same things: common words are no secret of anybody. */
export const sameWords: Journey = {
  name: 'same-words',
  title: 'everybody asks the same, in the same words',
  users: 2,
  async walk(crew) {
    await enter(crew);
    await Promise.all(
      crew.sessions.map(async (session) => {
        const run = await session.chat(
          [
            { kind: 'echo', text: 'good morning to everybody' },
            { kind: 'plain', text: 'what is new today' },
          ],
          { key: crew.key(session, 'same') },
        );
        await run?.terminal;
      }),
    );
  },
};
