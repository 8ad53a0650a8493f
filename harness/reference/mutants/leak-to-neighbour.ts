import type { Mutant } from './seams.ts';

export const leakToNeighbour: Mutant = {
  sentence: 'What one user is sent also reaches another user who is connected.',
  damage: (seams) => ({
    ...seams,
    deliver: async (userId, frames) => {
      const users = seams.connectedUsers().toSorted();
      const neighbour = users[(users.indexOf(userId) + 1) % users.length];
      const taken = await seams.deliver(userId, frames);
      if (neighbour !== undefined && neighbour !== userId) await seams.deliver(neighbour, frames);
      return taken;
    },
  }),
};
