import { z } from 'zod';

/** One change of what answers, while people chat. Times are milliseconds since the drill began. */
const SwitchSchema = z.strictObject({
  kind: z.enum(['revert', 'apply']),
  /** What answered before and what was to answer after, as the target's operator names them. */
  from: z.string(),
  to: z.string(),
  at: z.number(),
  /** From the order to the first greeting of the other side; absent when it never greeted anybody. */
  answered_ms: z.number().optional(),
  /** From the order to the operator's word that the switch is done; absent when it never came. */
  settled_ms: z.number().optional(),
  /** `build` of the greetings before and after; absent where the target tells none. */
  build_before: z.string().optional(),
  build_after: z.string().optional(),
  /** Runs that had begun and not ended when the switch was ordered. */
  in_flight: z.int().min(0),
  /** Runs of this switch that never got their terminal, not even after coming back. */
  lost_runs: z.array(z.string()),
  /** Events that came again without being declared a repetition: `run/seq` or `run/event id`. */
  duplicated_events: z.array(z.string()),
});

/** What the rollback drill saw: facts only, the gate judges them. */
export const DrillSchema = z.strictObject({
  /** What the drill leads away from, and back to. */
  current: z.string(),
  previous: z.string(),
  /**
   * `no-way-back`: the target offers no switch at all. `failed`: a switch was ordered and did not happen.
   * `interrupted`: our own side ended it; nothing is known.
   */
  ended: z.enum(['complete', 'no-way-back', 'failed', 'interrupted']),
  /** Why it is not `complete`, with what the switch command printed. */
  problem: z.string().optional(),
  duration_ms: z.number(),
  /** Runs asked for during the whole drill. */
  runs: z.int().min(0),
  switches: z.array(SwitchSchema),
  /** Checks that were met both after the revert and in a run of the previous phase's own. */
  compared_checks: z.array(z.string()),
  /** Of these, what fails after the revert although the previous phase alone does not fail it. */
  newly_red: z.array(z.strictObject({ id: z.string(), however: z.string() })),
  /** What the previous phase fails in a run of its own, for reading. */
  own_red: z.array(z.string()),
  /** What happened when, for the report. */
  timeline: z.array(z.strictObject({ at: z.number(), what: z.string() })),
  /** Stored histories, relative to the run's folder. */
  histories: z.array(z.string()),
});
export type Drill = z.infer<typeof DrillSchema>;
