import type { Mutant } from './seams.ts';

export const deafTools: Mutant = {
  sentence: 'A tool is not run when nobody is connected who could hear of it: it fails instead.',
  damage: (seams) => ({
    ...seams,
    parts: {
      ...seams.parts,
      openDispatcher: async (context, bridge) => {
        const inner = await seams.parts.openDispatcher(context, bridge);
        return {
          dispatch: async (call) => {
            if (seams.connectedUsers().includes(context.userId)) return inner.dispatch(call);
            const error = { code: 'TOOL_FAILED', message: 'nobody was told' } as const;
            return { status: 'failed', error, executionTimeMs: 0 };
          },
          hasTool: (name) => inner.hasTool(name),
          listTools: () => inner.listTools(),
          [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
        };
      },
    },
  }),
};
