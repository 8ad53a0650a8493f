import type { WireEvent, WireEventOf } from '../../contract/wire-event.ts';
import type { UserExecutionContext } from './user-execution-context.ts';

/** A run event before the event log gave it `event_id`, `seq` and `timestamp`. */
export type EventDraft = {
  [Kind in WireEvent['type']]: Pick<
    WireEventOf<Kind>,
    'type' | 'run_id' | 'thread_id' | 'user_id' | 'agent_name' | 'payload'
  >;
}[WireEvent['type']];

/** Settles when the event is stored and every live socket of its user has taken the frame. */
export interface Delivery {
  readonly seq: number;
  /** Connections that took the frame; 0 means that it waits in the log for a resume. */
  readonly connections: number;
}

/**
 * Where a bridge hands its events over; rejects when the event could not be stored or sent.
 * Events keep the order in which `publish` was called, also when the caller does not wait for the delivery in between.
 */
export interface EventSink {
  publish(draft: EventDraft): Promise<Delivery>;
}

type Payload<Kind extends WireEvent['type']> = WireEventOf<Kind>['payload'];

/** The eight notifications an agent run needs. The reference has one implementation; specimens bring others. */
export interface AgentBridge {
  notifyAgentStarted(payload: Payload<'agent_started'>): Promise<Delivery>;
  notifyAgentThinking(payload: Payload<'agent_thinking'>): Promise<Delivery>;
  notifyToolExecuting(payload: Payload<'tool_executing'>): Promise<Delivery>;
  notifyToolCompleted(payload: Payload<'tool_completed'>): Promise<Delivery>;
  notifyAgentCompleted(payload: Payload<'agent_completed'>): Promise<Delivery>;
  notifyAgentError(payload: Payload<'agent_error'>): Promise<Delivery>;
  notifyProgress(payload: Payload<'progress_update'>): Promise<Delivery>;
  /** `agent_cancelled`, `message_delta` and whatever a platform adds. */
  notifyCustom(draft: Pick<EventDraft, 'type' | 'payload'>): Promise<Delivery>;
}

export interface ToolCall {
  readonly tool: string;
  /** Unique within the run; a repeated call with the same id gets the first one's result and runs nothing. */
  readonly callId: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly signal?: AbortSignal;
  /** Where the caller knows its run: another run than the dispatcher's is refused. */
  readonly runId?: string;
}

/** The events a dispatcher sends of its own. */
export type DispatchEventKind = 'tool_executing' | 'tool_completed' | 'progress_update';

interface Dispatched {
  /** 0 when nothing was executed. */
  readonly executionTimeMs: number;
  /** Events of this call the sink refused or did not confirm in time; absent when all were taken. */
  readonly undelivered?: readonly DispatchEventKind[];
}

/** How a call ended. `refused` was never announced; the other failures were, unless they were cancelled while waiting. */
export type ToolResult = Dispatched &
  (
    | { readonly status: 'completed'; readonly value: unknown }
    | {
        readonly status: 'failed' | 'cancelled' | 'timed_out' | 'refused';
        readonly error: { readonly code: string; readonly message: string };
      }
  );

/** What an agent needs of a dispatcher. */
export interface AgentDispatcher extends AsyncDisposable {
  dispatch(call: ToolCall): Promise<ToolResult>;
  hasTool(name: string): boolean;
  listTools(): readonly string[];
}

/** The seam between the platform and what a migration replaces: bring other parts, keep auth, gateway, store and page. */
export interface PlatformParts {
  openBridge(context: UserExecutionContext, sink: EventSink): AgentBridge;
  openDispatcher(context: UserExecutionContext, bridge: AgentBridge): Promise<AgentDispatcher>;
}
