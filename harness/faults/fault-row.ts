import type { Fault } from '../contract/fault.ts';
import type { Promises } from '../contract/promises.ts';
import type { Journey } from '../probe/journeys/journey.ts';
import type { openEmbeddedTarget } from '../targets/embedded.ts';
import type { Profile } from '../targets/profile.ts';
import type { Damage } from './proxy/interference.ts';

type PlatformOptions = NonNullable<Parameters<typeof openEmbeddedTarget>[0]>;

/** What a row changes in the promises of its target, so that a deadline passes in a moment. */
export interface Tightened extends Omit<Partial<Promises>, 'deadlines' | 'budgets'> {
  readonly deadlines?: Partial<Promises['deadlines']>;
  readonly budgets?: Partial<Promises['budgets']>;
}

/** What a cell of the matrix walks through. */
export interface Setting {
  readonly journey: Journey;
  /** Users who walk together; default: as many as the journey asks for. */
  readonly users?: number;
  readonly promises?: Tightened;
  /** A platform of its own, started with these options; default: a sound one shared with other rows. */
  readonly platform?: PlatformOptions;
  /** Changes how the target is spoken to, for what the wire of the reference does not have. */
  readonly profile?: (profile: Profile) => Profile;
  /** Opens the wall clock of the probe, epoch ms. */
  readonly wall?: () => () => number;
  /** Where the history is also written. */
  readonly file?: string;
  /** How long the probe goes on watching after the last answer, in ms. */
  readonly lingerMs?: number;
  /** Measures time and is walked while nothing else is. */
  readonly alone?: boolean;
  /** Logs in for itself instead of sharing logins, because it revokes or refreshes them. */
  readonly ownLogins?: boolean;
}

/** A fault with everything needed to walk it. */
export interface FaultRow extends Fault, Setting {
  /** What the owner's sentences must say, so that it is red for the right reason. */
  readonly says: RegExp;
  /** Strikes where no run can be in flight: a login, a handshake, an idle connection. */
  readonly idle?: boolean;
  /** Was planned so that it never strikes. */
  readonly neverBites?: boolean;
  readonly damage: Damage;
}
