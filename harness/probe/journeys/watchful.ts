import { enter } from './enter.ts';
import type { Journey } from './journey.ts';

/** Longer heartbeats are not waited for. */
const longestBeatMs = 600;

/** A run that lasts several heartbeats. */
export const watchful: Journey = {
  name: 'watchful',
  title: 'wait for a slow tool while the heartbeat goes on',
  users: 2,
  async walk(crew) {
    await enter(crew);
    const { pong_ms: pongMs } = crew.sessions[0]?.target.profile.promises.deadlines ?? {
      pong_ms: 0,
    };
    await Promise.all(
      crew.sessions.map(async (session) => {
        const step = Math.ceil(Math.min(pongMs, longestBeatMs) / 3);
        const steps = Array.from(
          { length: 9 },
          () => ({ kind: 'slow', milliseconds: step }) as const,
        );
        const run = await session.chat(steps, { key: crew.key(session, 'wait') });
        await run?.terminal;
      }),
    );
  },
};
