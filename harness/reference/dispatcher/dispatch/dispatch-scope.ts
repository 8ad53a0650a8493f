import type { DeadlineWatch } from '../limits/deadline-watch.ts';
import type { DispatcherLimits } from '../limits/dispatcher-limits.ts';
import type { UserSlots } from '../limits/user-slots.ts';
import type { AgentBridge } from '../parts.ts';
import type { UserExecutionContext } from '../user-execution-context.ts';
import type { DispatchTally } from './dispatch-tally.ts';

/** What the calls of one dispatcher have in common. */
export interface DispatchScope {
  readonly context: UserExecutionContext;
  readonly bridge: AgentBridge;
  readonly permissions: readonly string[];
  readonly limits: DispatcherLimits;
  readonly slots: UserSlots;
  readonly deadlines: DeadlineWatch;
  readonly tally: DispatchTally;
}
