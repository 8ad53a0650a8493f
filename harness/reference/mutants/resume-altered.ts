import type { Mutant } from './seams.ts';

export const resumeAltered: Mutant = {
  sentence: 'A replayed event differs from the one that was sent: it gets a new time.',
  damage: (seams) => ({
    ...seams,
    replay: (frames) =>
      seams.replay(
        frames.map((text) => {
          const event = JSON.parse(text) as object;
          return JSON.stringify({ ...event, timestamp: new Date().toISOString() });
        }),
      ),
  }),
};
