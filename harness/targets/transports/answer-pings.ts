import type { WebSocket } from 'ws';

/** Answers that may wait for a peer to read them. Beyond that, the newest is for all (RFC 6455, section 5.5.3). */
const mostWaiting = 1_024;

/** Answers pings however many come at once: `ws` itself hangs up after sixty, and the peer would be blamed for it. */
export function answerPings(socket: WebSocket): void {
  let waiting = 0;
  let newest: Buffer | undefined;
  const sent = (): void => {
    waiting -= 1;
    const owed = newest;
    newest = undefined;
    if (owed !== undefined) answer(owed);
  };
  const answer = (data: Buffer): void => {
    if (waiting >= mostWaiting) {
      newest = data;
      return;
    }
    waiting += 1;
    socket.pong(data, true, sent);
  };
  socket.on('ping', answer);
}
