import { WebSocket } from 'ws';
import type { Client } from './client.ts';

const connectBatch = 200;
const framesPerTurn = 6;

/** An ordinary `ws` client. It does nothing with a frame but `look`: a turn has ended when so many have come. */
export async function openBare(
  url: string,
  sessions: number,
  look: (data: Buffer) => unknown,
): Promise<Client> {
  let events = 0;
  const sockets: WebSocket[] = [];
  const waiting: (() => void)[][] = [];
  const connect = (nth: number): Promise<void> => {
    const socket = new WebSocket(
      `${url.replace('http', 'ws')}/ws`,
      ['golden-path.v1', `bearer.user-${nth}.x`],
      { perMessageDeflate: false },
    );
    sockets[nth] = socket;
    waiting[nth] = [];
    // The greeting comes before all turns.
    let frames = -1;
    socket.on('message', (data: Buffer) => {
      look(data);
      events += 1;
      frames += 1;
      if (frames > 0 && frames % framesPerTurn === 0) waiting[nth]?.shift()?.();
    });
    return new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  };
  for (let first = 0; first < sessions; first += connectBatch) {
    const size = Math.min(connectBatch, sessions - first);
    await Promise.all(Array.from({ length: size }, (_, nth) => connect(first + nth)));
  }
  return {
    take: (nth, turn) =>
      new Promise((resolve) => {
        waiting[nth]?.push(resolve);
        const key = `live-${nth}-${turn}`;
        const message = { type: 'chat_message', content: 'echo load', idempotency_key: key };
        sockets[nth]?.send(JSON.stringify(message));
      }),
    events: () => events,
    judge: () => [],
  };
}
