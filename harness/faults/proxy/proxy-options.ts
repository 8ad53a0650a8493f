import type { Projection } from '../../targets/profile.ts';
import type { Interference } from './interference.ts';
import type { Lane } from './lane.ts';

export interface ProxyOptions {
  /** Base URL of the target. */
  readonly target: string;
  readonly interference: Interference;
  /** Gets every connection before anything passes on it. */
  readonly lanes: Lane[];
  project(): Projection;
  /** Hears of an error of the damage itself. */
  readonly failed: (error: unknown) => void;
}
