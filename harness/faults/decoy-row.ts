import type { Decoy } from '../contract/fault.ts';
import type { Setting } from './fault-row.ts';
import type { Damage } from './proxy/interference.ts';

/** A legal oddity with everything needed to walk it. No check may alarm. */
export interface DecoyRow extends Decoy, Setting {
  readonly damage: Damage;
}
