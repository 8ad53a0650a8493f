/**
 * One tool call as a user's request makes it: context, bridge and dispatcher created, a validated call, two events, disposed.
 * `?repeat=0.1` in its URL makes a tenth more calls than it reports: a slowdown of exactly that much.
 */
import { z } from 'zod';
import {
  createUserExecutionContext,
  defineTool,
  RequestScopedToolDispatcher,
  RequestScopedToolDispatcherFactory,
  WebSocketBridgeAdapter,
  type EventSink,
} from '../../../harness/reference/dispatcher/index.ts';

const repeat = Number(new URL(import.meta.url).searchParams.get('repeat') ?? 0);

const echo = defineTool({
  name: 'echo',
  description: 'answers with its text',
  input: z.strictObject({ text: z.string() }),
  output: z.strictObject({ text: z.string() }),
  execute: ({ text }) => ({ text }),
});

const factory = new RequestScopedToolDispatcherFactory({ tools: [echo] });

let events = 0;

const sink: EventSink = {
  publish() {
    events += 1;
    return Promise.resolve({ seq: events, connections: 1 });
  },
};

async function serveRequest(nth: number): Promise<boolean> {
  const context = createUserExecutionContext({
    userId: 'user-1',
    threadId: 'thread-1',
    runId: `run-${nth}`,
    requestId: `request-${nth}`,
  });
  const bridge = new WebSocketBridgeAdapter(context, sink, { agentName: 'trial' });
  const dispatcher = await factory.create(context, bridge);
  const result = await dispatcher.dispatch({
    tool: 'echo',
    callId: `call-${nth}`,
    parameters: { text: 'hello' },
  });
  await dispatcher[Symbol.asyncDispose]();
  return result.status === 'completed';
}

export const watched = [RequestScopedToolDispatcher];

export async function run(requests: number): Promise<number> {
  const before = events;
  const extra = Math.round(requests * repeat);
  let succeeded = 0;
  for (let nth = 0; nth < requests + extra; nth += 1) {
    if ((await serveRequest(nth)) && nth < requests) succeeded += 1;
  }
  return events - before === 2 * (requests + extra) ? succeeded : 0;
}
