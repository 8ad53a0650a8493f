import type { Mutant } from './seams.ts';

export const openDoor: Mutant = {
  sentence: 'Whoever has no valid token is let in as a stranger instead of being refused.',
  damage: (seams) => ({
    ...seams,
    guardDoor: (admission) => {
      const inner = seams.guardDoor(admission);
      return async (request) =>
        (await inner(request)) ?? { userId: 'usr_stranger', sessionId: 'none' };
    },
  }),
};
