import { z } from 'zod';
import { MeasurementSchema } from './measurement.ts';
import { VerdictSchema } from './verdict.ts';

/** What is carried out at night beside the gate; each part is a criterion of its own. */
export const nightParts = ['load', 'reconnect', 'delivery', 'soak'] as const;
export type NightPart = (typeof nightParts)[number];

const PartSchema = z.strictObject({
  name: z.enum(nightParts),
  /** Why it gave no evidence, or not all of it; absent where it was carried out whole. */
  why: z.string().optional(),
});

/** How this night stands among the ones before it. */
const TrendSchema = z.strictObject({
  /** Earlier nights of this target that were compared with. */
  nights: z.int().min(0),
  last: z
    .strictObject({ run_id: z.string(), started_at: z.string(), verdict: VerdictSchema })
    .optional(),
  /** Criteria that were judged otherwise than the night before. */
  turned: z.array(z.strictObject({ id: z.string(), from: VerdictSchema, to: VerdictSchema })),
  /** Checks and tests whose verdict comes and goes: not passed in `k` of `n` nights. */
  flaky: z.array(z.strictObject({ id: z.string(), k: z.int(), n: z.int() })),
  /** Latencies over the nights; `change` where their level moved and stayed. */
  levels: z.array(
    z.strictObject({
      id: z.string(),
      unit: MeasurementSchema.shape.unit,
      value: z.number(),
      n: z.int(),
      change: z
        .strictObject({
          /** When the first night of the present level began. */
          since: z.string(),
          nights: z.int(),
          /** Medians on both sides. */
          before: z.number(),
          after: z.number(),
        })
        .optional(),
    }),
  ),
});
export type NightTrend = z.output<typeof TrendSchema>;

/** What a nightly run may spend, what it spent, and what it says beside its verdicts. */
export const NightSchema = z.strictObject({
  limits: z.strictObject({
    duration_ms: z.number().positive(),
    runs: z.int().min(1),
    per_second: z.number().positive(),
  }),
  /** Agent runs that were paid for: each is, before it is started. */
  runs: z.int().min(0),
  parts: z.array(PartSchema),
  /** Absent where the store could not be asked. */
  trend: TrendSchema.optional(),
  /** Where the page of this night can be read, as a summary links it. */
  report: z.string(),
});
export type Night = z.output<typeof NightSchema>;
