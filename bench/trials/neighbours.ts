import { fork } from 'node:child_process';
import { once } from 'node:events';

/** Starts so many noisy neighbours; returns what ends them. */
export function startNeighbours(count: number): () => Promise<void> {
  const burners = Array.from({ length: count }, (_, nth) =>
    fork(new URL('./burner.ts', import.meta.url), [`neighbour ${nth}`]),
  );
  return async () => {
    await Promise.all(
      burners.map(async (burner) => {
        const gone = once(burner, 'exit');
        burner.kill('SIGKILL');
        await gone;
      }),
    );
  };
}
