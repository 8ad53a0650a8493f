import type { Config } from '../contract/config.ts';
import { openReferenceApart } from '../perf/load/open-apart.ts';
import { openTarget } from '../targets/open-target.ts';
import type { Target } from '../targets/target.ts';

/** Users of the reference while it is measured: a session each, unless thousands are asked for. */
const mostUsers = 200;

/**
 * The reference gets a process of its own: with the prober in one, both would wait for one event loop. It ends with the signal, and
 * so does everything that waits for its answers.
 */
export async function openMeasured(
  name: string,
  config: Config,
  sessions: number | undefined,
  signal?: AbortSignal,
): Promise<Target> {
  if (name !== 'reference') return await openTarget(name, config);
  const target = await openReferenceApart(Math.min(mostUsers, Math.max(32, sessions ?? 0)));
  signal?.addEventListener('abort', () => void target[Symbol.asyncDispose](), { once: true });
  return target;
}
