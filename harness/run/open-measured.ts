import type { Config } from '../contract/config.ts';
import { openReferenceApart } from '../perf/load/open-apart.ts';
import { openTarget } from '../targets/open-target.ts';
import type { Target } from '../targets/target.ts';

/** Users of the reference while it is measured: a session each, unless thousands are asked for. */
const mostUsers = 200;

/** The reference gets a process of its own: with the prober in one, both would wait for one event loop. */
export async function openMeasured(
  name: string,
  config: Config,
  sessions: number | undefined,
): Promise<Target> {
  if (name !== 'reference') return await openTarget(name, config);
  return await openReferenceApart(Math.min(mostUsers, Math.max(32, sessions ?? 0)));
}
