import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { emitEvents } from './emit-events.ts';
import { serveArm } from './serve-arm.ts';

/** What most people write: numbered events, one `send` each; nothing is stored, bounded or confirmed. */
const http = createServer();
const server = new WebSocketServer({ server: http, perMessageDeflate: false });
let connections = 0;

server.on('connection', (socket) => {
  connections += 1;
  const id = `run_${String(connections).padStart(36, '0')}`;
  let seq = 0;
  socket.on('message', (data: Buffer) => {
    emitEvents(data.toString(), (payload) => {
      seq += 1;
      const event = {
        type: 'message_delta',
        event_id: `${id}.${seq}`,
        seq,
        run_id: id,
        thread_id: `thr_${id}`,
        user_id: `usr_${id}`,
        agent_name: 'assistant',
        timestamp: new Date().toISOString(),
        payload,
      };
      socket.send(JSON.stringify(event));
    });
  });
});
serveArm(http);
