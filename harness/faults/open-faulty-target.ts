import type { Promises } from '../contract/promises.ts';
import type { Profile } from '../targets/profile.ts';
import type { Target } from '../targets/target.ts';
import type { Damage } from './proxy/interference.ts';
import type { Lane } from './proxy/lane.ts';
import { openProxy, type Proxy } from './proxy/open-proxy.ts';
import { seededRandom } from './proxy/seeded-random.ts';

/** One time that a damage was done. */
export interface Bite {
  readonly detail: string;
  /** A run was open on the connection that was struck, or on one that its user has lost. */
  readonly inFlight: boolean;
}

export interface FaultyTarget extends Target {
  readonly bites: readonly Bite[];
  /** Errors of the damage itself: what was walked while there are some proves nothing. */
  readonly errors: readonly unknown[];
  /** Calls `listener` for each bite from now on. */
  onBite(listener: (bite: Bite) => void): void;
}

export interface FaultyTargetOptions {
  readonly seed: string;
  /** Connections among which the seed picks the one to strike. */
  readonly users: number;
  /** What the target promises while it is damaged, where that differs: usually shorter deadlines. */
  readonly promises?: Promises;
}

/**
 * Puts a proxy with this damage before a target. To a probe it is a target like any other; disposing it
 * closes the proxy and leaves the target alone.
 */
export async function openFaultyTarget(
  target: Target,
  damage: Damage,
  options: FaultyTargetOptions,
): Promise<FaultyTarget> {
  const random = seededRandom(options.seed);
  const promises = options.promises ?? target.profile.promises;
  const profile = { ...target.profile, promises };
  const bites: Bite[] = [];
  const errors: unknown[] = [];
  const listeners: ((bite: Bite) => void)[] = [];
  const lanes: Lane[] = [];
  const interference = damage({
    promises,
    users: options.users,
    lanes,
    victim: Math.floor(random() * options.users),
    random,
    bite(detail, lane) {
      const bite = { detail, inFlight: lane !== undefined && isBusy(lane, lanes) };
      bites.push(bite);
      for (const listener of listeners) listener(bite);
    },
  });
  const proxy = await openProxy({
    target: target.url,
    interference,
    lanes,
    project: () => profile.project(),
    failed: (error) => errors.push(error),
  });
  return {
    name: target.name,
    url: proxy.url + pathOf(target.url),
    profile: throughDoors(profile, proxy, pathOf(target.url)),
    users: target.users,
    bites,
    errors,
    onBite: (listener) => listeners.push(listener),
    [Symbol.asyncDispose]: () => proxy[Symbol.asyncDispose](),
  };
}

function isBusy(struck: Lane, lanes: readonly Lane[]): boolean {
  if (struck.openRuns.size > 0) return true;
  const { user } = struck;
  return user !== undefined && lanes.some((lane) => lane.user === user && lane.openRuns.size > 0);
}

/** Each client that opens a stream per message gets a door of its own, so that the proxy tells it from the others. */
function throughDoors(profile: Profile, proxy: Proxy, path: string): Profile {
  const { transport } = profile;
  if (transport.streamPerMessage !== true) return profile;
  const connect: typeof transport.connect = async (_baseUrl, ...rest) =>
    transport.connect((await proxy.openDoor()) + path, ...rest);
  return { ...profile, transport: { ...transport, connect } };
}

/** A target may be at home at a path of its own. */
function pathOf(url: string): string {
  return new URL(url).pathname.replace(/\/$/, '');
}
