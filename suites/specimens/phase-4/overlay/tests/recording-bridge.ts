import type { EventDraft, UserExecutionContext } from 'golden-path/reference';
import { RunBridge } from '../events/run-bridge.ts';

/** A chat of one customer, and everything it was told. */
export function openChat(user: string) {
  const context: UserExecutionContext = {
    userId: `usr_${user}`,
    threadId: `thr_${user}`,
    runId: `run_${user}`,
    requestId: `req_${user}`,
  };
  const told: EventDraft[] = [];
  const bridge = new RunBridge(context, {
    publish: async (draft) => ({ seq: told.push(draft), connections: 1 }),
  });
  return { context, bridge, told };
}
