import type {
  AgentBridge,
  Delivery,
  EventDraft,
  EventSink,
  UserExecutionContext,
} from 'golden-path/reference';

type PayloadOf<Kind extends EventDraft['type']> = Extract<EventDraft, { type: Kind }>['payload'];

/** Tells the browser of one user what the assistant is doing in one run. */
export class RunBridge implements AgentBridge {
  readonly #context: UserExecutionContext;
  readonly #sink: EventSink;

  constructor(context: UserExecutionContext, sink: EventSink) {
    this.#context = context;
    this.#sink = sink;
  }

  notifyAgentStarted(payload: PayloadOf<'agent_started'>): Promise<Delivery> {
    return this.#send('agent_started', payload);
  }

  notifyAgentThinking(payload: PayloadOf<'agent_thinking'>): Promise<Delivery> {
    return this.#send('agent_thinking', payload);
  }

  notifyToolExecuting(payload: PayloadOf<'tool_executing'>): Promise<Delivery> {
    return this.#send('tool_executing', payload);
  }

  notifyToolCompleted(payload: PayloadOf<'tool_completed'>): Promise<Delivery> {
    return this.#send('tool_completed', payload);
  }

  notifyAgentCompleted(payload: PayloadOf<'agent_completed'>): Promise<Delivery> {
    return this.#send('agent_completed', payload);
  }

  notifyAgentError(payload: PayloadOf<'agent_error'>): Promise<Delivery> {
    return this.#send('agent_error', payload);
  }

  notifyProgress(payload: PayloadOf<'progress_update'>): Promise<Delivery> {
    return this.#send('progress_update', payload);
  }

  notifyCustom(draft: Pick<EventDraft, 'type' | 'payload'>): Promise<Delivery> {
    return this.#send(draft.type, draft.payload);
  }

  #send(type: EventDraft['type'], payload: EventDraft['payload']): Promise<Delivery> {
    return this.#sink.publish({
      type,
      run_id: this.#context.runId,
      thread_id: this.#context.threadId,
      user_id: this.#context.userId,
      agent_name: 'desk-assistant',
      payload,
    } as EventDraft);
  }
}
