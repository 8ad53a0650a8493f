import { z } from 'zod';
import { WebSocketBridgeAdapter } from '../../bridge/web-socket-bridge-adapter.ts';
import type { RequestScopedToolDispatcher } from '../../dispatch/request-scoped-tool-dispatcher.ts';
import { RequestScopedToolDispatcherFactory } from '../../request-scoped-tool-dispatcher-factory.ts';
import { defineTool } from '../../tool/define-tool.ts';
import { contextOf } from '../context-of.ts';
import { RecordingSink } from '../recording-sink.ts';

export interface Member {
  readonly dispatcher: RequestScopedToolDispatcher;
  readonly sink: RecordingSink;
}

/** Dispatchers of many users, created in turns from one factory; each has run a shared and an own tool and is still open. */
export async function gatherCrowd(
  dispatchers: number,
  users: number,
  openSink: () => RecordingSink = () => new RecordingSink(),
): Promise<Member[]> {
  const factory = new RequestScopedToolDispatcherFactory({ tools: [openEcho('echo')] });
  const members: Member[] = [];
  for (let number = 0; number < dispatchers; number += 1) {
    const context = contextOf(`user-${number % users}`, String(number));
    const sink = openSink();
    const bridge = new WebSocketBridgeAdapter(context, sink, { agentName: 'helper' });
    members.push({ sink, dispatcher: await factory.create(context, bridge) });
  }
  await Promise.all(members.map((member, number) => work(member, number)));
  return members;
}

function openEcho(name: string) {
  return defineTool({
    name,
    description: 'Gives its text back.',
    input: z.object({ text: z.string() }),
    output: z.string(),
    execute: ({ text }) => text,
  });
}

async function work({ dispatcher }: Member, number: number): Promise<void> {
  const user = dispatcher.context.userId;
  const own = `own-${number}`;
  const parameters = { text: `of ${user}` };
  dispatcher.registerTool(openEcho(own));
  await dispatcher.dispatch({ tool: 'echo', callId: 'shared', parameters });
  await dispatcher.dispatch({ tool: own, callId: 'own', parameters });
}
