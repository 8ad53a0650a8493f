import type { Mutant } from './seams.ts';

export const leakContext: Mutant = {
  sentence: 'Every request context is kept for ever, with its dispatcher and its bridge.',
  damage: (seams) => {
    const kept: unknown[] = [];
    return {
      ...seams,
      parts: {
        ...seams.parts,
        openDispatcher: async (context, bridge) => {
          const dispatcher = await seams.parts.openDispatcher(context, bridge);
          kept.push({ context, bridge, dispatcher });
          return dispatcher;
        },
      },
    };
  },
};
