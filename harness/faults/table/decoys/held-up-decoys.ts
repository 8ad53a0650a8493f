import { setTimeout as pause } from 'node:timers/promises';
import { cancel } from '../../../probe/journeys/cancel.ts';
import { goldenPath } from '../../../probe/journeys/golden-path.ts';
import { atDoor } from '../../damage/at-door.ts';
import { keepBusy } from '../../damage/keep-busy.ts';
import { on } from '../../damage/message-damages.ts';
import type { DecoyRow } from '../../decoy-row.ts';

/** In which the probe reads what came before. */
const settleMs = 30;

/** The target is in time, and the probe is not: what it missed is no fault of the target. */
export const heldUpDecoys: readonly DecoyRow[] = [
  {
    id: 'K27',
    title: 'a probe that is held up while it is let in',
    journey: goldenPath,
    users: 2,
    promises: { deadlines: { upgrade_ms: 600 } },
    alone: true,
    damage: atDoor('held the probe up', () => {
      keepBusy();
      return undefined;
    }),
  },
  {
    id: 'K28',
    title: 'a probe that is held up while its run is cancelled',
    journey: cancel,
    promises: { deadlines: { cancel_ms: 500 } },
    alone: true,
    damage: on('agent_cancelled', 'held the probe up', async ({ text }) => {
      await pause(settleMs);
      keepBusy();
      return [text];
    }),
  },
];
