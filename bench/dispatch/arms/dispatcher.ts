import {
  createUserExecutionContext,
  defineTool,
  RequestScopedToolDispatcherFactory,
  WebSocketBridgeAdapter,
  type EventSink,
} from '../../../harness/reference/dispatcher/index.ts';
import type { Arm } from '../arm.ts';
import { args, description, forecast, input, name, output } from '../trivial-tool.ts';

const tool = defineTool({
  name,
  description,
  input,
  output,
  permissions: ['weather:read'],
  concurrencyClass: 'network',
  secretKeys: ['pin'],
  execute: forecast,
});

/** Every feature on: both schemas, permission, limits, idempotency, redaction, timeout. */
const factory = new RequestScopedToolDispatcherFactory({
  tools: [tool],
  limits: { concurrencyClasses: { network: 5 } },
  permissionsOf: () => ['weather:read'],
});

const taken = Promise.resolve({ seq: 1, connections: 1 });
const nullSink: EventSink = { publish: () => taken };

/** Costs what a socket server must at least do with an event. */
const serialisingSink: EventSink = {
  publish: (draft) => {
    JSON.stringify(draft);
    return taken;
  },
};

let requests = 0;

function openContext() {
  requests += 1;
  return createUserExecutionContext({
    userId: 'ada',
    threadId: 'thread-1',
    runId: 'run-1',
    requestId: `request-${requests}`,
  });
}

const known = openContext();

async function serve(sink: EventSink, context = known, signal?: AbortSignal): Promise<void> {
  const bridge = new WebSocketBridgeAdapter(context, sink, { agentName: 'assistant' });
  const dispatcher = await factory.create(context, bridge);
  const call = { tool: name, callId: `call-${requests}`, parameters: args };
  const result = await dispatcher.dispatch(signal === undefined ? call : { ...call, signal });
  await dispatcher[Symbol.asyncDispose]();
  if (result.status !== 'completed') throw new Error(`the call was ${result.status}`);
}

/** Not one call alone, but the whole life of a dispatcher: created, one call, two events, disposed. */
export const dispatcher: Arm = {
  id: 'dispatcher',
  title: 'dispatcher per request, events to a null sink',
  call: () => serve(nullSink),
};

export const dispatcherWithContext: Arm = {
  id: 'dispatcher-context',
  title: '… and a new, validated context per request',
  call: () => serve(nullSink, openContext()),
};

export const dispatcherWithSignal: Arm = {
  id: 'dispatcher-signal',
  title: '… and an abort signal of the caller per request',
  call: () => serve(nullSink, known, new AbortController().signal),
};

export const dispatcherSerialising: Arm = {
  id: 'dispatcher-serialised',
  title: 'dispatcher per request, events serialised',
  call: () => serve(serialisingSink),
};
