import { openStore } from '../report/store/open-store.ts';
import { storeLocation } from './keep-result.ts';

/** Runs of a target that are looked through for one of the same kind. */
const looked = 50;

/**
 * How long the same question took the last time it was asked, in ms; undefined where nobody remembers. Never fails:
 * a store that cannot be read only costs the estimate.
 */
export async function expectedDuration(asked: {
  readonly target: string;
  readonly phase: number | undefined;
}): Promise<number | undefined> {
  try {
    const store = await openStore(storeLocation());
    try {
      const runs = await store.list({ target: asked.target, last: looked });
      return runs.findLast(
        ({ command, phase }) => command.startsWith('golden-path gate') && phase === asked.phase,
      )?.duration_ms;
    } finally {
      await store.close();
    }
  } catch {
    return undefined;
  }
}
