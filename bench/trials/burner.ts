/** A noisy neighbour: burns a core in bursts of 20 to 200 ms, rests as long, and ends when its parent does. */
import { setTimeout as rest } from 'node:timers/promises';
import { createRandom } from '../../harness/perf/stats/random.ts';

const random = createRandom(process.argv[2] ?? '');
const burst = (): number => 20 + 180 * random();

process.on('disconnect', () => process.exit());

for (;;) {
  const end = performance.now() + burst();
  while (performance.now() < end) Math.sqrt(random());
  await rest(burst());
}
