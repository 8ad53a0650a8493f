import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Ids, Stream } from './streams.ts';

/** What the other user gets: their own words back. */
const echo: Stream['build'] = ({ threadId, runId, foreign }) => [
  { type: 'RUN_STARTED', threadId, runId },
  { type: 'TEXT_MESSAGE_START', messageId: 'echo', role: 'assistant' },
  { type: 'TEXT_MESSAGE_CONTENT', messageId: 'echo', delta: foreign },
  { type: 'TEXT_MESSAGE_END', messageId: 'echo' },
  { type: 'RUN_FINISHED', threadId, runId },
];

export interface StreamServer extends AsyncDisposable {
  readonly url: string;
}

/** Answers every POST by this stream, real server-sent events over a real socket; other users get a run of their own. */
export async function serveStream(stream: Stream, foreign: string): Promise<StreamServer> {
  const server = createServer((request, response) => {
    void json(request).then((body) => {
      const { threadId, runId, messages } = body as Omit<Ids, 'foreign'> & { messages: unknown };
      const others = JSON.stringify(messages).includes(foreign);
      const build = others ? echo : stream.build;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      for (const event of build({ threadId, runId, foreign })) {
        response.write(`data: ${JSON.stringify(event)}\n\n`);
      }
      response.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
