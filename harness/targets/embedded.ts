import { startPlatform, type PlatformOptions } from '../reference/index.ts';
import { demoUsers } from './demo-users.ts';
import { referenceProfile } from './profiles/reference/index.ts';
import type { Target } from './target.ts';

/** Starts the reference platform in this process on a free port of the loopback. */
export async function openEmbeddedTarget(options: PlatformOptions = {}): Promise<Target> {
  const platform = await startPlatform({ demoUsers: true, ...options });
  return {
    name: 'reference',
    url: platform.url,
    profile: referenceProfile,
    users: demoUsers(typeof options.demoUsers === 'number' ? options.demoUsers : undefined),
    [Symbol.asyncDispose]: () => platform.stop(),
  };
}
