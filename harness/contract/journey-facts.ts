import { z } from 'zod';

/** What one stored history shows as a whole: the part of it that criteria rest on. */
export const JourneyFactsSchema = z.strictObject({
  /** The stored history, relative to the run's folder. */
  history: z.string(),
  journey: z.string(),
  users: z.int().min(0),
  /** Most users who had a run in flight at the same moment. */
  interleaved: z.int().min(0),
  /** A client left and came back: what it missed meanwhile is a matter of recovery, not of delivery. */
  came_back: z.boolean(),
  /** Runs that ended with `agent_completed`. */
  completed: z.int().min(0),
  /** How many of these show each critical kind. */
  shown: z.record(z.string(), z.int().min(0)),
  /** Silent fallbacks that completed runs admit to; absent where the target counts none. */
  fallbacks: z.int().min(0).optional(),
});
export type JourneyFacts = z.infer<typeof JourneyFactsSchema>;
