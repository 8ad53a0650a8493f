/** One client process: so many connections that receive in one of four ways, a slice of turns whenever it is asked. */
import { scheduleTurns } from '../../harness/perf/load/turn-schedule.ts';
import type { Client } from './client.ts';
import { openBare } from './open-bare.ts';
import { openChecked } from './open-checked.ts';
import type { Asked, Plan, Slice, Told, Used } from './plan.ts';

const { arm, url, sessions, file } = JSON.parse(process.argv[2] ?? '') as Plan;
const tell = (told: Told): void => void process.send?.(told);

function openClient(): Promise<Client> {
  if (arm === 'bare') return openBare(url, sessions, () => {});
  if (arm === 'parsed') return openBare(url, sessions, (data) => JSON.parse(data.toString()));
  return openChecked(url, sessions, file);
}

let taken = 0;

async function take(client: Client, { turns, ms }: Slice): Promise<Used> {
  const schedule = scheduleTurns({ sessions: turns, turns: 1, everyMs: ms });
  const already = client.events();
  const before = process.cpuUsage();
  const start = performance.now();
  await new Promise<void>((resolve) => {
    let left = turns;
    const begin = (): void => {
      const due = schedule.due(performance.now() - start).length;
      for (let nth = 0; nth < due; nth += 1) {
        const turn = taken++;
        void client.take(turn % sessions, Math.floor(turn / sessions)).then(() => {
          left -= 1;
          if (left === 0) resolve();
        });
      }
      const next = schedule.nextAt();
      if (next !== undefined) setTimeout(begin, Math.max(1, next - (performance.now() - start)));
    };
    begin();
  });
  const { user, system } = process.cpuUsage(before);
  const elapsed = performance.now() - start;
  return { events: client.events() - already, cpuUs: user + system, systemUs: system, ms: elapsed };
}

const client = await openClient();
process.on('message', (asked: Asked) => {
  if (asked.ask === 'slice')
    void take(client, asked.slice).then((used) => tell({ say: 'used', used }));
  else {
    process.send?.({ say: 'judged', failed: client.judge() } satisfies Told, () => process.exit());
  }
});
process.on('disconnect', () => process.exit());
tell({ say: 'ready' });
