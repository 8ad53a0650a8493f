import { z } from 'zod';
import { VerdictSchema } from './verdict.ts';

/** One verdict over the checks of a family, with whose fault it is. */
const StrangerCellSchema = z.strictObject({
  verdict: VerdictSchema,
  /** How often the checks met what they judge. */
  exercised: z.int().min(0),
  blame: z.string().optional(),
  /** Checks that decided it. */
  checks: z.array(z.string()),
  note: z.string().optional(),
});
export type StrangerCell = z.infer<typeof StrangerCellSchema>;

/** A real foreign server, held against everything its protocol promises, and damaged on the way. */
export const StrangerSchema = z.strictObject({
  name: z.string(),
  profile: z.string(),
  /** Clean journeys that were walked, and runs in them. */
  journeys: z.int().min(0),
  runs: z.int().min(0),
  /** Per family of checks: what was said, and how the connections ended on which it was said. */
  families: z.record(
    z.string(),
    z.strictObject({ events: StrangerCellSchema, ending: StrangerCellSchema }),
  ),
  /** Checks that failed on clean journeys and are not known: false alarms, or news about the target. */
  alarms: z.array(z.string()),
  /** Known failures that did not show. */
  stale: z.array(z.string()),
  /** Check id to why it is known to fail. */
  known: z.record(z.string(), z.string()),
  /** Each damage between probe and server, and whether its own check reported it. */
  faults: z.array(
    z.strictObject({
      fault: z.string(),
      title: z.string(),
      owner: z.string(),
      verdict: z.enum(['caught', 'missed', 'wrong-check', 'no-bite', 'not-applicable']),
      alarms: z.array(z.string()),
      endings: z.record(z.string(), z.int()).optional(),
      note: z.string().optional(),
    }),
  ),
  /** Milliseconds until it listened, and for the clean journeys and the faults. */
  ms: z.strictObject({ start: z.number(), clean: z.number(), faults: z.number() }).optional(),
  /** How its connections ended: cause to count. */
  endings: z.record(z.string(), z.int()).optional(),
});
export type Stranger = z.infer<typeof StrangerSchema>;
