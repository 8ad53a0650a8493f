import type { PlatformOptions } from '../platform/platform-options.ts';

/** What a node is started with: platform options that can be written down. */
export type NodeOrder = Required<
  Pick<PlatformOptions, 'port' | 'instance' | 'database' | 'bus' | 'trustedProxies'>
> &
  Pick<PlatformOptions, 'limits'>;

/** What a node says once it accepts connections. */
export interface NodeReady {
  readonly ready: { readonly url: string };
}

/** Where a node finds its order: a command line, with the database's password in it, could be read by everybody. */
export const orderVariable = 'GOLDEN_PATH_NODE_ORDER';
