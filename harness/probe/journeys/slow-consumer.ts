import { setTimeout as pause } from 'node:timers/promises';
import type { Session } from '../session.ts';
import { enter } from './enter.ts';
import type { Crew, Journey } from './journey.ts';

/** Runs at once: a target that lets each of them wait for the reader still has to buffer one result of each. */
const runsAtOnce = 24;
/** A wait first: what arrived before the reader fell asleep would fill no buffer. */
const wishes = [
  { kind: 'slow', milliseconds: 250 },
  { kind: 'large', characters: 250_000 },
] as const;
const attempts = 3;
/** How often the sleeper shows that it is alive, in ms. */
const signMs = 50;

/** One user asks for a lot and stops reading; the other must not feel it. */
export const slowConsumer: Journey = {
  name: 'slow-consumer',
  title: 'stop reading while a lot arrives, without harm to others',
  users: 2,
  async walk(crew) {
    await enter(crew);
    const [idler, worker] = crew.sessions;
    await Promise.all([
      idler === undefined ? undefined : stopReading(crew, idler),
      worker === undefined ? undefined : chat(crew, worker),
    ]);
  },
};

/** Tries more than once: a busy machine may not have made enough in time. */
async function stopReading(crew: Crew, session: Session): Promise<void> {
  const { slow_consumer_ms: absentMs } = session.target.profile.promises.deadlines;
  if (absentMs === undefined) return;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const runs = await Promise.all(
      Array.from({ length: runsAtOnce }, (_, index) =>
        session.chat(wishes, { key: crew.key(session, `idle-${attempt}-${index}`) }),
      ),
    );
    await sleep(session, absentMs * (1 + attempt * 0.4));
    await Promise.all(runs.flatMap((run) => (run === undefined ? [] : [run.terminal])));
    if (!session.connected) return;
  }
}

/** Reads nothing for this long; pings go on, because a client that sleeps is not one that is gone. */
async function sleep(session: Session, absentMs: number): Promise<void> {
  const ping = session.target.profile.intents.ping?.();
  await session.settle();
  session.stopReading();
  for (let slept = 0; slept < absentMs; slept += signMs) {
    await pause(signMs);
    if (ping !== undefined) await session.send(ping);
  }
  session.readOn();
}

async function chat(crew: Crew, session: Session): Promise<void> {
  const canary = crew.canary(session, 'work');
  const key = crew.key(session, 'work');
  const run = await session.chat([{ kind: 'echo', text: canary }], { key, canaries: [canary] });
  await run?.terminal;
}
