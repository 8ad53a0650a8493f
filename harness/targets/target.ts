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
  /** Base URL of the switch that leads it to another phase and back, where it has one: `GET /`, `PUT /<phase>`. */
  readonly control?: string;
  /** Folder of the source that answers, where it is known; it holds its own configuration. */
  readonly tree?: string;
  /** The process behind it, where that runs on this machine and is nobody else's. */
  readonly pid?: number;
}
