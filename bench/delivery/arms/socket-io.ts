import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { emitEvents } from './emit-events.ts';
import { serveArm } from './serve-arm.ts';

/** Socket.IO as its documentation has it, WebSocket only. */
const http = createServer();
const server = new Server(http, { transports: ['websocket'], perMessageDeflate: false });
let connections = 0;

server.on('connection', (socket) => {
  connections += 1;
  const id = `run_${String(connections).padStart(36, '0')}`;
  let seq = 0;
  socket.on('ask', (request: string) => {
    emitEvents(request, (payload) => {
      seq += 1;
      socket.emit('event', {
        type: 'message_delta',
        event_id: `${id}.${seq}`,
        seq,
        run_id: id,
        thread_id: `thr_${id}`,
        user_id: `usr_${id}`,
        agent_name: 'assistant',
        timestamp: new Date().toISOString(),
        payload,
      });
    });
  });
});
serveArm(http);
