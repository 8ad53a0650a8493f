import { z } from 'zod';
import { EventKindSchema } from './event-kind.ts';

export const ScopeSchema = z.enum(['connection', 'run', 'turn', 'call', 'channel']);
export type Scope = z.infer<typeof ScopeSchema>;

const PresenceSchema = z.enum(['required', 'optional', 'derived', 'absent']);

const milliseconds = z.number().positive();

/**
 * What a target promises, as pure data. The only part of a profile that checks ever see;
 * it travels in the header of every history.
 */
export const PromisesSchema = z.strictObject({
  /** Presence of each critical kind; a kind that is not named is `optional`. */
  kinds: z.partialRecord(EventKindSchema, PresenceSchema),
  /** Edges of a partial order: within `scope`, the first `before` precedes every `after`. */
  order: z.array(
    z.strictObject({ before: EventKindSchema, after: EventKindSchema, scope: ScopeSchema }),
  ),
  /** Sequence numbers the target carries. */
  sequence: z
    .strictObject({
      /** `turn`: each turn of a run counts anew. */
      scope: z.enum(['run', 'turn', 'connection']),
      density: z.enum(['dense', 'monotonic']),
      /** First number of a scope, where the target promises one. */
      first: z.int().optional(),
      resets_on: z.enum(['never', 'epoch']),
    })
    .optional(),
  /** `declared`: a repetition is legal when it is marked; `never`: no repetition; `allowed`: any. */
  duplicates: z.enum(['never', 'declared', 'allowed']),
  terminal: z.strictObject({
    per: z.enum(['run', 'turn']),
    /** Kinds that may still follow the terminal of their run. */
    allowed_after: z.array(EventKindSchema),
  }),
  completions: z.enum(['one-per-run', 'one-per-agent']),
  visibility: z.enum(['own-user', 'own-thread', 'everyone']),
  deadlines: z.strictObject({
    first_event_ms: milliseconds,
    terminal_ms: milliseconds,
    pong_ms: milliseconds,
    upgrade_ms: milliseconds,
    cancel_ms: milliseconds,
    /** After how long a client that reads nothing of megabytes has been let go; absent: not promised. */
    slow_consumer_ms: milliseconds.optional(),
  }),
  /** Latency budgets at the 95th percentile; absent means "not promised". */
  budgets: z.strictObject({
    first_event_ms: milliseconds.optional(),
    run_ms: milliseconds.optional(),
    step_ms: milliseconds.optional(),
    /** From the server's own time of an event to its receipt, beyond the fastest of its connection. */
    delivery_ms: milliseconds.optional(),
    /** From the first to the last byte of one frame. */
    frame_ms: milliseconds.optional(),
    /** Least bytes per second while a long answer streams. */
    bytes_per_second: z.number().positive().optional(),
  }),
  /** `stream`: messages go by HTTP and answers stream back; nothing is upgraded. Absent: `socket`. */
  transport: z.enum(['socket', 'stream']).optional(),
  /** Ids that every event of a run carries (`call`: every tool event). Absent: none promised. */
  correlation: z.array(z.enum(['run', 'thread', 'user', 'call'])).optional(),
  /** `joined`: the target states no final answer, only its pieces. Absent: `stated`. */
  answer: z.enum(['stated', 'joined']).optional(),
  /** Frames, by their names on the wire, that begin, go on with and end one text or call. Absent: none promised. */
  envelopes: z
    .array(
      z.strictObject({
        begins: z.string(),
        within: z.array(z.string()),
        ends: z.string(),
        /** Which id tells one from another. */
        by: z.enum(['message', 'call']),
      }),
    )
    .optional(),
  /** Events a frame may hold. Absent: `many`. */
  framing: z.enum(['one', 'many']).optional(),
  limits: z
    .strictObject({
      frame_bytes: z.int().positive().optional(),
      events_per_run: z.int().positive().optional(),
      /** How often one run may call the same tool with the same arguments. */
      equal_calls: z.int().positive().optional(),
    })
    .optional(),
  capabilities: z.array(
    z.enum([
      'resume',
      'cancel',
      'heartbeat',
      'fallback-count',
      'history',
      'cursor',
      /** A tool that takes too long is given up, and the run goes on. */
      'tool-timeout',
      /** A credential may travel in more than one way when a connection is opened. */
      'several-ways-in',
    ]),
  ),
});
export type Promises = z.infer<typeof PromisesSchema>;
