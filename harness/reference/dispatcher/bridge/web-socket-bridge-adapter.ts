import type { AgentBridge, Delivery, EventDraft, EventSink } from '../parts.ts';
import type { UserExecutionContext } from '../user-execution-context.ts';

type PayloadOf<Kind extends EventDraft['type']> = Extract<EventDraft, { type: Kind }>['payload'];

/**
 * The one bridge between agent code and the user's sockets: it puts user, thread, run and agent on each event,
 * so that no caller can address somebody else.
 * Every method settles with the sink's own confirmation and rejects with the sink's own error: nothing is swallowed.
 */
export class WebSocketBridgeAdapter implements AgentBridge {
  readonly #context: UserExecutionContext;
  readonly #sink: EventSink;
  readonly #agentName: string;

  constructor(context: UserExecutionContext, sink: EventSink, options: { agentName: string }) {
    this.#context = context;
    this.#sink = sink;
    this.#agentName = options.agentName;
  }

  notifyAgentStarted(payload: PayloadOf<'agent_started'>): Promise<Delivery> {
    return this.#publish('agent_started', payload);
  }

  notifyAgentThinking(payload: PayloadOf<'agent_thinking'>): Promise<Delivery> {
    return this.#publish('agent_thinking', payload);
  }

  notifyToolExecuting(payload: PayloadOf<'tool_executing'>): Promise<Delivery> {
    return this.#publish('tool_executing', payload);
  }

  notifyToolCompleted(payload: PayloadOf<'tool_completed'>): Promise<Delivery> {
    return this.#publish('tool_completed', payload);
  }

  notifyAgentCompleted(payload: PayloadOf<'agent_completed'>): Promise<Delivery> {
    return this.#publish('agent_completed', payload);
  }

  notifyAgentError(payload: PayloadOf<'agent_error'>): Promise<Delivery> {
    return this.#publish('agent_error', payload);
  }

  notifyProgress(payload: PayloadOf<'progress_update'>): Promise<Delivery> {
    return this.#publish('progress_update', payload);
  }

  notifyCustom(draft: Pick<EventDraft, 'type' | 'payload'>): Promise<Delivery> {
    return this.#publish(draft.type, draft.payload);
  }

  #publish(type: EventDraft['type'], payload: EventDraft['payload']): Promise<Delivery> {
    const draft = {
      type,
      run_id: this.#context.runId,
      thread_id: this.#context.threadId,
      user_id: this.#context.userId,
      agent_name: this.#agentName,
      payload,
    } as EventDraft;
    try {
      return this.#sink.publish(draft);
    } catch (error) {
      return Promise.reject(error);
    }
  }
}
