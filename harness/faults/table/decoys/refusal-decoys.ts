import { hasty } from '../../../probe/journeys/hasty.ts';
import { overrun } from '../../../probe/journeys/overrun.ts';
import { truth } from '../../../probe/journeys/truth.ts';
import { waysIn } from '../../../probe/journeys/ways-in.ts';
import { inStore } from '../../damage/in-store.ts';
import type { DecoyRow } from '../../decoy-row.ts';
import { setHeader } from '../../proxy/upgrade-head.ts';
import type { Damage } from '../../proxy/interference.ts';

const addHeader: Damage = () => ({
  upgrade: (_, head) => ({ head: setHeader(head, 'X-Forwarded-For', '203.0.113.7') }),
});

/** Not ready to take more, says the target, and still serves those it has. */
const notReady: Damage = () => ({
  request: ({ path }) =>
    path === '/readyz' ? { status: 503, body: '{"status":"draining"}' } : undefined,
});

export const refusalDecoys: readonly DecoyRow[] = [
  {
    id: 'K16',
    title: 'a proxy that adds a header to upgrades',
    journey: waysIn,
    damage: addHeader,
  },
  { id: 'K17', title: 'a tool that is given up in time', journey: overrun, damage: () => ({}) },
  {
    id: 'K18',
    title: 'a limit that refuses in words',
    journey: hasty,
    platform: { limits: { frames: { burst: 20, perSecond: 50 } } },
    promises: { deadlines: { first_event_ms: 500 } },
    damage: () => ({}),
  },
  {
    id: 'K19',
    title: 'a target that calls itself not ready, and serves those it has',
    journey: truth,
    damage: notReady,
  },
  {
    id: 'K20',
    title: 'a conversation with older answers in it',
    journey: truth,
    damage: inStore('stored an older answer, too', (messages) => [
      { role: 'assistant', run_id: 'run-of-yesterday', content: 'good morning' },
      ...messages,
    ]),
  },
];
