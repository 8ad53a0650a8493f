/** A server of the A2A SDK: one streaming agent behind JSON-RPC. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { TaskState } from '@a2a-js/sdk';
import { AgentEvent, DefaultRequestHandler, InMemoryTaskStore } from '@a2a-js/sdk/server';
import { jsonRpcHandler, UserBuilder } from '@a2a-js/sdk/server/express';
import express from 'express';
import { answerTo, runTool, usesIn } from './asked.ts';
import { ready } from './ready.ts';

const app = express();
const listening = app.listen(0, '127.0.0.1');
await once(listening, 'listening');
const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;

const card = {
  name: 'echo',
  description: 'does what it is asked',
  supportedInterfaces: [
    { url: `${url}/a2a`, protocolBinding: 'JSONRPC', tenant: '', protocolVersion: '1.0' },
  ],
  provider: undefined,
  version: '1.0.0',
  capabilities: { streaming: true, pushNotifications: false, extensions: [] },
  securitySchemes: {},
  securityRequirements: [],
  defaultInputModes: ['text/plain'],
  defaultOutputModes: ['text/plain'],
  skills: [],
  signatures: [],
};

const text = (value: string) => ({
  content: { $case: 'text', value },
  metadata: undefined,
  filename: '',
  mediaType: 'text/plain',
});
const status = (state: TaskState) => ({
  state,
  message: undefined,
  timestamp: new Date().toISOString(),
});

const executor = {
  async execute({ userMessage, taskId, contextId }: any, bus: any): Promise<void> {
    const asked: string = userMessage.parts
      .map(({ content }: any) => (content?.$case === 'text' ? content.value : ''))
      .join('');
    bus.publish(
      AgentEvent.task({
        id: taskId,
        contextId,
        status: status(TaskState.TASK_STATE_SUBMITTED),
        artifacts: [],
        history: [userMessage],
        metadata: {},
      }),
    );
    const working = { taskId, contextId, metadata: {} };
    bus.publish(
      AgentEvent.statusUpdate({ ...working, status: status(TaskState.TASK_STATE_WORKING) }),
    );
    const uses = usesIn(asked);
    const results = await Promise.all(
      uses.map(({ name, input }) => runTool(name, input).catch(() => 'it failed')),
    );
    const answer = uses.length === 0 ? answerTo(asked) : `The tools said: ${results.join(' ')}`;
    const pieces = answer.match(/[\s\S]{1,24}/g) ?? [];
    for (const [index, piece] of pieces.entries()) {
      const artifact = {
        artifactId: `answer-${taskId}`,
        name: 'answer',
        description: '',
        parts: [text(piece)],
        metadata: {},
        extensions: [],
      };
      const lastChunk = index === pieces.length - 1;
      bus.publish(
        AgentEvent.artifactUpdate({ ...working, artifact, append: index > 0, lastChunk } as any),
      );
    }
    bus.publish(
      AgentEvent.statusUpdate({ ...working, status: status(TaskState.TASK_STATE_COMPLETED) }),
    );
    bus.finished();
  },
  async cancelTask(): Promise<void> {},
};

const requestHandler = new DefaultRequestHandler(
  card as any,
  new InMemoryTaskStore(),
  executor as any,
);
app.use('/a2a', jsonRpcHandler({ requestHandler, userBuilder: UserBuilder.noAuthentication }));
ready(url);
