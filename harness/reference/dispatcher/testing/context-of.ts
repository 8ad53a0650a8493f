import {
  createUserExecutionContext,
  type UserExecutionContext,
} from '../user-execution-context.ts';

/** A context whose ids tell whose they are. */
export function contextOf(user: string, run = '1'): UserExecutionContext {
  return createUserExecutionContext({
    userId: user,
    threadId: `thread-${user}`,
    runId: `run-${user}-${run}`,
    requestId: `request-${user}-${run}`,
  });
}
