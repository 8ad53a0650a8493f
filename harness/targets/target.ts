import type { Allowance } from '../contract/allowance.ts';
import type { PageProfile } from '../contract/page-profile.ts';
import type { Profile } from './profile.ts';
import type { User } from './user.ts';

/** A system under test that can be reached now. */
export interface Target extends AsyncDisposable {
  /** As the user named it: `reference`, `specimen:phase-0`, a config name or a URL. */
  readonly name: string;
  /** Base URL, `http(s)://host:port` without a trailing slash. */
  readonly url: string;
  readonly profile: Profile;
  readonly users: readonly User[];
  /** Where things are on its page; as on that of the reference unless told. */
  readonly page?: PageProfile;
  /** Base URL of the switch that leads it to another phase and back, where it has one: `GET /`, `PUT /<phase>`. */
  readonly control?: string;
  /** Folder of the source that answers, where it is known; it holds its own configuration. */
  readonly tree?: string;
  /** The process behind it, where that runs on this machine and is nobody else's. */
  readonly pid?: number;
  /** What may be spent on it, where it is shared: whoever makes people speak waits for a turn first. */
  readonly allowance?: Allowance;
}
