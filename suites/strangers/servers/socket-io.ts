/**
 * A Socket.IO server whose agent runs real tools; it keeps what a lost client misses, unless it is to be `forgetful`,
 * and stops a run when it is told to, unless it is to be `deaf`.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { randomUUID } from 'node:crypto';
import { Server } from 'socket.io';
import { answerTo, runTool, usesIn } from './asked.ts';
import { ready } from './ready.ts';

const http = createServer();
const recovery = { connectionStateRecovery: { maxDisconnectionDuration: 60_000 } };
const server = new Server(http, process.argv.includes('forgetful') ? {} : recovery);

server.on('connection', (socket) => {
  // The handlers of a recovered socket are new; its runs are not, and go on by themselves.
  socket.on('chat_message', (asked: { content: string; key: string; thread_id?: string }) => {
    const run_id = randomUUID();
    const thread_id = asked.thread_id ?? randomUUID();
    // To the room of its own, which outlives the connection.
    const tell = (name: string, fields: object): void => {
      server.to(socket.id).emit(name, { run_id, thread_id, ...fields });
    };
    tell('message_accepted', { key: asked.key });
    tell('agent_started', {});
    const stopped = new AbortController();
    socket.on('cancel', (asked: { run_id: string }) => {
      if (asked.run_id !== run_id || process.argv.includes('deaf')) return;
      tell('cancel_accepted', {});
      stopped.abort();
    });
    void work(asked.content, tell, stopped.signal);
  });
});

async function work(
  content: string,
  tell: (name: string, fields: object) => void,
  signal: AbortSignal,
): Promise<void> {
  const uses = usesIn(content);
  if (uses.length > 0) tell('agent_thinking', { reasoning: 'A tool will do.' });
  const results = await Promise.all(
    uses.map(async ({ name, input }) => {
      const call = { tool_call_id: randomUUID(), tool_name: name };
      tell('tool_executing', { ...call, parameters: input });
      try {
        const result = await runTool(name, input);
        tell('tool_completed', { ...call, result });
        return result;
      } catch (error) {
        tell('tool_completed', { ...call, error: String(error) });
        return 'it failed';
      }
    }),
  );
  if (signal.aborted) return tell('agent_cancelled', {});
  const text = uses.length === 0 ? answerTo(content) : `The tools said: ${results.join(' ')}`;
  const message_id = randomUUID();
  for (const piece of text.match(/[\s\S]{1,12}/g) ?? []) {
    tell('message_delta', { message_id, text: piece });
  }
  tell('agent_completed', { result: text });
}

http.listen(0, '127.0.0.1');
await once(http, 'listening');
ready(`http://127.0.0.1:${(http.address() as AddressInfo).port}`);
