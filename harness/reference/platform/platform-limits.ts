import type { Rate } from './rate-limit.ts';

/** Every limit of the platform, with the unit in its name. */
export interface PlatformLimits {
  readonly accessTokenSeconds: number;
  /** Failed logins per address and account. */
  readonly failedLogins: Rate;
  readonly maxFrameBytes: number;
  readonly maxConnectionsPerUser: number;
  /** Frames per connection. */
  readonly frames: Rate;
  readonly maxOpenRunsPerUser: number;
  readonly runTimeoutMs: number;
  /** How long the events of a run that has ended can be resumed; its messages stay. */
  readonly eventRetentionMs: number;
  /** Bytes that may wait for a slow reader before its connection is ended with 1013; eight times as many for a moment. */
  readonly maxBufferedBytes: number;
  /** How long that moment is. */
  readonly overflowMs: number;
  /** How long nothing may move while something waits, before the same happens. */
  readonly stallMs: number;
  readonly heartbeatMs: number;
  readonly pongMs: number;
  /** How long `stop` lets open runs finish. */
  readonly shutdownGraceMs: number;
}

export const defaultLimits: PlatformLimits = {
  accessTokenSeconds: 900,
  failedLogins: { burst: 10, perSecond: 0.1 },
  // The longest message, 16,384 code units, in the worst JSON escaping of six bytes each, and its envelope.
  maxFrameBytes: 128 * 1024,
  maxConnectionsPerUser: 2_048,
  frames: { burst: 200, perSecond: 50 },
  maxOpenRunsPerUser: 1_024,
  runTimeoutMs: 660_000,
  eventRetentionMs: 24 * 60 * 60 * 1000,
  maxBufferedBytes: 1024 * 1024,
  overflowMs: 500,
  stallMs: 5_000,
  heartbeatMs: 20_000,
  pongMs: 10_000,
  shutdownGraceMs: 5_000,
};
