import {
  createUserExecutionContext,
  defineTool,
  RequestScopedToolDispatcher,
  RequestScopedToolDispatcherFactory,
  WebSocketBridgeAdapter,
  type EventSink,
} from 'golden-path/reference';
import { z } from 'zod';

const echo = defineTool({
  name: 'echo',
  description: 'gives its text back',
  input: z.strictObject({ text: z.string() }),
  output: z.string(),
  execute: async ({ text }) => text,
});

const factory = new RequestScopedToolDispatcherFactory({ tools: [echo] });
const sink: EventSink = { publish: async () => ({ seq: 1, connections: 1 }) };

/** Classes whose instances may not outlive their request. */
export const watched: readonly unknown[] = [RequestScopedToolDispatcher, WebSocketBridgeAdapter];

/** A dispatcher with its context and its bridge, as one request has it. */
async function openDispatcher(request: number): Promise<RequestScopedToolDispatcher> {
  const context = createUserExecutionContext({
    userId: `user-${request % 50}`,
    threadId: `thread-${request}`,
    runId: `run-${request}`,
    requestId: `request-${request}`,
  });
  const bridge = new WebSocketBridgeAdapter(context, sink, { agentName: 'assistant' });
  return await factory.create(context, bridge);
}

/**
 * A dispatcher per request, as the platform does it: create, dispatch, dispose. Returns the requests that succeeded.
 * `done` sees each dispatcher when its request is over.
 */
export async function workThrough(
  requests: number,
  done: (dispatcher: RequestScopedToolDispatcher) => void,
): Promise<number> {
  let succeeded = 0;
  for (let request = 0; request < requests; request += 1) {
    const dispatcher = await openDispatcher(request);
    const call = { tool: 'echo', callId: 'call-1', parameters: { text: 'hello' } };
    const result = await dispatcher.dispatch(call);
    await dispatcher[Symbol.asyncDispose]();
    if (result.status === 'completed') succeeded += 1;
    done(dispatcher);
  }
  return succeeded;
}

export function run(requests: number): Promise<number> {
  return workThrough(requests, () => {});
}

/** So many requests at once, each in the middle of its life. */
export function hold(count: number): Promise<readonly unknown[]> {
  return Promise.all(Array.from({ length: count }, (_, request) => openDispatcher(request)));
}
