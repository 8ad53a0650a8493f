import { z } from 'zod';
import { DispatcherError } from '../dispatcher-error.ts';

const count = z.int().min(1);
const milliseconds = z.int().min(1);

const DispatcherLimitsSchema = z.strictObject({
  /** Tool calls of one user that run at once, over all dispatchers of one factory. */
  maxConcurrentPerUser: count.default(10),
  /** The same, per concurrency class; a class without an entry has only the limit above. */
  concurrencyClasses: z.record(z.string(), count).default({}),
  /** Calls of one user that may wait for a free place; one more is refused. */
  maxWaitingPerUser: z.int().min(0).default(100),
  maxWaitMs: milliseconds.default(30_000),
  /** Sizes in characters of JSON text, escapes not counted. */
  maxArgumentsSize: count.default(64 * 1024),
  maxResultSize: count.default(256 * 1024),
  /** How long a finished call waits for the sink to confirm its events before it calls them unconfirmed. */
  confirmMs: milliseconds.default(5_000),
  /** How long dispose waits for tools that were told to abort. */
  abortGraceMs: milliseconds.default(5_000),
});

export type DispatcherLimits = Readonly<z.infer<typeof DispatcherLimitsSchema>>;

/** Fills in the defaults. Throws a DispatcherError `LIMITS_INVALID`. */
export function resolveLimits(limits: Partial<DispatcherLimits> = {}): DispatcherLimits {
  const resolved = DispatcherLimitsSchema.safeParse(limits);
  if (resolved.success) {
    Object.freeze(resolved.data.concurrencyClasses);
    return Object.freeze(resolved.data);
  }
  throw new DispatcherError('LIMITS_INVALID', z.prettifyError(resolved.error), {
    cause: resolved.error,
  });
}
