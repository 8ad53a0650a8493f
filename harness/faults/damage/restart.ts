import type { Damage } from '../proxy/interference.ts';
import { cutAt } from './cut.ts';

/** Closes the victim's connection with 1012, "service restart", and refuses everybody who comes afterwards. */
export const restartAndRefuse: Damage = (bench) => ({
  ...cutAt('tool_executing', 'closed with 1012', (lane) => lane.close(1012, 'restarting'))(bench),
  upgrade: (lane) => (lane.number < bench.users ? undefined : { status: 503 }),
});
