import type { Mutant } from './seams.ts';

export const runAsRecipient: Mutant = {
  sentence: 'Events are addressed to the id of their run, and nobody is connected under that name.',
  damage: (seams) => ({
    ...seams,
    deliver: async (userId, frames) => {
      const taken = await Promise.all(
        frames.map((frame) => {
          const { run_id: run, seq } = JSON.parse(frame.text) as { run_id?: string; seq?: number };
          return seams.deliver(run === undefined || seq === undefined ? userId : run, [frame]);
        }),
      );
      return Math.max(0, ...taken);
    },
  }),
};
