import type { Damage } from '../proxy/interference.ts';
import { setHeader } from '../proxy/upgrade-head.ts';

/** Takes a header out of every upgrade on its way to the target. */
export function stripHeader(name: string): Damage {
  return (bench) => ({
    upgrade(lane, head) {
      const bare = setHeader(head, name, undefined);
      if (bare === head) return undefined;
      bench.bite(`took the ${name} header out of an upgrade`, lane);
      return { head: bare };
    },
  });
}
