import type { AgentDispatcher } from '../dispatcher/parts.ts';
import type { UserExecutionContext } from '../dispatcher/user-execution-context.ts';
import type { Mutant } from './seams.ts';

type Dispatch = AgentDispatcher['dispatch'];

/** Damages what happens when an agent calls a tool. `wrap` is called once per platform, its result once per run. */
export function damageDispatch(
  sentence: string,
  wrap: () => (dispatch: Dispatch, context: UserExecutionContext) => Dispatch,
): Mutant {
  return {
    sentence,
    damage: (seams) => {
      const wrapRun = wrap();
      return {
        ...seams,
        parts: {
          ...seams.parts,
          openDispatcher: async (context, bridge) => {
            const inner = await seams.parts.openDispatcher(context, bridge);
            return {
              dispatch: wrapRun((call) => inner.dispatch(call), context),
              hasTool: (name) => inner.hasTool(name),
              listTools: () => inner.listTools(),
              [Symbol.asyncDispose]: () => inner[Symbol.asyncDispose](),
            };
          },
        },
      };
    },
  };
}
