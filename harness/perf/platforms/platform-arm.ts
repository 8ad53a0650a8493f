import { describeHistory } from '../../probe/describe-history.ts';
import { Recorder } from '../../probe/recorder/recorder.ts';
import { Session } from '../../probe/session.ts';
import type { Target } from '../../targets/target.ts';
import type { Slice } from '../paired/launch.ts';
import { readProcessUsage } from './process-usage.ts';

/** People who chat side by side, so that the platform never waits for one of them. */
const chatters = 4;

/** One platform under measurement: an open target with people connected to it. */
export interface PlatformArm {
  /** Carries out so many runs and says what each of them cost. */
  slice(runs: number): Promise<Slice & { readonly failed: number }>;
  /** Resident memory in bytes, where the machine tells. */
  rss(): number | undefined;
  close(): Promise<void>;
}

/**
 * Connects people to a target. `cpu` of a slice is the platform's own, in microseconds; where its process is not ours
 * to look into, it is the time on the wall.
 *
 * @throws {HarnessError} TARGET_UNREACHABLE or TARGET_LOGIN_REFUSED.
 */
export async function openPlatformArm(target: Target, seed: string): Promise<PlatformArm> {
  const recorder = new Recorder(describeHistory(target, 'paired', seed), []);
  const sessions = target.users
    .slice(0, chatters)
    .map((user) => new Session(target, user, recorder, `${user.name}#1`));
  await Promise.all(
    sessions.map(async (session) => {
      await session.login();
      await session.connect();
    }),
  );
  let asked = 0;
  const chat = async (session: Session): Promise<boolean> => {
    asked += 1;
    const key = `${seed}-${asked}`;
    const run = await session.chat([{ kind: 'echo', text: key }], { key });
    return (await run?.terminal)?.kind === 'agent_completed';
  };
  const usage = () => (target.pid === undefined ? undefined : readProcessUsage(target.pid));
  return {
    async slice(runs) {
      const each = Math.ceil(runs / sessions.length);
      const before = usage();
      const started = performance.now();
      const done = await Promise.all(
        sessions.map(async (session) => {
          let failed = 0;
          for (let turn = 0; turn < each; turn += 1) if (!(await chat(session))) failed += 1;
          return failed;
        }),
      );
      const total = each * sessions.length;
      const wall = ((performance.now() - started) * 1000) / total;
      const after = usage();
      const measured = before !== undefined && after !== undefined;
      const cpu = measured ? (after.cpuUs - before.cpuUs) / total : wall;
      return { cpu, wall, failed: done.reduce((sum, failed) => sum + failed, 0) };
    },
    rss: () => usage()?.rssBytes,
    async close() {
      for (const session of sessions) session.close();
      recorder.close();
      await target[Symbol.asyncDispose]();
    },
  };
}
