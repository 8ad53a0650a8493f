import type { AgentBridge, AgentDispatcher } from '../dispatcher/parts.ts';
import type { Mutant } from './seams.ts';

/** Announces as if it worked. */
function pretend(bridge: AgentBridge, inner: AgentDispatcher): AgentDispatcher {
  return {
    dispatch: async ({ tool, callId, parameters }) => {
      const names = { tool_name: tool, tool_call_id: callId };
      await bridge.notifyToolExecuting({
        ...names,
        status: 'executing',
        parameters: { ...parameters },
        message: `running ${tool}`,
      });
      const value = 'done';
      await bridge.notifyToolCompleted({
        ...names,
        status: 'completed',
        result: value,
        execution_time_ms: 0,
      });
      return { status: 'completed', value, executionTimeMs: 0 };
    },
    hasTool: (name) => inner.hasTool(name),
    listTools: () => inner.listTools(),
    [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
  };
}

export const phantomTool: Mutant = {
  sentence: 'Tools are announced and reported complete, but never run.',
  damage: (seams) => ({
    ...seams,
    parts: {
      ...seams.parts,
      openDispatcher: async (context, bridge) =>
        pretend(bridge, await seams.parts.openDispatcher(context, bridge)),
    },
  }),
};
