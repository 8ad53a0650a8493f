import { z } from 'zod';
import { EventKindSchema } from './event-kind.ts';

/** How one execution or run ended, whatever words the target uses. */
export const OutcomeSchema = z.enum([
  'completed',
  'failed',
  'cancelled',
  'timed_out',
  'interrupted',
]);
export type Outcome = z.infer<typeof OutcomeSchema>;

/** What the projection found wrong with one frame; the check named in `rule` judges it. */
export const ProjectionProblemSchema = z.strictObject({
  rule: z.string(),
  /** JSON pointer into the frame, empty for the whole frame. */
  pointer: z.string(),
  message: z.string(),
});
export type ProjectionProblem = z.infer<typeof ProjectionProblemSchema>;

/**
 * One event in the words every check understands. A profile's `project` makes it from a received frame;
 * it is stored beside the raw bytes, so that a history can be judged again without the profile's code.
 */
export const CanonicalEventSchema = z.strictObject({
  kind: EventKindSchema,
  /** The name on the wire, where it differs from `kind`. */
  name: z.string().optional(),
  /** Names this event and no other of its run: two events of one id are one event that was sent twice. */
  id: z.string().optional(),
  user: z.string().optional(),
  thread: z.string().optional(),
  run: z.string().optional(),
  turn: z.string().optional(),
  agent: z.string().optional(),
  call: z.string().optional(),
  message: z.string().optional(),
  tool: z.string().optional(),
  /** Sequence number as carried by the protocol; its scope is declared in the promises. */
  seq: z.number().optional(),
  /** The server declared this event a repetition. */
  replay: z.boolean().optional(),
  /** The client's own key, echoed on acceptance. */
  key: z.string().optional(),
  outcome: OutcomeSchema.optional(),
  code: z.string().optional(),
  /** A delta's text, or the final answer on a terminal. */
  text: z.string().optional(),
  /** Where a delta starts in its message, in UTF-16 code units. */
  offset: z.number().optional(),
  /** Position to resume from, where the protocol carries one beside or instead of `seq` (an SSE `id:`). */
  cursor: z.string().optional(),
  /** Hash of all that the event says except its replay mark: equal digests are equal events. Made by the recorder. */
  digest: z.string().optional(),
  /** Hash of a tool call's arguments: equal hashes are equal calls. */
  arguments_digest: z.string().optional(),
  /** What a greeting (`connection_established`) claims: the code that is deployed, and what it can do. */
  build: z.string().optional(),
  features: z.array(z.string()).optional(),
  /** Silent fallbacks the run admits to; 0 expected. */
  fallbacks: z.number().optional(),
  /** The server's own time of the event, in epoch milliseconds. */
  clock: z.number().optional(),
  /** Record number of the sent frame this event was derived from; excluded from latency and isolation. */
  derived_from: z.int().optional(),
  problems: z.array(ProjectionProblemSchema).optional(),
});
export type CanonicalEvent = z.infer<typeof CanonicalEventSchema>;
