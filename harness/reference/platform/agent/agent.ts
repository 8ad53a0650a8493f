import type { AgentBridge, AgentDispatcher } from '../../dispatcher/parts.ts';
import type { UserExecutionContext } from '../../dispatcher/user-execution-context.ts';
import type { Message } from '../store/thread-store.ts';

/** One message of a user that wants an answer. */
export interface Turn {
  readonly context: UserExecutionContext;
  readonly content: string;
  readonly messageId: string;
  readonly bridge: AgentBridge;
  readonly dispatcher: AgentDispatcher;
  /** Aborts on cancel, timeout and shutdown. */
  readonly signal: AbortSignal;
  /** The conversation so far, this message last. */
  readHistory(): Promise<readonly Message[]>;
}

/**
 * Thinks, calls tools and streams; gives the whole answer, equal to the text of all its deltas.
 * Start and end of the run are announced by whoever runs it. Rejects with the signal's reason after an abort.
 */
export interface Agent {
  answer(turn: Turn): Promise<string>;
}
